import { desc, eq } from "drizzle-orm";
import { Router } from "express";
import { z } from "zod";
import { laporanBulanan } from "../../db/schema.js";
import { Galat } from "../../galat.js";
import { internal, type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import { DISIMPAN_HARI } from "../../sla/buku.js";
import { tabelLaporan } from "../../sla/laporan/tabel.js";
import { csv } from "../../tabel/csv.js";
import { xlsx } from "../../tabel/xlsx.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { unduhan } from "../unduhan.js";
import { isianTidakSah, periksa } from "../validasi.js";
import { cakupanSla, denganKalender } from "./sla.js";

const tanggal = (apa: string) => z.iso.date({ error: `${apa} wajib diisi sebagai TTTT-BB-HH.` });
const Minta = z
  .object({
    dari: tanggal("Tanggal awal"),
    sampai: tanggal("Tanggal akhir"),
    format: z.enum(["json", "csv", "xlsx", "pdf"], "Pilih json, csv, xlsx, atau pdf.").default("json"),
  })
  .refine(({ dari, sampai }) => dari <= sampai, {
    path: ["sampai"],
    message: "Tanggal akhir tidak boleh sebelum tanggal awal.",
  });

const BULAN = /^\d{4}-(0[1-9]|1[0-2])$/;
const HARI_MS = 86_400_000;

/** `/sla/laporan`: a report over any days of the last year; the monthly ones as they were written. */
export function ruteSlaLaporan(k: Konteks): Router {
  const rute = Router();
  rute.get("/sla/laporan", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const cakupan = cakupanSla(pengguna);
    const { format, ...periode } = periksa(Minta, req.query);
    pastikanTersimpan(periode.dari, k.jam());
    const laporan = await denganKalender(k.laporan(cakupan, periode, namaSatker(pengguna)));
    const nama = `laporan-sla-${periode.dari}-${periode.sampai}`;
    if (format === "json") res.json(laporan);
    else if (format === "pdf") unduhan(res, nama, format, k.cetakLaporan(laporan).pdf);
    else unduhan(res, nama, format, await (format === "csv" ? csv : xlsx)(tabelLaporan(laporan)));
  });
  rute.get("/sla/laporan/bulanan", async (req, res) => {
    pastikanInternal(await k.sesi(req.headers));
    const kolom = { bulan: laporanBulanan.bulan, sha256: laporanBulanan.sha256, dibuat: laporanBulanan.dibuat };
    res.json({ laporan: await k.db.select(kolom).from(laporanBulanan).orderBy(desc(laporanBulanan.bulan)) });
  });
  rute.get("/sla/laporan/bulanan/:bulan", async (req, res) => {
    pastikanInternal(await k.sesi(req.headers));
    const { bulan } = req.params;
    const [ada] = BULAN.test(bulan)
      ? await k.db.select().from(laporanBulanan).where(eq(laporanBulanan.bulan, bulan))
      : [];
    if (!ada) throw new Galat("LAPORAN_TIDAK_DITEMUKAN", "Laporan bulan ini belum ada.");
    unduhan(res, `laporan-sla-${bulan}`, "pdf", ada.isi);
  });
  return rute;
}

const namaSatker = (p: Pengguna): string[] | null => (internal(p) ? null : satkerPengguna(p).map((s) => s.nama));

/** Those are about all units. */
function pastikanInternal(pengguna: Pengguna): void {
  if (!internal(pengguna)) throw new Galat("LAPORAN_TIDAK_DITEMUKAN", "Laporan tidak ditemukan.");
}

/** What history no longer holds is in the monthly reports only. */
function pastikanTersimpan(dari: string, kini: Date): void {
  const paling = tanggalWib(new Date(kini.getTime() - (DISIMPAN_HARI - 1) * HARI_MS));
  if (dari >= paling) return;
  const pesan = `Data rinci disimpan satu tahun: pilih mulai ${paling}, atau buka laporan bulanan yang diarsipkan.`;
  throw isianTidakSah([{ jalur: "dari", pesan }]);
}
