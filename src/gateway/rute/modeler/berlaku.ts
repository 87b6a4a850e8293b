/** `/modeler`: a draft on its way into force: submission, decision, comments, deployment, and the way back. */
import { type Request, Router } from "express";
import { z } from "zod";
import { bacaDraf, rincianDraf } from "../../../modeler/draf.js";
import { wajibPemilikAtauPenyetuju, wajibPenyetuju } from "../../../modeler/hak.js";
import { ajukan, beriKomentar, putuskan, wajibLulusUji, wajibTanpaGalat } from "../../../modeler/persetujuan.js";
import { dasarkanUlang, kembalikan, terapkan } from "../../../modeler/terapkan.js";
import type { Konteks } from "../../konteks.js";
import { periksa } from "../../validasi.js";
import { type BahanModeler, bacaIsian, idDraf, Revisi, Teks } from "./bahan.js";

const Pengajuan = z.object({ revisi: Revisi, catatan: Teks("Catatan") });
const Keputusan = z.object({ komentar: Teks("Komentar"), revisi: Revisi.optional() });
const Setuju = z.object({ komentar: z.string().trim().max(2000).default(""), revisi: Revisi.optional() });
const Komentar = z.object({ elemen: z.string().max(200).nullable().default(null), teks: Teks("Komentar") });
const Penerapan = z.object({
  catatan: Teks("Catatan penerapan"),
  tag: Teks("Tanda versi", 40).regex(/^[\w.\- ]+$/, "Tanda versi hanya huruf, angka, titik, dan tanda hubung."),
});

/** The routes; each names in its first lines who may. */
export function ruteModelerBerlaku(k: Konteks, { mesin, pemilik, temuan }: BahanModeler): Router {
  const rute = Router();
  rute.post("/modeler/draf/:id/ajukan", bacaIsian, async (req, res) => {
    const oleh = await pemilik(req);
    const { revisi, catatan } = periksa(Pengajuan, req.body);
    const id = idDraf(req.params.id);
    const draf = await bacaDraf(k.db, id);
    wajibTanpaGalat(await temuan(draf));
    if (k.modeler.ujiWajib) await wajibLulusUji(k.db, draf);
    await ajukan(k.db, id, { revisi, catatan, oleh, kini: k.jam() });
    res.json(await rincianDraf(k.db, id));
  });
  for (const [jalur, keputusan, skema] of [
    ["setujui", "setuju", Setuju],
    ["tolak", "tolak", Keputusan],
  ] as const)
    rute.post(`/modeler/draf/:id/${jalur}`, bacaIsian, async (req: Request<{ id: string }>, res) => {
      const pengguna = await k.sesi(req.headers);
      wajibPenyetuju(pengguna);
      const id = idDraf(req.params.id);
      await putuskan(
        k.db,
        id,
        { keputusan, ...periksa(skema, req.body ?? {}), oleh: pengguna.id },
        k.modeler.empatMata,
      );
      res.json(await rincianDraf(k.db, id));
    });
  rute.post("/modeler/draf/:id/komentar", bacaIsian, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilikAtauPenyetuju(pengguna);
    res
      .status(201)
      .json(await beriKomentar(k.db, idDraf(req.params.id), { ...periksa(Komentar, req.body), oleh: pengguna.id }));
  });
  rute.post("/modeler/draf/:id/dasarkan-ulang", bacaIsian, async (req, res) => {
    const oleh = await pemilik(req);
    const id = idDraf(req.params.id);
    await dasarkanUlang(k.db, mesin, id, { ...periksa(z.object({ revisi: Revisi }), req.body), oleh });
    res.json(await rincianDraf(k.db, id));
  });
  rute.post("/modeler/draf/:id/terapkan", bacaIsian, async (req, res) => {
    const oleh = await pemilik(req);
    const baru = await terapkan(k.db, { mesin, layanan: k.engineModeler }, idDraf(req.params.id), {
      ...periksa(Penerapan, req.body),
      oleh,
    });
    res.status(201).json({ definitionId: baru.id, versi: baru.version });
  });
  rute.post("/modeler/kembalikan", bacaIsian, async (req, res) => {
    const oleh = await pemilik(req);
    const { definitionId } = periksa(z.object({ definitionId: z.string().min(1) }), req.body);
    const draf = await kembalikan(k.db, mesin, definitionId, oleh);
    res
      .status(201)
      .location(`/api/modeler/draf/${draf.id}`)
      .json(await rincianDraf(k.db, draf.id));
  });
  return rute;
}
