import { describe, expect, it } from "@jest/globals";
import { identify, isAlive } from "../../../scripts/system/identity.js";
import { terminate } from "../../../scripts/system/terminate.js";
import { startProcess } from "./helpers.js";

describe("terminate", () => {
  it("lets a process end by itself", async () => {
    const child = await startProcess();
    expect(await terminate(child, { signal: "SIGTERM", graceMs: 5_000 })).toBe("ended");
    expect(isAlive(child)).toBe(false);
  });

  it("kills one that does not go", async () => {
    const child = await startProcess('process.on("SIGTERM", () => {})');
    expect(await terminate(child, { signal: "SIGTERM", graceMs: 200 })).toBe("killed");
    expect(isAlive(child)).toBe(false);
  });

  it("does nothing to a process that is gone, or to another of the same number", async () => {
    const child = await startProcess();
    expect(await terminate({ ...child, born: "1" }, { signal: "SIGTERM", graceMs: 100 })).toBe("ended");
    expect(isAlive(child)).toBe(true);
  });
});

describe("identify", () => {
  it("knows this process and no process that does not exist", () => {
    expect(identify(process.pid)).toEqual(identify(process.pid));
    expect(identify(2 ** 22 - 7)).toBeUndefined();
  });
});
