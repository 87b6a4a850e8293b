/** `/modeler`: check, trial run, approval, deployment, migration and audit of drafts. */

import { eq } from "drizzle-orm";
import express, { type Request, Router } from "express";
import { z } from "zod";
import { modelerUji } from "../../db/schema.js";
import { Galat } from "../../galat.js";
import { daftarAudit } from "../../modeler/audit.js";
import { bacaDraf, type Draf, rincianDraf } from "../../modeler/draf.js";
import { buatGrup } from "../../modeler/grup.js";
import {
  admin,
  bolehSetuju,
  bolehSunting,
  wajibAdmin,
  wajibPemilik,
  wajibPemilikAtauPenyetuju,
  wajibPenyetuju,
  wajibPetugas,
} from "../../modeler/hak.js";
import { createMesinModeler } from "../../modeler/mesin-modeler.js";
import { daftarMigrasi, ikutiMigrasi, kemajuanMigrasi, mulaiMigrasi } from "../../modeler/migrasi.js";
import { rencanaMigrasi } from "../../modeler/migrasi-rencana.js";
import { grupPegawai, pelaksanaDiagram } from "../../modeler/pelaksana.js";
import { formulirDari, periksaDraf, topikDikenal } from "../../modeler/periksa.js";
import { ajukan, beriKomentar, putuskan, wajibLulusUji, wajibTanpaGalat } from "../../modeler/persetujuan.js";
import { dasarkanUlang, kembalikan, terapkan } from "../../modeler/terapkan.js";
import { mulaiUji } from "../../modeler/uji/index.js";
import { bacaXmlAman } from "../../modeler/xml-aman.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { internal } from "../../sesi/pengguna.js";
import type { Konteks } from "../konteks.js";
import { periksa } from "../validasi.js";
import { idDraf } from "./modeler.js";

const Teks = (apa: string, paling = 2000) =>
  z
    .string({ error: `${apa} wajib diisi.` })
    .trim()
    .min(1, `${apa} wajib diisi.`)
    .max(paling, `${apa} paling panjang ${paling} huruf.`);
const Revisi = z.number({ error: "Revisi draf wajib disertakan." }).int().positive();
const Pengajuan = z.object({ revisi: Revisi, catatan: Teks("Catatan") });
const Keputusan = z.object({ komentar: Teks("Komentar"), revisi: Revisi.optional() });
const Setuju = z.object({ komentar: z.string().trim().max(2000).default(""), revisi: Revisi.optional() });
const Komentar = z.object({ elemen: z.string().max(200).nullable().default(null), teks: Teks("Komentar") });
const Penerapan = z.object({
  catatan: Teks("Catatan penerapan"),
  tag: Teks("Tanda versi", 40).regex(/^[\w.\- ]+$/, "Tanda versi hanya huruf, angka, titik, dan tanda hubung."),
});
const Katalog = z.object({ kunci: z.string().max(200).default(KUNCI_PROSES) });
const GrupBaru = z.object({
  id: z
    .string()
    .trim()
    .regex(/^[A-Za-z][\w-]{1,63}$/, "Id grup berisi 2 sampai 64 huruf, angka, atau tanda hubung."),
  nama: Teks("Nama grup", 100),
});
const Petaan = z.array(z.object({ dari: z.string(), ke: z.string() })).max(200);
const Migrasi = z.object({
  dari: z.string().min(1),
  ke: z.string().min(1),
  tenggat: z.enum(["tetap", "hitungUlang"], { error: "Pilih tenggat tetap atau dihitung ulang." }),
  instans: z.array(z.string()).max(10_000).optional(),
  petaan: Petaan.optional(),
});
const Audit = z.object({
  sebelum: z.coerce.number().int().positive().optional(),
  objek: z.string().max(200).optional(),
  banyak: z.coerce.number().int().min(1).max(200).default(50),
});

/** The routes; each names in its first lines who may. */
export function ruteModelerBerlaku(k: Konteks): Router {
  const mesin = createMesinModeler(k.engineModeler);
  const json = express.json({ limit: "1mb" });
  const migrasi = { db: k.db, engine: k.engineModeler, mesin, kalender: k.kalender, jam: k.jam, logger: k.logger };
  const rute = Router();
  const pemilik = async (req: Request) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilik(pengguna);
    return pengguna.id;
  };
  const temuan = async (draf: Draf, bahasa?: "id" | "en") =>
    periksaDraf(mesin, draf, await mesin.berlakuUntuk(draf.kunci), bahasa);

  rute.get("/modeler/saya", async (req, res) => {
    const p = await k.sesi(req.headers);
    const { empatMata, ujiWajib } = k.modeler;
    const orang = Object.fromEntries(await k.mesin.anggota(["pemilik-proses", "penyetuju-proses"]));
    res.json({
      orang,
      id: p.id,
      nama: p.nama,
      bolehSunting: bolehSunting(p),
      bolehSetuju: bolehSetuju(p),
      admin: admin(p),
      empatMata,
      ujiWajib,
    });
  });
  rute.get("/modeler/topik", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const { kunci } = periksa(Katalog, req.query);
    // Names of groups are for those who give lanes to them.
    const milik = bolehSunting(pengguna);
    const [berlaku, grup] = await Promise.all([mesin.berlakuUntuk(kunci), milik ? grupPegawai(k.engine) : []]);
    res.json({
      topik: topikDikenal(kunci),
      formulir: berlaku ? await formulirDari(mesin, berlaku.deploymentId) : [],
      grup,
    });
  });
  rute.get("/modeler/draf/:id/pelaksana", async (req, res) => {
    await k.sesi(req.headers);
    const draf = await bacaDraf(k.db, idDraf(req.params.id));
    res.json({ grup: await pelaksanaDiagram(k.engine, await bacaXmlAman(draf.xml)) });
  });
  rute.post("/modeler/grup", json, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibAdmin(pengguna);
    const { id, nama } = periksa(GrupBaru, req.body);
    await buatGrup(k, req.headers, { id, nama, oleh: pengguna.id });
    res.status(201).json({ id, nama });
  });
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
  rute.post("/modeler/draf/:id/ajukan", json, async (req, res) => {
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
    rute.post(`/modeler/draf/:id/${jalur}`, json, async (req: Request<{ id: string }>, res) => {
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
  rute.post("/modeler/draf/:id/komentar", json, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibPemilikAtauPenyetuju(pengguna);
    res
      .status(201)
      .json(await beriKomentar(k.db, idDraf(req.params.id), { ...periksa(Komentar, req.body), oleh: pengguna.id }));
  });
  rute.post("/modeler/draf/:id/dasarkan-ulang", json, async (req, res) => {
    const oleh = await pemilik(req);
    const id = idDraf(req.params.id);
    await dasarkanUlang(k.db, mesin, id, { ...periksa(z.object({ revisi: Revisi }), req.body), oleh });
    res.json(await rincianDraf(k.db, id));
  });
  rute.post("/modeler/draf/:id/terapkan", json, async (req, res) => {
    const oleh = await pemilik(req);
    const baru = await terapkan(k.db, { mesin, layanan: k.engineModeler }, idDraf(req.params.id), {
      ...periksa(Penerapan, req.body),
      oleh,
    });
    res.status(201).json({ definitionId: baru.id, versi: baru.version });
  });
  rute.post("/modeler/kembalikan", json, async (req, res) => {
    const oleh = await pemilik(req);
    const { definitionId } = periksa(z.object({ definitionId: z.string().min(1) }), req.body);
    const draf = await kembalikan(k.db, mesin, definitionId, oleh);
    res
      .status(201)
      .location(`/api/modeler/draf/${draf.id}`)
      .json(await rincianDraf(k.db, draf.id));
  });
  rute.get("/modeler/migrasi", async (req, res) => {
    wajibPetugas(await k.sesi(req.headers));
    const { dari, ke } = req.query;
    if (dari === undefined && ke === undefined) return void res.json({ migrasi: await daftarMigrasi(k.db) });
    if (typeof dari !== "string" || typeof ke !== "string")
      throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Sebutkan versi asal dan versi tujuan.");
    const { rencana: _, ...rencana } = await rencanaMigrasi(k.engineModeler, mesin, dari, ke);
    res.json(rencana);
  });
  rute.post("/modeler/migrasi", json, async (req, res) => {
    const oleh = await pemilik(req);
    const id = await mulaiMigrasi(migrasi, { ...periksa(Migrasi, req.body), oleh });
    void ikutiMigrasi(migrasi, id);
    res.status(202).location(`/api/modeler/migrasi/${id}`).json({ id });
  });
  rute.get("/modeler/migrasi/:id", async (req, res) => {
    wajibPetugas(await k.sesi(req.headers));
    res.json(await kemajuanMigrasi(migrasi, req.params.id));
  });
  rute.get("/modeler/audit", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const baris = await daftarAudit(k.db, { ...periksa(Audit, req.query), migrasi: internal(pengguna) });
    const nama = await k.mesin.nama(baris.map(({ oleh }) => oleh));
    res.json({ audit: baris.map((b) => ({ ...b, namaOleh: nama.get(b.oleh) ?? b.oleh })) });
  });
  return rute;
}
