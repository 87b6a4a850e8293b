import { setTimeout as delay } from "node:timers/promises";
import { isAlive, type ProcessIdentity } from "./identity.js";

const POLL_MS = 50;

/** A process is asked first; what outlasts the time gets SIGKILL. */
export interface Ending {
  /** The signal that asks for an orderly end. */
  readonly signal: "SIGTERM" | "SIGINT";
  /** How long the process may take for it, in ms, before it is killed. */
  readonly graceMs: number;
}

/** Ends a process (with its group, where it leads one) and resolves when it is gone; "killed" when it did not go by itself. */
export async function terminate(who: ProcessIdentity, ending: Ending): Promise<"ended" | "killed"> {
  send(who, ending.signal);
  if (await isGoneWithin(who, ending.graceMs)) return "ended";
  send(who, "SIGKILL");
  await isGoneWithin(who, ending.graceMs);
  return "killed";
}

async function isGoneWithin(who: ProcessIdentity, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (isAlive(who)) {
    if (performance.now() > end) return false;
    await delay(POLL_MS);
  }
  return true;
}

function send(who: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isAlive(who)) return;
  if (!trySend(-who.pid, signal)) trySend(who.pid, signal);
}

function trySend(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
