/** The command lines of `npm run backup` and `npm run restore`. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { SystemError } from "../system/error.js";
import type { LastNumbers } from "./place.js";

const BACKUP_USAGE = "npm run backup -- --out FOLDER|FILE";
const RESTORE_USAGE = "npm run restore -- FILE [--replace] [--last-letter N] [--last-request N] [--into FOLDER]";

const Count = z.coerce.number().int().min(0).optional();

/** `replace`: the backup may take the place of a database that is there. */
export interface RestoreOptions {
  readonly file: string;
  readonly replace: boolean;
  /** Data folder of a server of one's own; unset: the embedded one. */
  readonly into: string | undefined;
  readonly numbers: LastNumbers;
}

/** Throws a SystemError with the usage where the arguments are others. */
export function restoreOptions(args: readonly string[]): RestoreOptions {
  const { values, positionals } = parse(args, RESTORE_USAGE, {
    replace: { type: "boolean", default: false },
    into: { type: "string" },
    "last-letter": { type: "string" },
    "last-request": { type: "string" },
  });
  const [file, ...more] = positionals;
  const surat = Count.safeParse(values["last-letter"]);
  const permohonan = Count.safeParse(values["last-request"]);
  if (file === undefined || more.length > 0 || !surat.success || !permohonan.success)
    throw new SystemError(`Usage: ${RESTORE_USAGE}`);
  const numbers = { surat: surat.data, permohonan: permohonan.data };
  return { file, replace: values.replace, into: values.into, numbers };
}

/** The file to write: a name with the time, where a folder is given. */
export function backupFile(args: readonly string[], now: Date): string {
  const { values, positionals } = parse(args, BACKUP_USAGE, { out: { type: "string" } });
  const out = z.string().min(1).safeParse(values.out);
  if (!out.success || positionals.length > 0) throw new SystemError(`Usage: ${BACKUP_USAGE}`);
  const name = `cadangan-${now.toISOString().slice(0, 19).replaceAll(":", "")}.tar.gz`;
  return statSync(out.data, { throwIfNoEntry: false })?.isDirectory() ? join(out.data, name) : out.data;
}

function parse<const T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  usage: string,
  options: T,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new SystemError(`Usage: ${usage}`);
  }
}
