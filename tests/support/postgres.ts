/** A real PostgreSQL for one test file, migrated and empty, on a port of its own; nothing of it is left afterwards. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { findFreePorts } from "../../scripts/system/ports.js";
import { createDatabases, databaseUrl, preparePostgres } from "../../scripts/system/postgres.js";
import { createService } from "../../scripts/system/service.js";
import { type Db, migrateDb, openDb } from "../../src/db/open.js";

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
  const dataDir = mkdtempSync(join(tmpdir(), "uji-postgres-"));
  // PostgreSQL may run as another user than the tests.
  chmodSync(dataDir, 0o755);
  const [port = 0] = await findFreePorts(1);
  const options = { dataDir, host: "127.0.0.1", port, password: randomBytes(12).toString("hex") };
  const server = createService(await preparePostgres(options), { onChange: () => {}, onDeath: () => {} });
  await server.start();
  await createDatabases(databaseUrl(options, "postgres"), ["permohonan"]);
  const url = databaseUrl(options, "permohonan");
  await migrateDb(url);
  const { db, close } = openDb(url, () => undefined);
  const stop = async () => {
    await close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, db, server: { start: () => server.start(), stop: () => server.stop() }, stop };
}
