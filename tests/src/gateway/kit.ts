/** A gateway on the fake engine and a real PostgreSQL, and people who call it as a browser does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import supertest from "supertest";
import { kunciJangkar } from "../../../src/arsip/index.js";
import { muatKalender } from "../../../src/calendar/load.js";
import { createEngine } from "../../../src/engine/client.js";
import { createGateway, type GatewayDeps } from "../../../src/gateway/app.js";
import { MEREK_BAWAAN } from "../../../src/merek.js";
import type { Dokumen } from "../../../src/proses/variabel.js";
import { contohAkun, contohPdf } from "../../support/contoh.js";
import { startTestDatabase } from "../../support/postgres.js";
import { tandaTanganUji } from "../../support/tanda-tangan.js";
import { startMesinPalsu } from "./mesin-palsu-mulai.js";

export const API = "/camunda/api/engine/engine/default";
export const BATAS_UNGGAH = 100_000;

/** Starts it all; `close` ends it. Every gateway begins with an empty session cache. */
export async function startUji(ubah: Partial<GatewayDeps> = {}) {
  const [database, mesin] = await Promise.all([startTestDatabase(), startMesinPalsu()]);
  const catatan: string[] = [];
  const aliran = new Writable({
    write(baris, _enc, selesai) {
      catatan.push(String(baris));
      selesai();
    },
  });
  const webDir = mkdtempSync(join(tmpdir(), "uji-web-"));
  mkdirSync(join(webDir, "assets"));
  writeFileSync(join(webDir, "index.html"), "<!doctype html><title>Beranda</title>");
  writeFileSync(join(webDir, "assets", "mulai-Ci-zpIiH.js"), "");
  const deps = {
    engineUrl: mesin.url,
    asal: "http://localhost:3000",
    engine: createEngine({ url: mesin.url, user: "layanan-gateway", password: "rahasia" }),
    engineModeler: createEngine({ url: mesin.url, user: "layanan-modeler", password: "rahasia" }),
    modeler: { empatMata: true, ujiWajib: false, ujiBatasMs: 5_000 },
    db: database.db,
    logger: pino({ level: "debug" }, aliran),
    kunci: [{ id: "k1", rahasia: "kunci untuk pengujian" }] as const,
    uploadMaxBytes: BATAS_UNGGAH,
    suratDir: "surat",
    webDir,
    simulator: null,
    merek: MEREK_BAWAAN,
    jam: () => new Date("2026-11-23T03:00:00Z"),
    arsip: {
      kodeKlasifikasi: "PL.02",
      unitPengolah: "LPSE",
      simpanTahun: 5,
      kunci: kunciJangkar("rahasia-uji-jangkar"),
      skrip: { nama: "periksa-ekspor.mjs", isi: "" },
    },
    kalender: await muatKalender("bpmn/kalender"),
    tandaTangan: tandaTanganUji(),
    verifikasiPerMenit: 1_000,
    batas: { permintaanPerMenit: 100_000, unggahanPerMenit: 1_000, masuk: { percobaan: 3, seluruhnya: 8 } },
    ...ubah,
  };
  const app = createGateway(deps);
  const close = async () => {
    await Promise.all([database.stop(), mesin.close()]);
    rmSync(webDir, { recursive: true, force: true });
  };
  return { app, deps, db: database.db, server: database.server, mesin: mesin.keadaan, catatan, orang, close };

  /** The calls of one signed-in person. */
  function orang(id: string, token = "token") {
    const kuki = { cookie: `JSESSIONID=${id}; XSRF-TOKEN=token`, "x-xsrf-token": token };
    const ambil = (jalur: string) => supertest(app).get(jalur).set(kuki);
    const kirim = (jalur: string, isi: object) => supertest(app).post(jalur).set(kuki).send(isi);
    const unggah = (isi: Buffer, nama = "surat.pdf") =>
      supertest(app)
        .post(`/api/dokumen?nama=${encodeURIComponent(nama)}`)
        .set({ ...kuki, "content-type": "application/pdf" })
        .send(isi);
    return {
      ambil,
      kirim,
      unggah,
      jawab: (tugas: string, jawaban: unknown, kerja = "submit-form") =>
        kirim(`${API}/task/${tugas}/${kerja}`, kiriman(jawaban)),
      mulai: (isi: unknown) => kirim(`${API}/process-definition/key/reset-password-spse/submit-form`, kiriman(isi)),
      dokumen: async (nama?: string): Promise<Dokumen> =>
        (await unggah(contohPdf(String(Math.random())), nama).expect(201)).body,
    };
  }
}
export type Uji = Awaited<ReturnType<typeof startUji>>;

/** What Tasklist sends of a form. */
export const kiriman = (jawaban: unknown) => ({
  variables: { jawaban: { type: "Json", value: JSON.stringify(jawaban) }, selundupan: { type: "String", value: "x" } },
});

/** A request as the Satker writes it. */
export const isiPermohonan = (suratPermohonan: Dokumen, ubah: object = {}) => ({
  nomorSuratPermohonan: "B/1/2026",
  tanggalSuratPermohonan: "2026-11-20",
  suratPermohonan,
  lampiran: [],
  akun: [contohAkun(1), contohAkun(2)],
  ...ubah,
});

/** A variable of the engine, as Json text. */
export const json = (nilai: unknown) => ({ type: "Json", value: JSON.stringify(nilai) });
