import { Router } from "express";
import { z } from "zod";
import { KalenderError } from "../../calendar/error.js";
import { STATUS } from "../../sla/langkah.js";
import type { Cakupan } from "../../sla/saring.js";
import { Galat } from "../galat.js";
import type { Konteks } from "../konteks.js";
import { internal, type Pengguna, satkerPengguna } from "../sesi.js";
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
