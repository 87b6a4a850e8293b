/** The workers' process: reads the options, opens what the topics need, runs until it is told to stop. */
import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Registry } from "prom-client";
import { muatKalender } from "../src/calendar/load.js";
import { engineUrl, outerAddress, readConfig, type WorkersConfig, workersOptions } from "../src/config.js";
import { openDb, SERVICE_LIMITS } from "../src/db/open.js";
import { createEngine, nothing } from "../src/engine/client.js";
import { gantunganDari } from "../src/kredensial/index.js";
import { createLogger } from "../src/log.js";
import { readOrganisasi } from "../src/organisasi.js";
import { createPencetakSurat } from "../src/surat/render.js";
import { createPenyediaTemplat } from "../src/surat-keluar/index.js";
import { startTracing } from "../src/tracing.js";
import { endOnUncaught } from "../src/uncaught.js";
import { type Breaker, createAdapters, createBreaker } from "./adapters/index.js";
import { createCatches } from "./caught-errors.js";
import { createDirektori } from "./direktori.js";
import { startHealth } from "./health.js";
import { topics } from "./registry.js";
import { createRuntime } from "./runtime/runtime.js";
import { startSapuNonce } from "./sapu-nonce.js";

const SERVICE_ACCOUNT = "layanan-workers";
/** Longest time of one call to the engine in milliseconds, polls apart. */
const CALL_MS = 5_000;
/** A probe that does not answer within this many milliseconds counts as failed. */
const PROBE_MS = 2_000;
/** Pause between two sweeps for nonces of requests that were deleted. */
const SAPU_MS = 900_000;

const config = readConfig(workersOptions);
const logger = createLogger("workers", config.LOG_LEVEL);
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const endTracing = config.OTEL_EXPORTER_OTLP_ENDPOINT
  ? await startTracing("workers", config.OTEL_EXPORTER_OTLP_ENDPOINT)
  : async () => {};
const database = openDb(
  databaseUrl(config),
  () => logger.warn("an idle database connection broke"),
  10,
  SERVICE_LIMITS,
);
const engineOptions = { url: engineUrl(config), user: SERVICE_ACCOUNT, password: config.WORKERS_ENGINE_PASSWORD };
const engine = createEngine(engineOptions);
const timeoutMs = config.ADAPTER_TIMEOUT_MS;
const breakers = { spse: breaker("spse"), epesan: breaker("epesan") };
const adapters = createAdapters({
  breakers,
  spse: { url: config.SPSE_URL, token: config.SPSE_TOKEN, timeoutMs },
  epesan: { url: config.EPESAN_URL, token: config.EPESAN_TOKEN, timeoutMs },
});
const deps = {
  db: database.db,
  adapters,
  kunci: gantunganDari(config),
  surat: createPenyediaTemplat(database.db, createPencetakSurat({ dir: config.SURAT_DIR })),
  arsip: { simpanTahun: config.ARSIP_SIMPAN_TAHUN },
  organisasi: readOrganisasi(config.ORGANISASI_FILE),
  kalender: await muatKalender(config.KALENDER_DIR),
  direktori: createDirektori(engine),
  alamat: outerAddress(config),
  now: () => new Date(),
};

const { url, ...login } = engineOptions;
const runtime = createRuntime(
  { topics, deps, logger, registry, breakers, catches: createCatches(engine, CALL_MS) },
  { engineUrl: url, ...login, maxTasks: config.WORKERS_MAX_TASKS, requestTimeoutMs: CALL_MS },
);
const health = await startHealth(
  { state: runtime.state, ready, registry },
  { host: config.HOST, port: config.WORKERS_PORT },
);
runtime.start();
const endSweeps = startSapuNonce(
  { db: database.db, engine, logger, oleh: SERVICE_ACCOUNT, now: () => new Date() },
  SAPU_MS,
);
logger.info({ workerId: runtime.workerId, topics: topics.length, port: config.WORKERS_PORT }, "workers started");

endOnUncaught(logger, process);
let signals = 0;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (++signals > 1) process.exit(1);
    stop(signal).catch((error: unknown) => {
      logger.error({ name: error instanceof Error ? error.name : "unknown" }, "the workers did not stop cleanly");
      process.exit(1);
    });
  });
}

async function stop(signal: string): Promise<void> {
  logger.info({ signal }, "stopping");
  endSweeps();
  await runtime.stop(config.WORKERS_GRACE_MS);
  await health.close();
  await adapters.close();
  await database.close();
  await endTracing();
  // Whatever still hangs is abandoned work that ignored its signal; it is idempotent.
  process.exit(0);
}

async function ready(): Promise<Record<string, boolean>> {
  const [databaseAnswers, engineAnswers] = await Promise.all([
    succeeds(database.db.execute(sql`select 1 from nonce_kredensial limit 1`)),
    succeeds(engine.call("GET", "/version", { schema: nothing, signal: AbortSignal.timeout(PROBE_MS) })),
  ]);
  return { polling: runtime.ready(), database: databaseAnswers, engine: engineAnswers };
}

function breaker(adapter: string): Breaker {
  const { BREAKER_FAILURES: failures, BREAKER_OPEN_MS: openMs, BREAKER_MAX_OPEN_MS: maxOpenMs } = config;
  return createBreaker(
    { failures, openMs, maxOpenMs },
    () => performance.now(),
    (state) => {
      if (state === "open") logger.warn({ adapter }, "a service does not answer; its tasks wait");
      else logger.info({ adapter }, "a service answers again");
    },
  );
}

function succeeds(work: PromiseLike<unknown>): Promise<boolean> {
  const limit = new Promise<boolean>((resolve) => setTimeout(resolve, PROBE_MS, false).unref());
  return Promise.race([
    Promise.resolve(work).then(
      () => true,
      () => false,
    ),
    limit,
  ]);
}

function databaseUrl({ DATABASE_URL }: WorkersConfig): string {
  if (DATABASE_URL) return DATABASE_URL;
  throw new Error("DATABASE_URL is not set: the workers need the product's PostgreSQL (npm start sets it by itself)");
}
