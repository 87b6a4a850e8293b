import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { isAlive } from "../../../scripts/system/identity.js";
import { takeDataDir } from "../../../scripts/system/state-file.js";
import { startProcess, temporaryFolder, untilGone } from "./helpers.js";

const DEAD = { pid: 2 ** 22 - 7, born: "1" };
const ending = { signal: "SIGTERM", graceMs: 2_000 } as const;
const silent = () => undefined;

describe("takeDataDir", () => {
  it("refuses a folder that a living starter holds, and says which process", async () => {
    const folder = temporaryFolder();
    const held = await takeDataDir(folder, silent);
    await expect(takeDataDir(folder, silent)).rejects.toThrow(
      `Process ${process.pid} already runs a system on ${folder}`,
    );
    held.release();
    (await takeDataDir(folder, silent)).release();
    expect(existsSync(join(folder, "sistem.json"))).toBe(false);
  });

  it("stops what a dead starter has left, in the order on record, and tells", async () => {
    const folder = temporaryFolder();
    const [one, two] = [await startProcess(), await startProcess()];
    const children = [
      { name: "workers", ...one, ...ending },
      { name: "engine", ...two, ...ending },
    ];
    writeFileSync(join(folder, "sistem.json"), JSON.stringify({ starter: DEAD, children }));
    const told: string[] = [];
    await takeDataDir(folder, (name) => told.push(name));
    expect(told).toEqual(["workers", "engine"]);
    await Promise.all([untilGone(one), untilGone(two)]);
  });

  it("leaves a stranger alone who has got the number of a dead child", async () => {
    const folder = temporaryFolder();
    const stranger = await startProcess();
    const children = [{ name: "engine", ...stranger, born: "1", ...ending }];
    writeFileSync(join(folder, "sistem.json"), JSON.stringify({ starter: { ...stranger, born: "1" }, children }));
    await takeDataDir(folder, () => {
      throw new Error("nothing was left over");
    });
    expect(isAlive(stranger)).toBe(true);
  });

  it("is not stopped by a damaged record", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "sistem.json"), "{");
    const state = await takeDataDir(folder, silent);
    state.record([{ name: "engine", ...DEAD, ...ending }]);
    expect(JSON.parse(readFileSync(join(folder, "sistem.json"), "utf8")).children).toHaveLength(1);
  });

  it("gives a folder to one of many who take it at once", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "sistem.json"), JSON.stringify({ starter: DEAD, children: [] }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeDataDir(folder, silent)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
