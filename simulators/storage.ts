import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A whole file written anew after changes. */
export interface Snapshot {
  /** Resolves when a state not older than this call is on disk; calls made during a write share the next one. */
  save(): Promise<void>;
}

/** Keeps what `take` answers as JSON in a file, replaced at once so that a crash leaves the old or the new one. */
export function createSnapshot(path: string | undefined, take: () => unknown): Snapshot {
  if (path === undefined) return { save: async () => {} };
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async () => {
    next = undefined;
    await writeFile(`${path}.tmp`, JSON.stringify(take()), { mode: 0o600 });
    await rename(`${path}.tmp`, path);
  };
  const save = () => {
    next ??= running.catch(() => {}).then(write);
    running = next;
    return next;
  };
  return { save };
}

/** A file that grows by one JSON line at a time. */
export interface Journal {
  append(entry: unknown): Promise<void>;
  clear(): Promise<void>;
}

/** Opens a journal; the entries are written in the order of the calls. */
export function createJournal(path: string | undefined): Journal {
  if (path === undefined) return { append: async () => {}, clear: async () => {} };
  let last: Promise<void> = Promise.resolve();
  const after = (write: () => Promise<void>) => {
    last = last.catch(() => {}).then(write);
    return last;
  };
  return {
    // The line break comes first, so that a line torn by a crash never swallows the next one.
    append: (entry) => after(() => appendFile(path, `\n${JSON.stringify(entry)}`, { mode: 0o600 })),
    clear: () => after(() => writeFile(path, "", { mode: 0o600 })),
  };
}

/** The text of a file of ours, undefined when there is none; makes its folder. */
export async function readStored(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The JSON values of a journal's lines; torn lines are left out. */
export function readLines(text: string): unknown[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line ? [JSON.parse(line)] : [];
    } catch {
      return [];
    }
  });
}
