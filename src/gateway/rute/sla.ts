import express, { type Request, Router } from "express";
import { z } from "zod";
import { KalenderError } from "../../calendar/error.js";
import { Galat } from "../../galat.js";
import { internal, type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import { type LangkahDinilai, STATUS } from "../../sla/langkah.js";
import { IsiPerpanjangan } from "../../sla/perpanjang.js";
import type { Cakupan } from "../../sla/saring.js";
import { tabelLangkah } from "../../sla/tabel-langkah.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { alihkan } from "../tugas/alihkan.js";
import { perpanjang } from "../tugas/perpanjang.js";
import { unduhTabel } from "../unduhan.js";
import { periksa } from "../validasi.js";

const kosongSajaTiada = <S extends z.ZodType>(skema: S) => z.preprocess((v) => (v === "" ? undefined : v), skema);

const Saringan = z.object({
  lajur: kosongSajaTiada(z.string().max(100).optional()),
  status: kosongSajaTiada(z.enum(STATUS, "Status harus aman, mendekati, atau lewat.").optional()),
  satker: kosongSajaTiada(z.string().max(100).optional()),
  cari: z.string().trim().max(100, "Kata yang dicari paling panjang 100 huruf.").optional(),
  nomor: kosongSajaTiada(z.coerce.number().int().min(1).max(99).optional()),
});
const Halaman = z.object({
  halaman: z.coerce.number().int().min(1).max(10_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(500).default(100),
});
const Rentang = z.object({
  hari: z.coerce
    .number()
    .refine((h) => [30, 90, 365].includes(h), "Pilih 30, 90, atau 365 hari.")
    .default(30),
});

const Alihkan = z.object(
  { kepada: z.string({ error: "Pilih petugas." }).trim().min(1, "Pilih petugas.").max(64) },
  { error: "Pilih petugas." },
);

/** What this person may see of the SLA: all of it, or the requests of the own units; throws TANPA_SATKER. */
export function cakupanSla(pengguna: Pengguna): Cakupan {
  if (internal(pengguna)) return "semua";
  const satker = satkerPengguna(pengguna).map((s) => s.id);
  if (satker.length === 0) throw new Galat("TANPA_SATKER", "Akun Anda belum terdaftar pada Satuan Kerja.");
  return satker;
}

/** The answer, or a refusal that tells an admin which year's calendar is missing. */
export async function denganKalender<T>(janji: Promise<T>): Promise<T> {
  try {
    return await janji;
  } catch (error) {
    if (error instanceof KalenderError) throw new Galat("KALENDER_BELUM_DIMUAT", error.message, { cause: error });
    throw error;
  }
}

/** `/sla`: open steps, their figures, the time line of a request. */
export function ruteSla(k: Konteks): Router {
  const rute = Router();
  rute.get("/sla/langkah", async (req, res) => {
    const cakupan = cakupanSla(await k.sesi(req.headers));
    const { halaman, ukuran } = periksa(Halaman, req.query);
    res.json(await denganKalender(k.sla.langkah(cakupan, periksa(Saringan, req.query), halaman, ukuran)));
  });
  for (const format of ["csv", "xlsx"] as const)
    rute.get(`/sla/langkah.${format}`, async (req, res) => {
      const cakupan = cakupanSla(await k.sesi(req.headers));
      const semua = await denganKalender(k.sla.semua(cakupan, periksa(Saringan, req.query)));
      await unduhTabel(res, `langkah-terbuka-${tanggalWib(k.jam())}`, format, [tabelLangkah(semua)]);
    });
  rute.post("/sla/langkah/:id/alihkan", express.json({ limit: "1kb" }), async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const langkah = await langkahTerlihat(k, pengguna, req);
    await alihkan(k, pengguna, req.headers, langkah, periksa(Alihkan, req.body).kepada);
    res.status(204).end();
  });
  rute.post("/sla/langkah/:id/perpanjang", express.json({ limit: "8kb" }), async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const langkah = await langkahTerlihat(k, pengguna, req);
    await denganKalender(perpanjang(k, pengguna, langkah.id, periksa(IsiPerpanjangan, req.body)));
    const [baris] = await k.sla.lengkap([await langkahTerlihat(k, pengguna, req)]);
    res.json(baris);
  });
  rute.get("/sla/ringkas", async (req, res) => {
    res.json(await denganKalender(k.sla.ringkas(cakupanSla(await k.sesi(req.headers)))));
  });
  rute.get("/sla/definisi/:id", async (req, res) => {
    const cakupan = cakupanSla(await k.sesi(req.headers));
    const { hari } = periksa(Rentang, req.query);
    const isi = await denganKalender(k.sla.definisi(cakupan, req.params.id, hari));
    if (!isi) throw new Galat("PROSES_BELUM_DIPASANG", "Versi proses ini tidak ada di mesin.");
    res.json(isi);
  });
  rute.get("/sla/instans/:id", async (req, res) => {
    const cakupan = cakupanSla(await k.sesi(req.headers));
    const isi = await denganKalender(k.sla.instans(cakupan, req.params.id));
    if (!isi) throw new Galat("PERMOHONAN_TIDAK_DITEMUKAN", "Permohonan tidak ditemukan.");
    res.json(isi);
  });
  return rute;
}

/** The open step of the path; throws LANGKAH_TIDAK_DITEMUKAN also for one that this person may not see. */
async function langkahTerlihat(k: Konteks, pengguna: Pengguna, req: Request<{ id: string }>): Promise<LangkahDinilai> {
  const langkah = await denganKalender(k.sla.satu(cakupanSla(pengguna), req.params.id));
  if (langkah) return langkah;
  throw new Galat("LANGKAH_TIDAK_DITEMUKAN", "Langkah ini sudah selesai atau tidak ada.");
}
