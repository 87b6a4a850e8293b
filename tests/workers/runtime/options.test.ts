import { describe, expect, test } from "@jest/globals";
import { compileOptions } from "../../../workers/runtime/options.js";

const given = { engineUrl: "http://127.0.0.1:8080", user: "layanan-workers", password: "rahasia" };

describe("the runtime's options", () => {
  test("are complete and frozen, and lose a dead process's tasks for less than ten seconds", () => {
    const options = compileOptions(given);
    expect(options.lockMs + options.longPollMs).toBeLessThan(10_000);
    expect(Object.isFrozen(options)).toBe(true);
  });

  test("give every process a worker id of its own", () => {
    expect(compileOptions(given).workerId).not.toBe(compileOptions(given).workerId);
  });

  test.each([
    ["a lock above ten seconds", { lockMs: 10_001 }, "lockMs"],
    ["a poll above twenty seconds", { longPollMs: 20_001 }, "longPollMs"],
    ["an option that does not exist", { interval: 0 }, "interval"],
  ])("refuse %s by name", (_what, wrong, name) => {
    expect(() => compileOptions({ ...given, ...wrong })).toThrow(name);
  });
});
