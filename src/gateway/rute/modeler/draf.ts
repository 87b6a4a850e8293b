/** `/modeler`: processes, their versions, and the drafts of their diagrams. */
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { Galat } from "../../../galat.js";
import { bandingkan } from "../../../modeler/beda/index.js";
import {
  bacaDraf,
  buatDraf,
  type Draf,
  daftarDraf,
  hapusDraf,
  rincianDraf,
  simpanDraf,
} from "../../../modeler/draf.js";
import { kunciDiagram, wajibKunciBebas } from "../../../modeler/kunci.js";
import type { MesinModeler } from "../../../modeler/mesin-modeler.js";
import { daftarProses, riwayatVersi, wajibBerlaku, wajibVersi, xmlVersi } from "../../../modeler/versi.js";
import { bacaXmlAman, terlaluBesar, wajibProses } from "../../../modeler/xml-aman.js";
import { KUNCI_PROSES } from "../../../proses/kunci.js";
import { polos } from "../../../sop/diagram.js";
import { SopError } from "../../../sop/galat.js";
import { BERKAS_TERBESAR, type DrafSop, imporSop } from "../../../sop/impor/index.js";
import { tulisDefinisi } from "../../../sop/moddle.js";
import type { Konteks } from "../../konteks.js";
import { periksa } from "../../validasi.js";
import { type BahanModeler, idDraf } from "./bahan.js";

const Judul = z.string().trim().min(1, "Judul draf wajib diisi.").max(120, "Judul paling panjang 120 huruf.");
const Xml = z.string({ error: "Diagram wajib disertakan." }).min(1, "Diagram wajib disertakan.");
const DrafBaru = z.object({
  /** Unset: whatever process the diagram is of. */
  kunci: z.string().min(1).max(200).optional(),
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

const bacaTabel = express.raw({ type: () => true, limit: BERKAS_TERBESAR });
const NamaBerkas = z.object({ nama: z.string().trim().max(200).default("SOP") });

/** The routes; each names in its first line who may. */
export function ruteModelerDraf(k: Konteks, { mesin, pemilik }: BahanModeler): Router {
  const rute = Router();
  rute.get("/modeler/proses", async (req, res) => {
    await k.sesi(req.headers);
    const terbuka = (await daftarDraf(k.db)).filter(({ keadaan }) => keadaan !== "diterapkan");
    const proses = await daftarProses(k.db, mesin, terbuka);
    res.json({ proses: proses.map((p) => ({ ...p, draf: terbuka.filter(({ kunci }) => kunci === p.kunci) })) });
  });
  rute.get("/modeler/proses/:kunci/versi", async (req, res) => {
    await k.sesi(req.headers);
    const { kunci } = req.params;
    // A process of which only drafts exist has no version yet; that is no fault.
    const draf = (await daftarDraf(k.db)).some((d) => d.kunci === kunci && d.keadaan !== "diterapkan");
    if (draf && !(await mesin.berlakuUntuk(kunci))) return void res.json({ versi: [] });
    res.json({ versi: await riwayatVersi(k.db, mesin, kunci) });
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
    const oleh = await pemilik(req);
    const isi = periksa(DrafBaru, req.body);
    const { judul } = isi;
    const bahan = isi.xml === undefined ? await dariVersi(mesin, isi) : await dariBerkas(mesin, isi.xml, isi);
    await jawabBaru(res, await buatDraf(k.db, { judul, ...bahan, oleh }));
  });
  rute.post("/modeler/draf/dari-sop", bacaTabel, async (req, res) => {
    const oleh = await pemilik(req);
    const { nama } = periksa(NamaBerkas, req.query);
    const { xml, pertanyaan, tabel } = bacaSop(req.body, nama.replace(/\.\w+$/, ""));
    const judul = polos(tabel.judul).slice(0, 120) || "SOP";
    const draf = await buatDraf(k.db, { judul, ...(await dariBerkas(mesin, xml, {})), oleh });
    await jawabBaru(res, draf, { pertanyaan });
  });
  rute.get("/modeler/draf/:id", async (req, res) => {
    await k.sesi(req.headers);
    res.json(await rincianDraf(k.db, idDraf(req.params.id)));
  });
  rute.put("/modeler/draf/:id", bacaDiagram, async (req, res) => {
    const oleh = await pemilik(req);
    const simpanan = periksa(Simpanan, req.body);
    const { kunci } = await bacaDraf(k.db, idDraf(req.params.id));
    wajibProses(await bacaXmlAman(simpanan.xml), kunci);
    const draf = await simpanDraf(k.db, idDraf(req.params.id), { ...simpanan, oleh });
    res.json({ revisi: draf.revisi, keadaan: draf.keadaan, diubah: draf.diubah });
  });
  rute.delete("/modeler/draf/:id", async (req, res) => {
    const oleh = await pemilik(req);
    await hapusDraf(k.db, idDraf(req.params.id), oleh);
    res.status(204).end();
  });
  rute.get("/modeler/draf/:id/beda", async (req, res) => {
    await k.sesi(req.headers);
    const draf = await bacaDraf(k.db, idDraf(req.params.id));
    const terhadap = await dibandingkanDengan(draf, req.query.terhadap);
    const lama = terhadap === null ? prosesKosong(draf.kunci) : await xmlVersi(mesin, terhadap);
    const perubahan = bandingkan(await bacaXmlAman(lama), await bacaXmlAman(draf.xml));
    res.json({ terhadap, dasar: draf.dasar, revisi: draf.revisi, perubahan });
  });
  return rute;

  /** The version asked for, or the one in force, null where none is. */
  async function dibandingkanDengan({ kunci }: Draf, terhadap: unknown): Promise<string | null> {
    if (typeof terhadap === "string" && terhadap !== "") return terhadap;
    return (await mesin.berlakuUntuk(kunci))?.id ?? null;
  }

  async function jawabBaru(res: Response, draf: Draf, lain: object = {}): Promise<void> {
    const jalur = `/api/modeler/draf/${draf.id}`;
    res
      .status(201)
      .location(jalur)
      .json({ ...(await rincianDraf(k.db, draf.id)), ...lain });
  }
}

type BahanDraf = Pick<Draf, "kunci" | "dasar" | "xml">;
type Asal = Partial<Pick<z.infer<typeof DrafBaru>, "kunci" | "dasar">>;

/** A draft of a version: of the one named, or the one in force. */
async function dariVersi(mesin: MesinModeler, { kunci, dasar }: Asal): Promise<BahanDraf> {
  const versi = dasar ? await wajibVersi(mesin, dasar) : await wajibBerlaku(mesin, kunci ?? KUNCI_PROSES);
  if (kunci !== undefined && versi.key !== kunci) throw milikProsesLain();
  return { kunci: versi.key, dasar: versi.id, xml: await xmlVersi(mesin, versi.id) };
}

/** A draft of a diagram from outside: of the process it names, which may be new. */
async function dariBerkas(mesin: MesinModeler, kiriman: string, { kunci: harus, dasar }: Asal): Promise<BahanDraf> {
  const definisi = await bacaXmlAman(kiriman);
  const { kunci, diubah } = kunciDiagram(definisi);
  if (harus !== undefined) wajibProses(definisi, harus);
  const xml = diubah ? await tulisDefinisi(definisi) : kiriman;
  const versi = dasar ? await wajibVersi(mesin, dasar) : await mesin.berlakuUntuk(kunci);
  if (versi && versi.key !== kunci) throw milikProsesLain();
  if (!versi) await wajibKunciBebas(mesin, kunci);
  return { kunci, dasar: versi?.id ?? null, xml };
}

const milikProsesLain = (): Galat => new Galat("VERSI_TIDAK_DITEMUKAN", "Versi dasar itu milik proses lain.");

/** What a new process is compared with. */
const prosesKosong = (kunci: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="kosong" targetNamespace="kosong"><bpmn:process id="${kunci}" isExecutable="true" /></bpmn:definitions>`;

/** The draft that an SOP's table makes; throws ISIAN_TIDAK_SAH with the sentence of what is wrong with the file. */
function bacaSop(isi: unknown, nama: string): DrafSop {
  try {
    return imporSop(Buffer.isBuffer(isi) ? isi : Buffer.alloc(0), nama);
  } catch (error) {
    if (error instanceof SopError) throw new Galat("ISIAN_TIDAK_SAH", error.message, { cause: error });
    throw error;
  }
}
