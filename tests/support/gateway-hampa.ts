/** The gateway with nothing behind it: for looking at its routes, not for asking them anything. */
import { pino } from "pino";
import { kunciJangkar } from "../../src/arsip/index.js";
import { muatKalender } from "../../src/calendar/load.js";
import type { Db } from "../../src/db/open.js";
import { createEngine } from "../../src/engine/client.js";
import { createGateway, type GatewayDeps } from "../../src/gateway/app.js";
import { MEREK_BAWAAN } from "../../src/merek.js";
import { tandaTanganUji } from "./tanda-tangan.js";

const engine = createEngine({ url: "http://127.0.0.1:9", user: "x", password: "x" });

const hampa = async (): Promise<GatewayDeps> => ({
  engineUrl: "http://127.0.0.1:9",
  asal: "http://localhost:3000",
  engine,
  engineModeler: engine,
  modeler: { empatMata: true, ujiWajib: false, ujiBatasMs: 5_000 },
  db: {} as Db,
  logger: pino({ level: "silent" }),
  kunci: [{ id: "k1", rahasia: "kunci untuk pengujian" }],
  uploadMaxBytes: 1_000,
  suratDir: "surat",
  webDir: "dist/web",
  simulator: null,
  merek: MEREK_BAWAAN,
  jam: () => new Date("2026-11-23T03:00:00Z"),
  arsip: {
    kodeKlasifikasi: "PL.02",
    unitPengolah: "LPSE",
    simpanTahun: 5,
    kunci: kunciJangkar("rahasia-uji-jangkar"),
    skrip: { nama: "x.mjs", isi: "" },
  },
  kalender: await muatKalender("bpmn/kalender"),
  tandaTangan: tandaTanganUji(),
  verifikasiPerMenit: 1_000,
  batas: { permintaanPerMenit: 1_000, unggahanPerMenit: 1_000, masuk: { percobaan: 5, seluruhnya: 60 } },
});

/** A layer of Express 5's router, as far as it is looked at here. */
interface Lapis {
  readonly rawPath: string | readonly string[];
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Lapis[] };
}

/** Every route of the gateway as `GET /api/tugas/:id`, in the order of its code. */
export async function ruteTerpasang(): Promise<string[]> {
  const app = createGateway(await hampa());
  return telusuri((app.router as unknown as { stack: readonly Lapis[] }).stack, "");
}

const telusuri = (lapisan: readonly Lapis[], awal: string): string[] =>
  lapisan.flatMap(({ route, rawPath, handle }) => {
    if (route)
      return Object.keys(route.methods).flatMap((method) =>
        [route.path].flat().map((jalur) => `${method.toUpperCase()} ${awal}${jalur}`),
      );
    const di = [rawPath].flat().map((satu) => (satu === "/" ? awal : `${awal}${satu}`));
    return handle.stack ? di.flatMap((satu) => telusuri(handle.stack ?? [], satu)) : [];
  });
