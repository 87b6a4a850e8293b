import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { createProgress } from "../../../scripts/setup/progress.mjs";
import { ensure } from "../../../scripts/setup/step.mjs";
import { isAlive } from "../../../scripts/system/identity.js";
import { startProcess, temporaryFolder } from "../system/helpers.js";

let root: string;
let runs: number;
const progress = createProgress(() => undefined);

const step = (run: () => void | Promise<void> = make) => ({
  id: "uji",
  name: "Uji",
  doing: "making",
  inputs: ["sumber", "tidak-ada.json"],
  wants: (file: string) => !file.endsWith(".md"),
  outputs: ["hasil.txt"],
  run: async () => {
    runs += 1;
    await run();
  },
});
function make(): void {
  writeFileSync(join(root, "hasil.txt"), "jadi");
}
const write = (name: string, content: string) => writeFileSync(join(root, "sumber", name), content);

beforeEach(() => {
  root = temporaryFolder();
  runs = 0;
  mkdirSync(join(root, "sumber"));
  write("a.ts", "1");
});

describe("a step of the set-up", () => {
  it("is done once, and again when its sources change", async () => {
    expect(await ensure(root, step(), { progress })).toBe(true);
    expect(await ensure(root, step(), { progress })).toBe(false);
    write("a.ts", "2");
    expect(await ensure(root, step(), { progress })).toBe(true);
    write("b.ts", "neu");
    expect(await ensure(root, step(), { progress })).toBe(true);
    write("catatan.md", "not a source");
    expect(await ensure(root, step(), { progress })).toBe(false);
  });

  it("is done again when what it made is gone", async () => {
    await ensure(root, step(), { progress });
    rmSync(join(root, "hasil.txt"));
    expect(await ensure(root, step(), { progress })).toBe(true);
    expect(existsSync(join(root, "hasil.txt"))).toBe(true);
  });

  it("never counts as done when it failed halfway, whatever lies about", async () => {
    await ensure(root, step(), { progress });
    write("a.ts", "2");
    const halfway = () => {
      make();
      throw new Error("interrupted");
    };
    await expect(ensure(root, step(halfway), { progress })).rejects.toThrow("interrupted");
    write("a.ts", "1");
    expect(await ensure(root, step(), { progress })).toBe(true);
    expect(runs).toBe(3);
  });

  it("complains when it ends without making what it should", async () => {
    await expect(
      ensure(
        root,
        step(() => undefined),
        { progress },
      ),
    ).rejects.toThrow("Uji: ended without making hasil.txt.");
  });

  it("is done once when two ask for it at the same time", async () => {
    // Ends only after the other one has told that it waits.
    let tell = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const listening = { ...progress, note: () => tell() };
    const slow = async () => {
      await waiting;
      make();
    };
    const ask = () => ensure(root, step(slow), { progress: listening });
    const both = await Promise.all([ask(), ask()]);
    expect({ both: both.toSorted(), runs }).toEqual({ both: [false, true], runs: 1 });
  });

  it("waits for a command that a killed process has left running, and then does it anew", async () => {
    const orphan = await startProcess("setTimeout(() => process.exit(), 300)");
    mkdirSync(join(root, "dist/.setup"), { recursive: true });
    writeFileSync(join(root, "dist/.setup/uji.json.lock"), `${2 ** 22 - 7} ${orphan.pid}`);
    const aliveThen: boolean[] = [];
    const look = () => {
      aliveThen.push(isAlive(orphan));
      make();
    };
    await ensure(root, step(look), { progress });
    expect(aliveThen).toEqual([false]);
  });

  it("takes over from a process that died at it", async () => {
    mkdirSync(join(root, "dist/.setup"), { recursive: true });
    writeFileSync(join(root, "dist/.setup/uji.json.lock"), String(2 ** 22 - 7));
    expect(await ensure(root, step(), { progress })).toBe(true);
  });
});
