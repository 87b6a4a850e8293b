/** The audit for administrators: who did or saw what, newest first. */
import { Router } from "express";
import { z } from "zod";
import { bacaAudit, catatAudit } from "../../audit.js";
import { Galat } from "../../galat.js";
import type { Konteks } from "../konteks.js";
import { periksa } from "../validasi.js";

const Kueri = z.object({
  oleh: z.string().max(255).optional(),
  tindakan: z.string().max(100).optional(),
  objek: z.string().max(300).optional(),
  dari: z.iso.datetime({ offset: true, error: "Waktu ditulis seperti 2026-11-23T07:30:00+07:00." }).optional(),
  sampai: z.iso.datetime({ offset: true, error: "Waktu ditulis seperti 2026-11-23T07:30:00+07:00." }).optional(),
  halaman: z.coerce.number().int().min(1).max(1_000_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** `GET /audit?oleh&tindakan&objek&dari&sampai&halaman&ukuran`; reading it is a line of its own. */
export function ruteAudit(k: Konteks): Router {
  const rute = Router();
  rute.get("/audit", async (req, res) => {
    const { id, grup } = await k.sesi(req.headers);
    if (!grup.some((g) => g.id === "camunda-admin"))
      throw new Galat("BUKAN_UNTUK_ANDA", "Jejak audit hanya untuk administrator.");
    const { halaman, ukuran, dari, sampai, ...saring } = periksa(Kueri, req.query);
    const rentang = { dari: dari ? new Date(dari) : undefined, sampai: sampai ? new Date(sampai) : undefined };
    const hasil = await bacaAudit(k.db, { ...saring, ...rentang }, (halaman - 1) * ukuran, ukuran);
    await catatAudit(k.db, { oleh: id, tindakan: "audit.baca", objek: JSON.stringify({ ...saring, dari, sampai }) });
    res.json({ ...hasil, halaman, ukuran });
  });
  return rute;
}
