import { describe, expect, test } from "@jest/globals";
import { SystemError } from "../../scripts/system/error.js";
import { tunggu } from "../../scripts/tunggu.js";

describe("waiting", () => {
  test("ends with the first answer, which may be null or false", async () => {
    const looks = [undefined, undefined, null, "late"];
    expect(await tunggu("an answer", async () => looks.shift(), { jedaMs: 1 })).toBeNull();
    expect(await tunggu("an answer", async () => false)).toBe(false);
  });

  test("in vain says for what, to a person", async () => {
    const wait = tunggu("the engine", async () => undefined, { batasMs: 1, jedaMs: 2 });
    await expect(wait).rejects.toThrow(new SystemError("Waited 0.001 s in vain for: the engine"));
    await expect(wait).rejects.toBeInstanceOf(SystemError);
  });

  test("is over at once when it is called off, though the next look is far away", async () => {
    const user = new AbortController();
    const looked = () => {
      setImmediate(() => user.abort(new Error("called off")));
      return Promise.resolve(undefined);
    };
    const wait = tunggu("the engine", looked, { jedaMs: 600_000, batasMs: 600_000, signal: user.signal });
    await expect(wait).rejects.toThrow("abort");
  });

  test("does not begin a pause where it was called off during the look", async () => {
    const user = new AbortController();
    const look = async () => user.abort(new Error("called off")) as undefined;
    await expect(tunggu("the engine", look, { signal: user.signal })).rejects.toThrow("called off");
  });

  test("passes on what the look itself meets", async () => {
    await expect(tunggu("x", () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  });
});
