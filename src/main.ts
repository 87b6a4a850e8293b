/** The gateway's process: reads the options, opens what the routes need, listens until it is told to stop. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { kunciJangkar } from "./arsip/index.js";
import { muatKalender } from "./calendar/load.js";
import { engineUrl, type GatewayConfig, gatewayOptions, outerAddress, outerOrigin, readConfig } from "./config.js";
import { openDb, SERVICE_LIMITS } from "./db/open.js";
import { createEngine } from "./engine/client.js";
import { createGateway } from "./gateway/app.js";
import { createKonteks } from "./gateway/konteks.js";
import { jangkarArsipGateway } from "./gateway/latar/jangkar-arsip.js";
import { laporanBulananGateway } from "./gateway/latar/laporan-bulanan.js";
import { awasiKalender } from "./gateway/latar/pengawas-kalender.js";
import { sapuUnggahanGateway } from "./gateway/latar/sapu-unggahan.js";
import { gantunganDari } from "./kredensial/index.js";
import { createLogger } from "./log.js";
import { muatMerek } from "./merek.js";
import { bacaFolderSurat } from "./surat/berkas.js";
import { tandaTanganDari } from "./tanda-tangan/dari-opsi.js";
import { startTracing } from "./tracing.js";
import { endOnUncaught } from "./uncaught.js";

const SERVICE_ACCOUNT = "layanan-gateway";
const MODELER_ACCOUNT = "layanan-modeler";
/** How long requests under way may take to end when the process is told to stop. */
const GRACE_MS = 8_000;

const config = readConfig(gatewayOptions);
const logger = createLogger("gateway", config.LOG_LEVEL);
const endTracing = config.OTEL_EXPORTER_OTLP_ENDPOINT
  ? await startTracing("gateway", config.OTEL_EXPORTER_OTLP_ENDPOINT)
  : async () => {};
const database = openDb(
  databaseUrl(config),
  () => logger.warn("an idle database connection broke"),
  10,
  SERVICE_LIMITS,
);
const url = engineUrl(config);

const kalender = await muatKalender(config.KALENDER_DIR);

const deps = {
  engineUrl: url,
  asal: outerOrigin(config),
  engine: createEngine({ url, user: SERVICE_ACCOUNT, password: config.GATEWAY_ENGINE_PASSWORD }),
  engineModeler: createEngine({ url, user: MODELER_ACCOUNT, password: config.MODELER_ENGINE_PASSWORD }),
  modeler: {
    empatMata: config.MODELER_EMPAT_MATA,
    ujiWajib: config.MODELER_UJI_WAJIB,
    ujiBatasMs: config.MODELER_UJI_BATAS_MS,
  },
  db: database.db,
  logger,
  kunci: gantunganDari(config),
  uploadMaxBytes: config.UPLOAD_MAX_BYTES,
  suratDir: config.SURAT_DIR,
  // dist/src/main.js stands beside dist/web.
  webDir: fileURLToPath(new URL("../web", import.meta.url)),
  simulator: simulator(config),
  merek: await muatMerek(config.MEREK_DIR),
  jam: () => new Date(),
  kalender,
  arsip: pengaturanArsip(config),
  tandaTangan: tandaTanganDari(config, outerAddress(config)),
  verifikasiPerMenit: config.VERIFIKASI_PER_MENIT,
  batas: {
    permintaanPerMenit: config.PERMINTAAN_PER_MENIT,
    unggahanPerMenit: config.UNGGAHAN_PER_MENIT,
    masuk: { percobaan: config.MASUK_PERCOBAAN, seluruhnya: config.MASUK_GAGAL_SELURUHNYA },
  },
};
const konteks = createKonteks(deps);
const app = createGateway(deps, konteks);
endOnUncaught(logger, process);
const server = createServer(app).listen(config.GATEWAY_PORT, config.HOST);
await once(server, "listening");
logger.info({ host: config.HOST, port: config.GATEWAY_PORT }, "gateway listening");
awasiKalender(kalender, logger, () => new Date());
const laporanBulanan = laporanBulananGateway(konteks);
const jangkarArsip = jangkarArsipGateway(konteks);
const sapuUnggahan = sapuUnggahanGateway(konteks, config.UNGGAHAN_SIMPAN_HARI);

let signals = 0;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (++signals > 1) process.exit(1);
    stop(signal).catch((err: unknown) => {
      logger.error({ err }, "the gateway did not stop cleanly");
      process.exit(1);
    });
  });
}

/** Takes no new connections, lets requests under way end, then closes the database. */
async function stop(signal: string): Promise<void> {
  logger.info({ signal }, "stopping");
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  await Promise.all([closed, laporanBulanan.berhenti(), jangkarArsip.berhenti(), sapuUnggahan.berhenti()]);
  await database.close();
  await endTracing();
  process.exit(0);
}

function databaseUrl({ DATABASE_URL }: GatewayConfig): string {
  if (DATABASE_URL) return DATABASE_URL;
  throw new Error("DATABASE_URL is not set: the gateway needs the product's PostgreSQL (npm start sets it by itself)");
}

function pengaturanArsip({ SURAT_DIR, ARSIP_KEY, ARSIP_SIMPAN_TAHUN: simpanTahun }: GatewayConfig) {
  const { kop } = bacaFolderSurat(SURAT_DIR);
  const nama = "periksa-ekspor.mjs";
  return {
    kodeKlasifikasi: kop.nomor.klasifikasi,
    unitPengolah: kop.layanan ?? kop.unit,
    simpanTahun,
    kunci: kunciJangkar(ARSIP_KEY),
    // dist/src/main.js stands two levels below the repository.
    skrip: { nama, isi: readFileSync(new URL(`../../src/arsip/${nama}`, import.meta.url), "utf8") },
  };
}

function simulator({ DEMO, HOST, SPSE_SIMULATOR_PORT, EPESAN_SIMULATOR_PORT }: GatewayConfig) {
  const at = (port: number) => `http://${HOST}:${port}`;
  return DEMO ? { spse: at(SPSE_SIMULATOR_PORT), epesan: at(EPESAN_SIMULATOR_PORT) } : null;
}
