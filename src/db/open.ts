import { fileURLToPath } from "node:url";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import * as schema from "./schema.js";

export type Db = NodePgDatabase<typeof schema>;

/** A pool on the product's database, and its closer. Errors of idle connections go to `onError`, not to the process. */
export function openDb(url: string, onError: (error: Error) => void, max = 10): { db: Db; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on("error", onError);
  // While a client is checked out the pool does not listen to it: PostgreSQL going away between two queries of a
  // transaction would end the whole process.
  pool.on("connect", (client) => client.on("error", onError));
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}

/** Brings the schema up to date; safe to run at every start and by several processes one after another. */
export async function migrateDb(url: string): Promise<void> {
  const { db, close } = openDb(url, () => undefined, 1);
  // dist/src/db and src/db both stand two levels below a folder that holds src/db/migrations in the repository.
  const folder = fileURLToPath(new URL("./migrations", import.meta.url)).replace(/\/dist\/src\/db\//, "/src/db/");
  await migrate(db, { migrationsFolder: folder }).finally(close);
}
