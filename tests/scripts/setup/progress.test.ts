import { describe, expect, it } from "@jest/globals";
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
    const { lines, progress } = setting();
    await progress.step("Engine", "building", () => new Promise((resolve) => setTimeout(resolve, 1_100)));
    expect(lines[0]).toBe("  · Engine         building …");
  });
});
