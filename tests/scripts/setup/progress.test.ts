import { describe, expect, it, jest } from "@jest/globals";
import { createProgress } from "../../../scripts/setup/progress.mjs";

function setting() {
  const lines: string[] = [];
  let time = 0;
  const progress = createProgress(
    (line: string) => lines.push(line),
    () => time,
  );
  const pass = (ms: number) => {
    time += ms;
  };
  return { lines, progress, pass };
}

describe("progress", () => {
  it("tells how long a step took, and passes its result on", async () => {
    const { lines, progress, pass } = setting();
    const work = async () => {
      pass(12_340);
      return "jadi";
    };
    expect(await progress.step("Engine", "building", work)).toBe("jadi");
    expect(lines).toEqual(["  ✓ Engine         12.3 s"]);
  });

  it("tells that a step failed", async () => {
    const { lines, progress } = setting();
    const step = progress.step("Engine", "building", async () => Promise.reject(new Error("gagal")));
    await expect(step).rejects.toThrow("gagal");
    expect(lines).toEqual(["  ✗ Engine         failed after 0.0 s"]);
  });

  it("tells what a longer step is doing while it does it", async () => {
    const { lines, progress, pass } = setting();
    jest.useFakeTimers({ doNotFake: ["performance"] });
    const work = async () => {
      pass(15_000);
      await jest.advanceTimersByTimeAsync(15_000);
    };
    await progress.step("Engine", "building", work).finally(() => jest.useRealTimers());
    expect(lines).toEqual([
      "  · Engine         building …",
      "  · Engine         still at work after 15.0 s",
      "  ✓ Engine         15.0 s",
    ]);
  });
});
