import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { guardCommand, guardLine } from "../../../scripts/system/guard.js";
import { isAlive, type ProcessIdentity } from "../../../scripts/system/identity.js";
import { startProcess, untilGone } from "./helpers.js";

const record = (who: ProcessIdentity, graceMs = 2_000) => ({ name: "x", ...who, signal: "SIGTERM" as const, graceMs });
const startGuard = () => {
  const guard = spawn(guardCommand.command, guardCommand.args, { stdio: ["pipe", "ignore", "ignore"] });
  return { guard, gone: once(guard, "exit") };
};

describe("the guard", () => {
  it("stops the processes of the last list when the starter's end of the pipe closes", async () => {
    const [stays, polite, stubborn] = [
      await startProcess(),
      await startProcess(),
      await startProcess('process.on("SIGTERM", () => {})'),
    ];
    const { guard, gone } = startGuard();
    guard.stdin.write(guardLine([record(stays)]));
    guard.stdin.end(guardLine([record(polite), record(stubborn, 300)]));
    await Promise.all([gone, untilGone(polite), untilGone(stubborn)]);
    expect(isAlive(stays)).toBe(true);
  });

  it("stops nothing after an orderly end", async () => {
    const child = await startProcess();
    const { guard, gone } = startGuard();
    guard.stdin.write(guardLine([record(child)]));
    guard.stdin.end(guardLine([]));
    await gone;
    expect(isAlive(child)).toBe(true);
  });
});
