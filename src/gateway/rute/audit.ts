/** The audit for administrators: who did or saw what, newest first. */
import { type Request, Router } from "express";
import { z } from "zod";
import { bacaAudit, catatAudit } from "../../audit/index.js";
import { tabelAudit } from "../../audit/tabel.js";
import { Galat } from "../../galat.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { unduhTabel } from "../unduhan.js";
import { periksa } from "../validasi.js";

const Kueri = z.object({
  oleh: z.string().max(255).optional(),
  tindakan: z.string().max(100).optional(),
  objek: z.string().max(300).optional(),
  dari: z.iso.datetime({ offset: true, error: "Waktu ditulis seperti 2026-11-23T07:30:00+07:00." }).optional(),
  sampai: z.iso.datetime({ offset: true, error: "Waktu ditulis seperti 2026-11-23T07:30:00+07:00." }).optional(),
});
const Halaman = z.object({
  halaman: z.coerce.number().int().min(1).max(1_000_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** The most lines that a file takes: what a spreadsheet still opens. */
const BARIS_BERKAS = 100_000;

/** `GET /audit[.csv|.xlsx]?oleh&tindakan&objek&dari&sampai&halaman&ukuran`; reading it is a line of its own. */
export function ruteAudit(k: Konteks): Router {
  const rute = Router();
  const baca = async (req: Request, halaman: number, ukuran: number) => {
    const { id, grup } = await k.sesi(req.headers);
    if (!grup.some((g) => g.id === "camunda-admin"))
      throw new Galat("BUKAN_UNTUK_ANDA", "Jejak audit hanya untuk pengelola sistem.");
    const { dari, sampai, ...saring } = periksa(Kueri, req.query);
    const rentang = { dari: dari ? new Date(dari) : undefined, sampai: sampai ? new Date(sampai) : undefined };
    const { total, baris } = await bacaAudit(k.db, { ...saring, ...rentang }, (halaman - 1) * ukuran, ukuran);
    const dicari = Object.entries({ ...saring, dari, sampai }).filter(([, nilai]) => nilai !== undefined);
    const objek = dicari.map(([nama, nilai]) => `${nama}=${nilai}`).join(" ") || "semua";
    await catatAudit(k.db, { oleh: id, tindakan: "audit.baca", objek });
    const nama = await k.mesin.nama([...new Set(baris.map(({ oleh }) => oleh))]);
    return { total, baris: baris.map((b) => ({ ...b, nama: nama.get(b.oleh) ?? null })) };
  };
  rute.get("/audit", async (req, res) => {
    const { halaman, ukuran } = periksa(Halaman, req.query);
    res.json({ ...(await baca(req, halaman, ukuran)), halaman, ukuran });
  });
  for (const format of ["csv", "xlsx"] as const)
    rute.get(`/audit.${format}`, async (req, res) => {
      const { baris } = await baca(req, 1, BARIS_BERKAS);
      await unduhTabel(res, `jejak-audit-${tanggalWib(k.jam())}`, format, [tabelAudit(baris)]);
    });
  return rute;
}
