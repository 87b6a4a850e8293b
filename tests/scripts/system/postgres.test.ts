import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import pg from "pg";
import { findFreePorts } from "../../../scripts/system/ports.js";
import {
  createDatabases,
  databaseUrl,
  type PostgresOptions,
  preparePostgres,
} from "../../../scripts/system/postgres.js";
import { createService, type Service } from "../../../scripts/system/service.js";
import { temporaryFolder, untilGone } from "./helpers.js";

// A server starts in two seconds on an idle machine and in many on a busy one.
jest.setTimeout(60_000);

const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
});

async function optionsIn(folder: string): Promise<PostgresOptions> {
  chmodSync(folder, 0o755);
  const [port = 0] = await findFreePorts(1);
  return { dataDir: folder, host: "127.0.0.1", port, password: "sandi-basis-data" };
}

async function start(options: PostgresOptions): Promise<Service> {
  const service = createService(await preparePostgres(options), {
    onChange: () => undefined,
    onDeath: () => undefined,
  });
  services.push(service);
  await service.start();
  return service;
}

async function query(options: PostgresOptions, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl(options, "uji") });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe("the embedded PostgreSQL", () => {
  it("keeps its data through an orderly stop and through kill -9", async () => {
    const options = await optionsIn(temporaryFolder());
    const first = await start(options);
    await createDatabases(databaseUrl(options, "postgres"), ["uji"]);
    await createDatabases(databaseUrl(options, "postgres"), ["uji"]);
    await query(options, "CREATE TABLE t AS SELECT 1 AS n");
    await first.stop();
    const second = await start(options);
    await query(options, "INSERT INTO t VALUES (2)");
    const running = second.process;
    if (!running) throw new Error("no process");
    process.kill(running.pid, "SIGKILL");
    await untilGone(running);
    await start(options);
    expect(await query(options, "SELECT n FROM t ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("makes its files anew when an earlier making was interrupted", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "postgres.new", "base"), { recursive: true });
    writeFileSync(join(folder, "postgres.new", "PG_VERSION"), "17");
    await start(await optionsIn(folder));
    expect(existsSync(join(folder, "postgres.new"))).toBe(false);
    expect(existsSync(join(folder, "postgres.password"))).toBe(false);
  });

  it("says that password and data do not belong together, without either", async () => {
    const options = await optionsIn(temporaryFolder());
    await (await start(options)).stop();
    const other = start({ ...options, password: "sandi-yang-lain" });
    await expect(other).rejects.toThrow("not from the same installation");
    await expect(other).rejects.not.toThrow("sandi-yang-lain");
  });
});
