import { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import * as schema from "./schema.js";

/** Drizzle on the tables of db/schema.ts; a transaction passes for one, too. */
export type Db = NodePgDatabase<typeof schema>;

/** In milliseconds; what is not named has no limit. */
export interface DbLimits {
  /** Longest wait for a connection, be it a new one or one that is in use. */
  readonly connectMs?: number;
  /** The server ends a statement that takes longer, waiting for locks included. */
  readonly statementMs?: number;
  /** A connection that was asked and says nothing for so long is cut off; more than `statementMs`. */
  readonly silenceMs?: number;
  /** The server ends a transaction in which nothing is asked for so long, and with it the locks of a client that is gone. */
  readonly idleMs?: number;
}

/**
 * For gateway and workers: a network that goes silent holds a connection for less than an attempt may take. Idle, however,
 * a transaction may be for long: a migration of many requests holds one while the engine works.
 */
export const SERVICE_LIMITS: DbLimits = { connectMs: 10_000, statementMs: 30_000, silenceMs: 40_000, idleMs: 600_000 };

/**
 * A pool on the product's database, and its closer. Errors of idle connections go to `onError`, not to the process. Without
 * limits it is for migrations and tools, which may be long at one statement.
 */
export function openDb(
  url: string,
  onError: (error: Error) => void,
  max = 10,
  { connectMs, statementMs, silenceMs, idleMs }: DbLimits = {},
): { db: Db; close: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleMs,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => {
    // While a client is checked out the pool does not listen to it: PostgreSQL going away between two queries of a
    // transaction would end the whole process.
    client.on("error", onError);
    if (silenceMs !== undefined) endWhenSilent(client, silenceMs);
  });
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}

/**
 * pg's own query_timeout would give up the query but keep the connection, on which the rollback waits again. The socket's
 * time-out tells silence; `drain`, that everything asked so far has been answered.
 */
function endWhenSilent(client: pg.PoolClient, ms: number): void {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined;
  if (!(stream instanceof Socket)) return;
  let answered = stream.bytesWritten;
  client.on("drain", () => {
    answered = stream.bytesWritten;
  });
  stream.setTimeout(ms, () => {
    if (stream.bytesWritten > answered) stream.destroy();
  });
}

/** Brings the schema up to date; safe to run at every start and by several processes one after another. */
export async function migrateDb(url: string): Promise<void> {
  const { db, close } = openDb(url, () => undefined, 1);
  // dist/src/db and src/db both stand two levels below a folder that holds src/db/migrations in the repository.
  const folder = fileURLToPath(new URL("./migrations", import.meta.url)).replace(/\/dist\/src\/db\//, "/src/db/");
  await migrate(db, { migrationsFolder: folder }).finally(close);
}
