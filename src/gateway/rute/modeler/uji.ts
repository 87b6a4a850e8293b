/** `/modeler`: the check and the trial run of drafts. */
import { eq } from "drizzle-orm";
import { Router } from "express";
import { modelerUji } from "../../../db/schema.js";
import { bacaDraf } from "../../../modeler/draf.js";
import { wajibTanpaGalat } from "../../../modeler/persetujuan.js";
import { mulaiUji } from "../../../modeler/uji/index.js";
import type { Konteks } from "../../konteks.js";
import { type BahanModeler, idDraf } from "./bahan.js";

/** The routes; each names in its first lines who may. */
export function ruteModelerUji(k: Konteks, { pemilik, temuan }: BahanModeler): Router {
  const rute = Router();
  rute.post("/modeler/draf/:id/periksa", async (req, res) => {
    await k.sesi(req.headers);
    const draf = await bacaDraf(k.db, idDraf(req.params.id));
    const bahasa = req.query.bahasa === "en" ? "en" : "id";
    res.json({ revisi: draf.revisi, temuan: await temuan(draf, bahasa) });
  });
  rute.post("/modeler/draf/:id/uji", async (req, res) => {
    const oleh = await pemilik(req);
    const draf = await bacaDraf(k.db, idDraf(req.params.id));
    const berbahaya = (await temuan(draf)).filter(({ aturan }) => aturan === "hanya-yang-aman");
    wajibTanpaGalat(berbahaya);
    // The run goes on after the reply; it never fails, it is stored.
    void (await mulaiUji(k, draf, oleh)).selesai;
    res.status(202).location(`/api/modeler/draf/${draf.id}/uji`).json({ keadaan: "berjalan", revisi: draf.revisi });
  });
  rute.get("/modeler/draf/:id/uji", async (req, res) => {
    await k.sesi(req.headers);
    const id = idDraf(req.params.id);
    await bacaDraf(k.db, id);
    const [uji] = await k.db.select().from(modelerUji).where(eq(modelerUji.draf, id));
    res.json({ uji: uji ?? null });
  });
  return rute;
}
