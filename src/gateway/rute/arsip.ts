import { pipeline } from "node:stream/promises";
import { type Request, Router } from "express";
import { z } from "zod";
import {
  type BarisArsip,
  cariArsip,
  EksporTerlaluBesar,
  eksporArsip,
  isiArsip,
  KueriArsip,
  rincianArsip,
} from "../../arsip/index.js";
import { tabelArsip } from "../../arsip/tabel.js";
import { catatAudit } from "../../audit/index.js";
import { Galat } from "../../galat.js";
import { internal, type Pengguna } from "../../sesi/pengguna.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { unduhTabel } from "../unduhan.js";
import { periksa } from "../validasi.js";

const Rentang = z
  .object({ dari: z.iso.date("Isi tanggal awal."), sampai: z.iso.date("Isi tanggal akhir.") })
  .refine(({ dari, sampai }) => dari <= sampai, {
    error: "Tanggal akhir mendahului tanggal awal.",
    path: ["sampai"],
  });

/** The person who asks, if of the LPSE's own staff; throws BUKAN_UNTUK_ANDA. */
export async function petugasArsip(k: Konteks, req: Request): Promise<Pengguna> {
  const pengguna = await k.sesi(req.headers);
  if (!internal(pengguna)) throw new Galat("BUKAN_UNTUK_ANDA", "Arsip hanya untuk petugas LPSE dan UKPBJ.");
  return pengguna;
}

/** `/arsip`: the register, entries, copies, exports; for the LPSE's own staff and admins only. */
export function ruteArsip(k: Konteks): Router {
  const rute = Router();
  rute.get("/arsip", async (req, res) => {
    await petugasArsip(k, req);
    const kueri = periksa(KueriArsip, req.query);
    const { total, lebih, entri } = await cariArsip(k.db, kueri);
    res.json({ total, lebih, halaman: kueri.halaman, ukuran: kueri.ukuran, entri: entri.map(tampil) });
  });
  for (const format of ["csv", "xlsx"] as const)
    rute.get(`/arsip.${format}`, async (req, res) => {
      await petugasArsip(k, req);
      const { entri } = await cariArsip(k.db, { ...periksa(KueriArsip, req.query), halaman: 1, ukuran: 10_000 });
      await unduhTabel(res, `daftar-arsip-${tanggalWib(k.jam())}`, format, [tabelArsip(entri)]);
    });
  rute.get("/arsip/ekspor", async (req, res) => {
    const { id: oleh } = await petugasArsip(k, req);
    const rentang = periksa(Rentang, req.query);
    const zip = await eksporArsip(k.db, rentang, k.arsip.skrip).catch((error: unknown) => {
      if (error instanceof EksporTerlaluBesar) throw new Galat("BERKAS_TERLALU_BESAR", error.pesan, { cause: error });
      throw error;
    });
    await catatAudit(k.db, { oleh, tindakan: "arsip.ekspor", objek: `${rentang.dari}..${rentang.sampai}` });
    res
      .type("application/zip")
      .set("content-disposition", `attachment; filename="arsip-${rentang.dari}-${rentang.sampai}.zip"`);
    await pipeline(zip, res).catch((error: unknown) => {
      if (!terputus(error)) throw error;
    });
  });
  rute.get("/arsip/:id/isi", async (req, res) => {
    const { id: oleh } = await petugasArsip(k, req);
    const satu = await bilaAda(req.params.id, (id) => isiArsip(k.db, id));
    if (satu.isi === null)
      throw new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Salinan ini sudah dimusnahkan sesuai masa simpannya.");
    await catatAudit(k.db, { oleh, tindakan: "arsip.baca", objek: satu.entri.id });
    res.type(satu.entri.jenis === "berita-acara-pemusnahan" ? "application/json" : "application/pdf");
    res.set({ "content-disposition": "inline", "x-content-type-options": "nosniff" }).send(satu.isi);
  });
  rute.get("/arsip/entri/:id", async (req, res) => {
    await petugasArsip(k, req);
    const { entri, ...lain } = await bilaAda(req.params.id, (id) => rincianArsip(k.db, id));
    res.json({ entri: tampil(entri), ...lain });
  });
  return rute;
}

/** Whoever breaks a download off has made no mistake of ours. */
const terputus = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";

async function bilaAda<T>(teks: string, baca: (id: string) => Promise<T | undefined>): Promise<T> {
  const id = z.uuid().safeParse(teks).data;
  const satu = id === undefined ? undefined : await baca(id);
  if (satu === undefined) throw new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Entri arsip ini tidak ada.");
  return satu;
}

const tampil = ({ orang, ...lain }: BarisArsip) => ({ ...lain, orang: orang === "" ? [] : orang.split("\n") });
