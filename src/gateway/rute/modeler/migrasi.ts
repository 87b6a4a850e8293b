/** `/modeler/migrasi`: moving running requests to another version. */
import { Router } from "express";
import { z } from "zod";
import { Galat } from "../../../galat.js";
import { wajibPetugas } from "../../../modeler/hak.js";
import { daftarMigrasi, ikutiMigrasi, kemajuanMigrasi, mulaiMigrasi } from "../../../modeler/migrasi.js";
import { rencanaMigrasi } from "../../../modeler/migrasi-rencana.js";
import type { Konteks } from "../../konteks.js";
import { periksa } from "../../validasi.js";
import { type BahanModeler, bacaIsian } from "./bahan.js";

const Petaan = z.array(z.object({ dari: z.string(), ke: z.string() })).max(200);
const Migrasi = z.object({
  dari: z.string().min(1),
  ke: z.string().min(1),
  tenggat: z.enum(["tetap", "hitungUlang"], { error: "Pilih tenggat tetap atau dihitung ulang." }),
  instans: z.array(z.string()).max(10_000).optional(),
  petaan: Petaan.optional(),
});

/** The routes; each names in its first lines who may. */
export function ruteModelerMigrasi(k: Konteks, { mesin, pemilik }: BahanModeler): Router {
  const migrasi = { db: k.db, engine: k.engineModeler, mesin, kalender: k.kalender, jam: k.jam, logger: k.logger };
  const rute = Router();
  rute.get("/modeler/migrasi", async (req, res) => {
    wajibPetugas(await k.sesi(req.headers));
    const { dari, ke } = req.query;
    if (dari === undefined && ke === undefined) return void res.json({ migrasi: await daftarMigrasi(k.db) });
    if (typeof dari !== "string" || typeof ke !== "string")
      throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Sebutkan versi asal dan versi tujuan.");
    const { rencana: _, ...rencana } = await rencanaMigrasi(k.engineModeler, mesin, dari, ke);
    res.json(rencana);
  });
  rute.post("/modeler/migrasi", bacaIsian, async (req, res) => {
    const oleh = await pemilik(req);
    const id = await mulaiMigrasi(migrasi, { ...periksa(Migrasi, req.body), oleh });
    void ikutiMigrasi(migrasi, id);
    res.status(202).location(`/api/modeler/migrasi/${id}`).json({ id });
  });
  rute.get("/modeler/migrasi/:id", async (req, res) => {
    wajibPetugas(await k.sesi(req.headers));
    res.json(await kemajuanMigrasi(migrasi, req.params.id));
  });
  return rute;
}
