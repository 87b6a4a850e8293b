/** `/modeler`: who is asking, what a process may use, who works in it, and what was done. */
import { Router } from "express";
import { z } from "zod";
import { daftarAudit } from "../../../modeler/audit.js";
import { bacaDraf } from "../../../modeler/draf.js";
import { buatGrup } from "../../../modeler/grup.js";
import { admin, bolehSetuju, bolehSunting, wajibAdmin } from "../../../modeler/hak.js";
import { grupPegawai, pelaksanaDiagram } from "../../../modeler/pelaksana.js";
import { formulirDari, topikDikenal } from "../../../modeler/periksa.js";
import { bacaXmlAman } from "../../../modeler/xml-aman.js";
import { KUNCI_PROSES } from "../../../proses/kunci.js";
import { internal } from "../../../sesi/pengguna.js";
import type { Konteks } from "../../konteks.js";
import { periksa } from "../../validasi.js";
import { type BahanModeler, bacaIsian, idDraf, Teks } from "./bahan.js";

const Katalog = z.object({ kunci: z.string().max(200).default(KUNCI_PROSES) });
const GrupBaru = z.object({
  id: z
    .string()
    .trim()
    .regex(/^[A-Za-z][\w-]{1,63}$/, "Id grup berisi 2 sampai 64 huruf, angka, atau tanda hubung."),
  nama: Teks("Nama grup", 100),
});
const Audit = z.object({
  sebelum: z.coerce.number().int().positive().optional(),
  objek: z.string().max(200).optional(),
  banyak: z.coerce.number().int().min(1).max(200).default(50),
});

/** The routes; each names in its first lines who may. */
export function ruteModelerUmum(k: Konteks, { mesin }: BahanModeler): Router {
  const rute = Router();
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
  rute.post("/modeler/grup", bacaIsian, async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    wajibAdmin(pengguna);
    const { id, nama } = periksa(GrupBaru, req.body);
    await buatGrup(k, req.headers, { id, nama, oleh: pengguna.id });
    res.status(201).json({ id, nama });
  });
  rute.get("/modeler/audit", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const baris = await daftarAudit(k.db, { ...periksa(Audit, req.query), migrasi: internal(pengguna) });
    const nama = await k.mesin.nama(baris.map(({ oleh }) => oleh));
    res.json({ audit: baris.map((b) => ({ ...b, namaOleh: nama.get(b.oleh) ?? b.oleh })) });
  });
  return rute;
}
