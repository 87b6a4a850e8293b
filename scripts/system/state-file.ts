/** `<data>/sistem.json`: who runs on this data folder, and which processes it started. Lock and cleaning list in one. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { codeOf, SystemError } from "./error.js";
import { identify, isAlive, ProcessIdentity } from "./identity.js";
import { terminate } from "./terminate.js";

const ChildRecord = ProcessIdentity.extend({
  name: z.string(),
  signal: z.enum(["SIGTERM", "SIGINT"]),
  graceMs: z.number(),
});
/** A process that may have to be stopped by whoever comes next; `graceMs` is how long it may take for that. */
export type ChildRecord = z.infer<typeof ChildRecord>;
const State = z.object({ starter: ProcessIdentity, children: z.array(ChildRecord) });
type State = z.infer<typeof State>;

interface StateFile {
  /** Replaces the list of running children, in the order in which they are to be stopped. */
  record(children: readonly ChildRecord[]): void;
  release(): void;
}

/**
 * Takes the data folder for this process and stops what an earlier, killed starter left running (told to `onLeftover`).
 * Throws a SystemError when another living starter holds it.
 */
export async function takeDataDir(dataDir: string, onLeftover: (name: string) => void): Promise<StateFile> {
  const file = join(dataDir, "sistem.json");
  const starter = identify(process.pid) ?? { pid: process.pid, born: "" };
  await claim(file, { starter, children: [] }, onLeftover);
  return {
    record: (children) => writeWhole(file, { starter, children: [...children] }),
    release: () => rmSync(file, { force: true }),
  };
}

/** The process that runs a system on the data folder; undefined where none does. */
export function runningStarter(dataDir: string): ProcessIdentity | undefined {
  const starter = readState(join(dataDir, "sistem.json"))?.starter;
  return starter && isAlive(starter) ? starter : undefined;
}

async function claim(file: string, mine: State, onLeftover: (name: string) => void): Promise<void> {
  const draft = `${file}.${process.pid}`;
  for (;;) {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    try {
      // A link appears whole or not at all, and only for one of two who try at once.
      linkSync(draft, file);
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      await clearDead(file, onLeftover);
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

async function clearDead(file: string, onLeftover: (name: string) => void): Promise<void> {
  const state = readState(file);
  if (state && isAlive(state.starter)) throw new SystemError(inUse(file, state.starter.pid));
  for (const child of state?.children.filter(isAlive) ?? []) {
    onLeftover(child.name);
    await terminate(child, child);
  }
  removeDead(file);
}

/** Of two who clear away the same dead file, the slower must not take away what the faster has put in its place. */
function removeDead(file: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    const state = readState(aside);
    if (state && isAlive(state.starter)) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

const inUse = (file: string, pid: number) =>
  `Process ${pid} already runs a system on ${file.replace(/[^/\\]*$/, "")}. Stop that one (Ctrl-C in its terminal), or give this one a DATA_DIR and ports of its own.`;

function readState(file: string): State | undefined {
  try {
    return State.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

function writeWhole(file: string, state: State): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}
