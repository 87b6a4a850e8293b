/** A real PostgreSQL for one test file, migrated and empty, on a port of its own; nothing of it is left afterwards. */
import { jest } from "@jest/globals";
import { startTemporaryPostgres } from "../../scripts/system/temporary-postgres.js";
import { type Db, openDb } from "../../src/db/open.js";

// A server needs two seconds on an idle machine and many on a busy one; a hook that gives up would leave it running.
jest.setTimeout(120_000);

export interface TestDatabase {
  readonly url: string;
  readonly db: Db;
  /** Ends the server for a while, as an outage would; `start` brings it back with its data. */
  readonly server: { start(): Promise<void>; stop(): Promise<void> };
  stop(): Promise<void>;
}

/** Starts the server; call `stop` in `afterAll`. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const { url, server, remove } = await startTemporaryPostgres("uji-postgres-");
  const { db, close } = openDb(url, () => undefined);
  const stop = async () => {
    await close();
    await remove();
  };
  return { url, db, server, stop };
}
