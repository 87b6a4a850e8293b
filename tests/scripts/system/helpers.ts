import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import { identify, type ProcessIdentity } from "../../../scripts/system/identity.js";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A new folder, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "uji-skrip-"));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A process in a group of its own that runs this JavaScript and says "siap" when it has begun; killed after the test. */
export async function startProcess(script = ""): Promise<ProcessIdentity> {
  const code = `${script}; setInterval(() => {}, 1000); console.log("siap");`;
  const child = spawn(process.execPath, ["-e", code], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  closers.push(() => child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (!identity) throw new Error("the process did not start");
  return identity;
}

/** Resolves when the process is gone; the test's time limit ends a vain wait. */
export async function untilGone(who: ProcessIdentity): Promise<void> {
  while (identify(who.pid)?.born === who.born) await new Promise((resolve) => setTimeout(resolve, 20));
}
