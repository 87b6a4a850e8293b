/**
 * A running PostgreSQL read through SQL alone, as its superuser: PostgreSQL's own low-level backup. All databases of the
 * server come from the same point of its write-ahead log, which no dump of one after the other could give.
 * https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
import pg from "pg";
import { z } from "zod";
import { SystemError } from "../system/error.js";
import type { TarMember } from "./tar.js";

const CHUNK = 4 << 20;

/** Made anew by every server, or only of use to the running one; PostgreSQL's documentation lists them. */
const NOT_CONTENT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label|tablespace_map|pemulihan\.json)$/;
/** Read last, when nothing else can change any more what it tells. */
const CONTROL = "global/pg_control";

interface Entry {
  readonly path: string;
  readonly isdir: boolean;
  readonly size: number;
}

/** A server in backup mode. */
export interface Cluster {
  readonly version: { readonly text: string; readonly major: number; readonly machine: string };
  /** Folders and files of the data folder, as they are while they are read. */
  files(): AsyncGenerator<TarMember>;
  /** Ends the backup mode; answers its moment and the files that make the others consistent. */
  finish(): Promise<{ readonly at: Date; readonly files: AsyncGenerator<TarMember> }>;
  close(): Promise<void>;
}

/** Puts the server behind the address into backup mode; throws a SystemError where it may not be read like this. */
export async function openCluster(url: string): Promise<Cluster> {
  const client = new pg.Client({ connectionString: url, application_name: "cadangan" });
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new SystemError(`The database does not answer: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    await requireRights(client, url);
    const version = await versionOf(client);
    // Keeps the log of the time of the backup from being recycled; goes with the connection.
    await client.query("select pg_create_physical_replication_slot($1, true, true)", [`cadangan_${process.pid}`]);
    const { rows } = await client.query<{ wal: string }>(
      "select pg_walfile_name(pg_backup_start($1, fast => true)) as wal",
      ["reset-password-spse"],
    );
    const first = rows[0]?.wal ?? "";
    return {
      version,
      files: () => contents(client),
      finish: () => finish(client, first),
      close: () => client.end().catch(() => undefined),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function requireRights(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ super: boolean; tablespaces: number }>(
    `select rolsuper as super, (select count(*)::int from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as tablespaces
     from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.super)
    throw new SystemError(
      `The role of the database at ${new URL(url).host} may not read the server's files. Back that server up by its own means, permohonan and camunda together to one point in time (pg_basebackup, or the provider's snapshots).`,
    );
  if (rows[0].tablespaces > 0)
    throw new SystemError("This server keeps data in tablespaces of its own: back it up with pg_basebackup.");
}

async function versionOf(client: pg.Client): Promise<Cluster["version"]> {
  const { rows } = await client.query<{ text: string; major: number; machine: string }>(
    `select current_setting('server_version') as text, current_setting('server_version_num')::int / 10000 as major,
       substring(version() from ' on ([^-]+)-') as machine`,
  );
  return z.object({ text: z.string(), major: z.number(), machine: z.string() }).parse(rows[0]);
}

const TREE = `with recursive tree(path, isdir, size) as (
    select name, (s).isdir, (s).size from pg_ls_dir('.') as name, lateral (select pg_stat_file(name, true) as s) as t
    union all
    select path || '/' || name, (s).isdir, (s).size from tree, lateral pg_ls_dir(path, true, false) as name,
      lateral (select pg_stat_file(path || '/' || name, true) as s) as t
    where tree.isdir)
  select path, isdir, size::float8 as size from tree where isdir is not null order by path`;

async function* contents(client: pg.Client): AsyncGenerator<TarMember> {
  const { rows } = await client.query<Entry>(TREE);
  const wanted = rows.filter(({ path, isdir }) => isdir || (path !== CONTROL && !NOT_CONTENT.test(path)));
  const inside = wanted.filter(({ path, isdir }) => !isdir || !/^(pg_replslot|pg_dynshmem)\//.test(path));
  for (const { path, isdir, size } of inside)
    yield isdir ? { path, kind: "folder", size: 0, body: [] } : { path, kind: "file", size, body: read(client, path) };
}

/** A file that is gone meanwhile, or shorter, was so by a change that stands in the log. */
async function* read(client: pg.Client, path: string): AsyncGenerator<Buffer> {
  for (let offset = 0; ; offset += CHUNK) {
    const part = await readPart(client, path, offset);
    if (part !== undefined && part.length > 0) yield part;
    if (part === undefined || part.length < CHUNK) return;
  }
}

async function readPart(client: pg.Client, path: string, offset: number): Promise<Buffer | undefined> {
  const text = "select pg_read_binary_file($1, $2, $3, true) as bytes";
  const { rows } = await client.query<{ bytes: Buffer | null }>({ text, values: [path, offset, CHUNK] });
  return rows[0]?.bytes ?? undefined;
}

async function finish(client: pg.Client, first: string): ReturnType<Cluster["finish"]> {
  const control = await settled(client, CONTROL);
  const { rows } = await client.query<{ label: string; last: string; at: Date }>(
    `select labelfile as label, pg_walfile_name(lsn) as last, clock_timestamp() as at
     from pg_backup_stop(wait_for_archive => false)`,
  );
  const [end] = rows;
  if (end === undefined) throw new SystemError("The server did not end the backup.");
  const { rows: segments } = await client.query<{ name: string }>(
    "select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name between $1 and $2 order by name",
    [first, end.last],
  );
  if (segments[0]?.name !== first)
    throw new SystemError("The server has thrown away a part of its log while it was read. Try again.");
  return { at: end.at, files: closing(client, control, end.label, segments) };
}

async function* closing(
  client: pg.Client,
  control: Buffer,
  label: string,
  segments: readonly { readonly name: string }[],
): AsyncGenerator<TarMember> {
  const whole = (path: string, bytes: Buffer): TarMember => ({
    path,
    kind: "file",
    size: bytes.length,
    body: [bytes],
  });
  for (const { name } of segments) {
    const parts: Buffer[] = [];
    for await (const part of read(client, `pg_wal/${name}`)) parts.push(part);
    yield whole(`pg_wal/${name}`, Buffer.concat(parts));
  }
  yield whole(CONTROL, control);
  yield whole("backup_label", Buffer.from(label));
}

/** A small file that the server may be writing just now: read until two readings agree. */
async function settled(client: pg.Client, path: string): Promise<Buffer> {
  for (let before = await readPart(client, path, 0); ; ) {
    const now = await readPart(client, path, 0);
    if (now === undefined) throw new SystemError(`The server has no ${path}.`);
    if (before?.equals(now)) return now;
    before = now;
  }
}
