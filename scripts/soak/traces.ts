/** Looking for given texts in everything that a running system wrote: database tables, files, recorded replies. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

const encodings = (text: string): string[] => {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString("hex"),
    bytes.toString("base64").replace(/=+$/, ""),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
};

/** The texts as they might be written: plain, hex, base64, URL- and JSON-escaped; each once. */
export const disguises = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(encodings))];

const TABLES = `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`;

/** The tables of a database that hold any of the texts; binary columns are searched as hex, and as the bytes they are. */
export async function tablesWith(url: string, texts: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const holdsAny = createFinder(texts);
    const found: string[] = [];
    await client.query("begin read only");
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows)
      if (await tableHolds(client, name, holdsAny)) found.push(name);
    return found;
  } finally {
    await client.end();
  }
}

const ROWS_AT_ONCE = 200;

/** Comparing here takes a fraction of what `like any` takes in the database. */
async function tableHolds(client: pg.Client, table: string, holdsAny: Finder): Promise<boolean> {
  await client.query(`declare isi cursor for select t::text as row from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from isi`);
    const found = rows.some(({ row }) => holdsAny(Buffer.from(row)));
    if (found || rows.length < ROWS_AT_ONCE) {
      await client.query("close isi");
      return found;
    }
  }
}

/** The files below a folder that hold any of the texts; `skip` says which are not looked at. */
export function filesWith(
  folder: string,
  texts: readonly string[],
  skip: (file: string) => boolean = () => false,
): string[] {
  const holdsAny = createFinder(texts);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !skip(file) && holdsAny(contentOf(file)));
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    // A database file may go while it is listed; anything else is a reason to fail.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** Whether a content holds any of the texts it was made for. */
export type Finder = (content: Buffer) => boolean;

const START_BYTES = 4;
const HASH_BITS = 20;
/** Knuth's multiplicative hash: few of a content's positions share a bucket with a needle's start. */
const bucketOf = (start: number): number => Math.imul(start, 0x9e37_79b1) >>> (32 - HASH_BITS);

/** A search of Node's own for each needle is faster than one pass in JavaScript for all, up to about this many. */
const FEW_NEEDLES = 150;

/** Looks for all disguises of all texts. */
export function createFinder(texts: readonly string[]): Finder {
  const needles = disguises(texts).map((text) => Buffer.from(text));
  if (needles.length > FEW_NEEDLES) return onePass(needles);
  return (content) => needles.some((needle) => content.includes(needle));
}

function onePass(needles: readonly Buffer[]): Finder {
  const byStart = new Map<number, Buffer[]>();
  const mayStart = new Uint8Array(1 << HASH_BITS);
  for (const needle of needles) {
    if (needle.length < START_BYTES) throw new Error(`a text below ${START_BYTES} bytes is found everywhere`);
    const start = needle.readInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
    mayStart[bucketOf(start)] = 1;
  }
  return (content) => {
    let start = 0;
    for (let i = 0; i < content.length; i++) {
      const byte = content[i] ?? 0;
      start = (start >>> 8) | (byte << 24);
      const at = i - START_BYTES + 1;
      if (mayStart[bucketOf(start)] === 1 && byStart.get(start)?.some((needle) => standsAt(content, at, needle)))
        return true;
    }
    return false;
  };
}

const standsAt = (content: Buffer, at: number, needle: Buffer): boolean =>
  at >= 0 && content.compare(needle, 0, needle.length, at, Math.min(at + needle.length, content.length)) === 0;
