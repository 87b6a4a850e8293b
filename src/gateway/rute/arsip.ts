import express, { Router } from "express";
import { z } from "zod";
import {
  type BarisArsip,
  cariArsip,
  daftarUsul,
  eksporArsip,
  isiArsip,
  KueriArsip,
  lewatRetensi,
  MusnahDitolak,
  periksaArsip,
  putuskan,
  tahunKemudian,
  usulkan,
} from "../../arsip/index.js";
import { catatAudit } from "../../audit.js";
import { tabelArsip } from "../../sla/ekspor/arsip.js";
import { Galat } from "../galat.js";
import type { Konteks } from "../konteks.js";
import { internal, type Pengguna } from "../sesi.js";
import { periksa } from "../validasi.js";
import { tanggalWib } from "../waktu.js";
import { unduhTabel } from "./sla.js";

const Rentang = z.object({ dari: z.iso.date("Isi tanggal awal."), sampai: z.iso.date("Isi tanggal akhir.") });
const Usul = z.object({
  entri: z.array(z.number().int().positive()).min(1, "Pilih sekurang-kurangnya satu entri.").max(500),
  alasan: z.string({ error: "Isi alasan." }).trim().min(5, "Isi alasan, sekurang-kurangnya 5 huruf.").max(500),
});
const Putusan = z.object({
  keputusan: z.enum(["setuju", "tolak"], { error: "Pilih setuju atau tolak." }),
  catatan: z.string().trim().max(500).default(""),
});
/** How long the record of a destruction is kept itself. */
const SIMPAN_BERITA_ACARA_TAHUN = 10;

const punya = (p: Pengguna, ...grup: string[]) => p.grup.some((g) => grup.includes(g.id));

/** `/arsip`: the register, copies, exports, verification, destruction; for the LPSE's own staff and admins only. */
export function ruteArsip(k: Konteks): Router {
  const rute = Router();
  const dalam = async (req: express.Request) => {
    const pengguna = await k.sesi(req.headers);
    if (!internal(pengguna)) throw new Galat("BUKAN_UNTUK_ANDA", "Arsip hanya untuk petugas LPSE dan UKPBJ.");
    return pengguna;
  };
  const hari = () => tanggalWib(k.jam());

  rute.get("/arsip", async (req, res) => {
    await dalam(req);
    const kueri = periksa(KueriArsip, req.query);
    const { total, entri } = await cariArsip(k.db, kueri);
    res.json({ total, halaman: kueri.halaman, ukuran: kueri.ukuran, entri: entri.map(tampil) });
  });
  for (const format of ["csv", "xlsx"] as const)
    rute.get(`/arsip.${format}`, async (req, res) => {
      await dalam(req);
      const { entri } = await cariArsip(k.db, { ...periksa(KueriArsip, req.query), halaman: 1, ukuran: 10_000 });
      await unduhTabel(res, `daftar-arsip-${hari()}`, format, [tabelArsip(entri)]);
    });
  rute.get("/arsip/ekspor", async (req, res) => {
    const { id: oleh } = await dalam(req);
    const rentang = periksa(Rentang, req.query);
    await catatAudit(k.db, { oleh, tindakan: "arsip.ekspor", objek: `${rentang.dari}..${rentang.sampai}` });
    const zip = Buffer.from(await eksporArsip(k.db, rentang, k.arsip.skrip));
    res
      .type("application/zip")
      .set("content-disposition", `attachment; filename="arsip-${rentang.dari}-${rentang.sampai}.zip"`);
    res.send(zip);
  });
  let berjalan: ReturnType<typeof periksaArsip> | undefined;
  rute.get("/arsip/periksa", async (req, res) => {
    await dalam(req);
    // Reading the whole archive once is enough for everybody who asks meanwhile.
    berjalan ??= periksaArsip(k.db).finally(() => {
      berjalan = undefined;
    });
    res.json(await berjalan);
  });
  rute.get("/arsip/usul-musnah", async (req, res) => {
    await dalam(req);
    res.json({ calon: await lewatRetensi(k.db, hari()), usul: await daftarUsul(k.db) });
  });
  rute.post("/arsip/usul-musnah", express.json({ limit: "32kb" }), async (req, res) => {
    const pengguna = await dalam(req);
    if (!punya(pengguna, "tim-pengelola-lpse"))
      throw new Galat("BUKAN_UNTUK_ANDA", "Pemusnahan diusulkan oleh Tim Pengelola LPSE.");
    const { entri, alasan } = periksa(Usul, req.body);
    const id = await ditolak(usulkan(k.db, { oleh: pengguna.id, entri: [...new Set(entri)], alasan, hari: hari() }));
    res.status(201).json({ id });
  });
  rute.post("/arsip/usul-musnah/:id/putuskan", express.json({ limit: "8kb" }), async (req, res) => {
    const pengguna = await dalam(req);
    if (!punya(pengguna, "kepala-ukpbj", "kepala-lpse"))
      throw new Galat("BUKAN_UNTUK_ANDA", "Pemusnahan diputuskan oleh Kepala LPSE atau Kepala UKPBJ.");
    const id = periksa(z.uuid("Daftar usul ini tidak ada."), req.params.id);
    const { kodeKlasifikasi, unitPengolah } = k.arsip;
    const simpanSampai = tahunKemudian(hari(), SIMPAN_BERITA_ACARA_TAHUN);
    const dasar = { kodeKlasifikasi, unitPengolah, tanggalSurat: hari(), simpanSampai };
    const isian = { ...periksa(Putusan, req.body), id, oleh: pengguna.id, kini: k.jam(), dasar };
    res.json({ dimusnahkan: await ditolak(putuskan(k.db, isian)) });
  });
  rute.get("/arsip/:id/isi", async (req, res) => {
    const { id: oleh } = await dalam(req);
    const id = z.uuid().safeParse(req.params.id).data;
    const satu = id === undefined ? undefined : await isiArsip(k.db, id);
    if (satu === undefined) throw new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Entri arsip ini tidak ada.");
    if (satu.isi === null)
      throw new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Salinan ini sudah dimusnahkan sesuai masa simpannya.");
    await catatAudit(k.db, { oleh, tindakan: "arsip.baca", objek: satu.entri.id });
    res.type(satu.entri.jenis === "berita-acara-pemusnahan" ? "application/json" : "application/pdf");
    res.set({ "content-disposition": "inline", "x-content-type-options": "nosniff" }).send(satu.isi);
  });
  return rute;
}

const tampil = ({ orang, ...lain }: BarisArsip) => ({ ...lain, orang: orang === "" ? [] : orang.split("\n") });

/** What the archive refuses, as a reply. */
async function ditolak<T>(janji: Promise<T>): Promise<T> {
  try {
    return await janji;
  } catch (error) {
    if (error instanceof MusnahDitolak) throw new Galat("TIDAK_DAPAT_DIMUSNAHKAN", error.pesan, { cause: error });
    throw error;
  }
}
