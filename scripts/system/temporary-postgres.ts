/** A real PostgreSQL for tests and benches: migrated and empty, on a port of its own; nothing of it is left after `remove`. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDb } from "../../src/db/open.js";
import { findFreePorts } from "./ports.js";
import { createDatabases, databaseUrl, preparePostgres } from "./postgres.js";
import { createService } from "./service.js";

/** `url` is the owner's; `server` ends and starts it with its data, `remove` ends it for good. */
export interface TemporaryPostgres {
  readonly url: string;
  readonly server: { start(): Promise<void>; stop(): Promise<void> };
  remove(): Promise<void>;
}

/** Starts a server whose folder begins with `prefix`. */
export async function startTemporaryPostgres(prefix: string): Promise<TemporaryPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  // PostgreSQL may run as another user.
  chmodSync(dataDir, 0o755);
  const [port = 0] = await findFreePorts(1);
  const options = { dataDir, host: "127.0.0.1", port, password: randomBytes(12).toString("hex") };
  const server = createService(await preparePostgres(options), { onChange: () => {}, onDeath: () => {} });
  await server.start();
  await createDatabases(databaseUrl(options, "postgres"), ["permohonan"]);
  const url = databaseUrl(options, "permohonan");
  await migrateDb(url);
  const remove = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, server: { start: () => server.start(), stop: () => server.stop() }, remove };
}
