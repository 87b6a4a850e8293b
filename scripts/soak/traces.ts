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
    const patterns = disguises(texts).map((t) => `%${t.replace(/[\\%_]/g, "\\$&")}%`);
    const found: string[] = [];
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const hit = await client.query(`select 1 from ${name} t where t::text like any($1) limit 1`, [patterns]);
      if (hit.rows.length > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** The files below a folder that hold any of the texts; `skip` says which are not looked at. */
export function filesWith(
  folder: string,
  texts: readonly string[],
  skip: (file: string) => boolean = () => false,
): string[] {
  const needles = disguises(texts).map((t) => Buffer.from(t));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !skip(file) && holdsAny(file, needles));
}

function holdsAny(file: string, needles: readonly Buffer[]): boolean {
  try {
    const content = readFileSync(file);
    return needles.some((needle) => content.includes(needle));
  } catch (error) {
    // A database file may go while it is listed; anything else is a reason to fail.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
