/** `/modeler`: drafts of the process diagram and their way into force. Everybody signed in may read. */
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { bandingkan } from "../../modeler/beda/index.js";
import { bacaDraf, buatDraf, type Draf, daftarDraf, hapusDraf, rincianDraf, simpanDraf } from "../../modeler/draf.js";
import { wajibPemilik } from "../../modeler/hak.js";
import { createMesinModeler } from "../../modeler/mesin-modeler.js";
import { prosesBerlaku, riwayatVersi, wajibBerlaku, wajibVersi, xmlVersi } from "../../modeler/versi.js";
import { bacaXmlAman, terlaluBesar, wajibProses } from "../../modeler/xml-aman.js";
import { Galat } from "../galat.js";
import type { Konteks } from "../konteks.js";
import { periksa } from "../validasi.js";

const Judul = z.string().trim().min(1, "Judul draf wajib diisi.").max(120, "Judul paling panjang 120 huruf.");
const Xml = z.string({ error: "Diagram wajib disertakan." }).min(1, "Diagram wajib disertakan.");
const DrafBaru = z.object({
  kunci: z.string().min(1).max(200),
  judul: Judul,
  dasar: z.string().max(200).nullable().default(null),
  xml: Xml.optional(),
});
const Simpanan = z.object({ revisi: z.number().int().positive(), xml: Xml, judul: Judul.optional() });

/** A diagram as JSON text is at most a third longer than the diagram; what is longer is refused unread. */
const bacaJson = express.json({ limit: "9mb" });
const bacaDiagram: RequestHandler = (req: Request, res: Response, next: NextFunction) =>
  bacaJson(req, res, (error?: unknown) => next(keTerlaluBesar(error)));

const keTerlaluBesar = (error: unknown): unknown =>
  error instanceof Error && "type" in error && error.type === "entity.too.large" ? terlaluBesar() : error;

/** The id of a draft in the path; anything else is a draft that is not there. */
export function idDraf(id: unknown): string {
  const sah = z.uuid().safeParse(id);
  if (sah.success) return sah.data;
  throw new Galat("DRAF_TIDAK_DITEMUKAN", "Draf tidak ditemukan; mungkin sudah dihapus.");
}

/** The routes; each names in its first line who may. */
export function ruteModeler(k: Konteks): Router {
  const mesin = createMesinModeler(k.engineModeler);
  const rute = Router();
  rute.get("/modeler/proses", async (req, res) => {
    await k.sesi(req.headers);
    const [proses, draf] = await Promise.all([prosesBerlaku(k.db, mesin), daftarDraf(k.db)]);
    const terbuka = draf.filter(({ keadaan }) => keadaan !== "diterapkan");
    res.json({ proses: proses.map((p) => ({ ...p, draf: terbuka.filter(({ kunci }) => kunci === p.kunci) })) });
  });
  rute.get("/modeler/proses/:kunci/versi", async (req, res) => {
    await k.sesi(req.headers);
    res.json({ versi: await riwayatVersi(k.db, mesin, req.params.kunci) });
  });
  rute.get("/modeler/versi/:id/xml", async (req, res) => {
    await k.sesi(req.headers);
    res.type("application/xml").send(await xmlVersi(mesin, req.params.id));
  });
  rute.get("/modeler/draf", async (req, res) => {
    await k.sesi(req.headers);
    res.json({ draf: await daftarDraf(k.db) });
  });
  rute.post("/modeler/draf", bacaDiagram, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilik(pengguna);
    const { xml: kiriman, ...isi } = periksa(DrafBaru, req.body);
    const dasar = isi.dasar === null ? await wajibBerlaku(mesin, isi.kunci) : await wajibVersi(mesin, isi.dasar);
    if (dasar.key !== isi.kunci) throw new Galat("VERSI_TIDAK_DITEMUKAN", "Versi dasar itu milik proses lain.");
    const xml = kiriman ?? (await xmlVersi(mesin, dasar.id));
    wajibProses(await bacaXmlAman(xml), isi.kunci);
    const draf = await buatDraf(k.db, { ...isi, dasar: dasar.id, xml, oleh: pengguna.id });
    res
      .status(201)
      .location(`/api/modeler/draf/${draf.id}`)
      .json(await rincianDraf(k.db, draf.id));
  });
  rute.get("/modeler/draf/:id", async (req, res) => {
    await k.sesi(req.headers);
    res.json(await rincianDraf(k.db, idDraf(req.params.id)));
  });
  rute.put("/modeler/draf/:id", bacaDiagram, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilik(pengguna);
    const simpanan = periksa(Simpanan, req.body);
    const { kunci } = await bacaDraf(k.db, idDraf(req.params.id));
    wajibProses(await bacaXmlAman(simpanan.xml), kunci);
    const draf = await simpanDraf(k.db, idDraf(req.params.id), { ...simpanan, oleh: pengguna.id });
    res.json({ revisi: draf.revisi, keadaan: draf.keadaan, diubah: draf.diubah });
  });
  rute.delete("/modeler/draf/:id", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilik(pengguna);
    await hapusDraf(k.db, idDraf(req.params.id), pengguna.id);
    res.status(204).end();
  });
  rute.get("/modeler/draf/:id/beda", async (req, res) => {
    await k.sesi(req.headers);
    const draf = await bacaDraf(k.db, idDraf(req.params.id));
    const terhadap = await dibandingkanDengan(draf, req.query.terhadap);
    const [lama, baru] = await Promise.all([xmlVersi(mesin, terhadap), draf.xml]);
    const perubahan = bandingkan(await bacaXmlAman(lama), await bacaXmlAman(baru));
    res.json({ terhadap, dasar: draf.dasar, revisi: draf.revisi, perubahan });
  });
  return rute;

  /** The version asked for, or the one in force. */
  async function dibandingkanDengan({ kunci }: Draf, terhadap: unknown): Promise<string> {
    return typeof terhadap === "string" && terhadap !== "" ? terhadap : (await wajibBerlaku(mesin, kunci)).id;
  }
}
