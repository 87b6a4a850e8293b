/** Putting the files of a backup in the place of a server's data folder, while no server runs on it. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import pg from "pg";
import { BERKAS_TANDA, type TandaPemulihan } from "../../src/pemulihan/index.js";
import { SystemError } from "../system/error.js";
import { findBinaries } from "../system/postgres.js";
import { giveTo, type Launch, launchAs, type PostgresUser, postgresUser } from "../system/postgres-user.js";
import { knownMigrations, type Manifest, objection } from "./manifest.js";
import { unpackBackup } from "./read.js";

/** The last numbers that left the house, where somebody knows them. */
export type LastNumbers = TandaPemulihan["nomorTerakhir"];

interface Unpacked {
  readonly manifest: Manifest;
  /** Folder that holds the files of a server, complete and checked. */
  readonly folder: string;
}

/**
 * Unpacks a backup into a new folder, with the mark by which the first start ends the restore. Throws a SystemError where
 * the backup is damaged or not for this version; the folder is gone then.
 */
export async function unpackInto(
  folder: string,
  backup: Readable,
  numbers: LastNumbers,
  postgres?: number,
): Promise<Unpacked> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const manifest = await unpackBackup(backup, folder);
    const reason = objection(manifest, { migrations: knownMigrations(), postgres });
    if (reason !== undefined) throw new SystemError(`This backup cannot be restored here. ${reason}`);
    const mark: TandaPemulihan = {
      id: randomUUID(),
      titik: manifest.titik,
      dipulihkan: new Date().toISOString(),
      nomorTerakhir: numbers,
    };
    writeFileSync(join(folder, BERKAS_TANDA), JSON.stringify(mark), { mode: 0o600 });
    return { manifest, folder };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Unpacks into the embedded server's folder; what was there is kept beside, under the answered name. */
export async function placeEmbedded(
  options: { readonly dataDir: string; readonly password: string; readonly replace: boolean },
  backup: Readable,
  numbers: LastNumbers,
): Promise<{ readonly manifest: Manifest; readonly aside: string | undefined }> {
  const files = join(options.dataDir, "postgres");
  if (existsSync(files) && !options.replace)
    throw new SystemError(
      `${files} holds a database already. To put the backup in its place say --replace; it is kept beside under another name.`,
    );
  const user = postgresUser();
  const { postgres } = await findBinaries();
  const { manifest, folder } = await unpackInto(`${files}.pulih`, backup, numbers, await majorOf(postgres));
  giveAll(user, folder);
  await setPassword(launchAs(user, postgres, [folder]), folder, options.password);
  const aside = existsSync(files) ? `${files}.sebelum-${mark(new Date())}` : undefined;
  if (aside !== undefined) renameSync(files, aside);
  renameSync(folder, files);
  return { manifest, aside };
}

/** Unpacks into a folder of a server that is not ours to start: empty, or emptied where `replace` says so. */
export async function placeFiles(
  target: string,
  replace: boolean,
  backup: Readable,
  numbers: LastNumbers,
): Promise<Manifest> {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const present = readdirSync(target);
  if (present.length > 0 && !replace)
    throw new SystemError(`${target} is not empty. To put the backup in place of what is there say --replace.`);
  const { manifest, folder } = await unpackInto(join(target, ".pulih"), backup, numbers);
  for (const name of present) rmSync(join(target, name), { recursive: true, force: true });
  for (const name of readdirSync(folder)) renameSync(join(folder, name), join(target, name));
  rmSync(folder, { recursive: true });
  return manifest;
}

const mark = (now: Date): string => now.toISOString().replace(/[-:]|\..*/g, "");

function giveAll(user: PostgresUser | undefined, folder: string): void {
  giveTo(user, folder);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    giveTo(user, join(entry.parentPath, entry.name));
}

async function majorOf(postgres: string): Promise<number | undefined> {
  const child = spawn(postgres, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
  const found = /\) (\d+)/.exec(await text(child.stdout));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/**
 * Gives the server's own role the password of this data folder: the backup may be from before it was changed. A server in
 * single-user mode takes the statement from its input, and recovers the files on the way.
 */
async function setPassword(
  launch: (args: readonly string[]) => Launch,
  folder: string,
  password: string,
): Promise<void> {
  const { command, args, user } = launch(["--single", "-D", folder, "postgres"]);
  const env = { PATH: process.env.PATH, LC_ALL: "C" };
  const child = spawn(command, args, { ...user, cwd: "/", env, stdio: ["pipe", "pipe", "pipe"] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  child.stdin.on("error", () => undefined);
  child.stdin.end(`ALTER ROLE postgres PASSWORD ${pg.escapeLiteral(password)}\n`);
  const [code] = await once(child, "close");
  const said = (await output).join("\n");
  // What it says is not shown whole: an error would quote the statement.
  const trouble = said.split("\n").filter((line) => /\b(FATAL|PANIC)\b/.test(line));
  if (code !== 0 || trouble.length > 0 || /\bERROR\b/.test(said))
    throw new SystemError(`The restored database cannot be recovered.\n${trouble.join("\n")}`);
}
