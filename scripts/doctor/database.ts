/** The product's PostgreSQL: does it answer, is the schema that of this version, do clocks and keys agree. */
import { readFileSync } from "node:fs";
import pg from "pg";
import { z } from "zod";
import { fromRoot } from "../system/addresses.js";
import { type Finding, fine, warning, wrong } from "./finding.js";

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
/** Clocks further apart than this show in due dates and tokens. */
const SKEW_WARN_MS = 2_000;

/** All findings of the database; `keyIds` are the ids of the configured credential keys. */
export async function database(url: string, keyIds: readonly string[]): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  const host = new URL(url).host;
  try {
    await client.connect();
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    const why =
      code === "28P01" ? "refuses the password" : code === "3D000" ? "has no such database" : "does not answer";
    return [wrong("Database", `${host} ${why}.`, "Start the system or the server, or correct DATABASE_URL.")];
  }
  try {
    return [await version(client, host), await clock(client), await schema(client), await keys(client, keyIds)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function version(client: pg.Client, host: string): Promise<Finding> {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  return fine("Database", `PostgreSQL ${rows[0]?.server_version ?? "?"} answers at ${host}.`);
}

async function clock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const half = (Date.now() - before) / 2;
  return skew("Clock of the database", (rows[0]?.now.getTime() ?? 0) - before - half);
}

/** What a clock that is `ms` ahead of this machine's means. */
export function skew(what: string, ms: number): Finding {
  const says = `${Math.abs(Math.round(ms))} ms ${ms < 0 ? "behind" : "ahead of"} this machine.`;
  if (Math.abs(ms) < SKEW_WARN_MS) return fine(what, says);
  return warning(what, says, "Let both machines follow the same time server (chrony, systemd-timesyncd).");
}

async function schema(client: pg.Client): Promise<Finding> {
  const journal = JSON.parse(readFileSync(fromRoot("src/db/migrations/meta/_journal.json"), "utf8"));
  const wanted = Journal.parse(journal).entries.length;
  const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations");
  const done = rows[0]?.n ?? 0;
  const says = `${done} of ${wanted} migrations are done.`;
  if (done === wanted) return fine("Schema", says);
  if (done > wanted)
    return wrong("Schema", says, "The database belongs to a newer version of the product: run that version.");
  return wrong("Schema", says, "Start the system: it migrates first.");
}

async function keys(client: pg.Client, keyIds: readonly string[]): Promise<Finding> {
  const { rows } = await client.query<{ id_kunci: string; n: number }>(
    "SELECT id_kunci, count(*)::int AS n FROM nonce_kredensial WHERE length(nonce) > 0 GROUP BY id_kunci",
  );
  const lost = rows.filter(({ id_kunci }) => !keyIds.includes(id_kunci));
  const under = rows.reduce((sum, { n }) => sum + n, 0);
  if (lost.length === 0) return fine("Keys", `${under} credentials on their way, all under keys that are configured.`);
  const names = lost.map(({ id_kunci, n }) => `${id_kunci} (${n})`).join(", ");
  return wrong(
    "Keys",
    `credentials are on their way under keys that are not configured: ${names}.`,
    "Give the old keys back in KREDENSIAL_KEYS_LAMA until these requests are done.",
  );
}
