import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const KEPT_BYTES = 20_000_000;
const TAIL_BYTES = 16_384;
const LINE_LENGTH = 240;

/** Opens a log for appending and answers its descriptor; a log that has grown large becomes `<name>.1` first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > KEPT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** The last lines of a file, long ones cut; none when it cannot be read. */
export function lastLines(file: string, count: number): string[] {
  try {
    const lines = readTail(file).trimEnd().split("\n").slice(-count);
    return lines.map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)} …` : line));
  } catch {
    return [];
  }
}

function readTail(file: string): string {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(TAIL_BYTES);
    const start = Math.max(0, statSync(file).size - TAIL_BYTES);
    return buffer.toString("utf8", 0, readSync(handle, buffer, 0, TAIL_BYTES, start));
  } finally {
    closeSync(handle);
  }
}
