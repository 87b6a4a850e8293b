import express, { type Request, Router } from "express";
import { z } from "zod";
import { catatAudit } from "../../audit/index.js";
import { Galat } from "../../galat.js";
import { internal, type Pengguna } from "../../sesi/pengguna.js";
import { cetakContoh, NamaContoh } from "../../surat/contoh.js";
import { SuratError } from "../../surat/galat.js";
import { IsiTemplat } from "../../surat/isi-templat.js";
import type { LetterRenderer } from "../../surat/render.js";
import { daftarNomor, KueriNomor, tahunNomor } from "../../surat-keluar/daftar.js";
import { tabelNomor } from "../../surat-keluar/tabel-nomor.js";
import { bacaTemplat, daftarTemplat, simpanTemplat } from "../../surat-keluar/templat.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { perbaruiDitarik } from "../permohonan/surat-ditarik.js";
import { unduhTabel } from "../unduhan.js";
import { isianTidakSah, periksa } from "../validasi.js";

const Pratinjau = z.object({ isi: IsiTemplat, contoh: NamaContoh.default("sebagianBerhasil") });
const Simpan = z.object({
  dasar: z.number().int().positive(),
  isi: IsiTemplat,
  catatan: z.string({ error: "Isi catatan perubahan." }).trim().min(3, "Isi catatan perubahan.").max(300),
});
const PENYUNTING = ["pemilik-proses", "camunda-admin"];

const bolehUbah = (p: Pengguna): boolean => p.grup.some((g) => PENYUNTING.includes(g.id));

/** `/surat`: the numbers of letters for the offices' staff, and the template for process owners and administrators. */
export function ruteSurat(k: Konteks): Router {
  const rute = Router();
  const dalam = async (req: Request) => {
    const pengguna = await k.sesi(req.headers);
    if (!internal(pengguna)) throw new Galat("BUKAN_UNTUK_ANDA", "Halaman ini hanya untuk petugas LPSE dan UKPBJ.");
    return pengguna;
  };
  const penyunting = async (req: Request) => {
    const pengguna = await k.sesi(req.headers);
    if (!bolehUbah(pengguna))
      throw new Galat("BUKAN_UNTUK_ANDA", "Templat surat diubah oleh pemilik proses atau pengelola sistem.");
    return pengguna;
  };
  const hari = () => tanggalWib(k.jam());

  rute.get("/surat/nomor", async (req, res) => {
    await dalam(req);
    const kueri = periksa(KueriNomor, req.query);
    await perbaruiDitarik(k);
    const [daftar, tahun] = await Promise.all([daftarNomor(k.db, kueri), tahunNomor(k.db)]);
    const nama = await k.mesin.nama(daftar.nomor.flatMap((n) => n.ditarikOleh ?? []));
    const nomor = daftar.nomor.map((n) => ({
      ...n,
      ditarikOleh: n.ditarikOleh && (nama.get(n.ditarikOleh) ?? n.ditarikOleh),
    }));
    res.json({ total: daftar.total, halaman: kueri.halaman, ukuran: kueri.ukuran, tahun, nomor });
  });
  for (const format of ["csv", "xlsx"] as const)
    rute.get(`/surat/nomor.${format}`, async (req, res) => {
      await dalam(req);
      const kueri = periksa(KueriNomor, req.query);
      await perbaruiDitarik(k);
      const { nomor } = await daftarNomor(k.db, { ...kueri, halaman: 1, ukuran: 100_000 });
      await unduhTabel(res, `nomor-surat-${hari()}`, format, [tabelNomor(nomor)]);
    });

  rute.get("/surat/templat", async (req, res) => {
    const pengguna = await dalam(req);
    const { versi } = await k.templatSurat().berlaku();
    const [isi, semua] = await Promise.all([bacaTemplat(k.db, versi), daftarTemplat(k.db)]);
    const { logo } = k.pencetakSurat();
    res.json({ berlaku: versi, bolehUbah: bolehUbah(pengguna), isi, logo, versi: semua });
  });
  rute.get("/surat/templat/:versi", async (req, res) => {
    await dalam(req);
    const versi = z.coerce.number().int().positive().max(2_147_483_647).safeParse(req.params.versi).data;
    const isi = versi === undefined ? undefined : await bacaTemplat(k.db, versi);
    if (!isi) throw new Galat("VERSI_TIDAK_DITEMUKAN", "Versi templat ini tidak ada.");
    res.json({ versi, isi });
  });
  const badan = express.json({ limit: "256kb" });
  rute.post("/surat/templat/pratinjau", badan, async (req, res) => {
    await dalam(req);
    const { isi, contoh } = periksa(Pratinjau, req.body);
    const { pdf, halaman } = dapatDicetak(k, isi, (surat) => cetakContoh(surat, contoh, hari()));
    res.set({ "content-type": "application/pdf", "x-halaman": String(halaman), "x-content-type-options": "nosniff" });
    res.send(pdf);
  });
  rute.post("/surat/templat", badan, async (req, res) => {
    const { id: oleh, nama: namaOleh } = await penyunting(req);
    const { dasar, isi, catatan } = periksa(Simpan, req.body);
    // What cannot be printed never comes into force.
    dapatDicetak(k, isi, (surat) => {
      for (const contoh of NamaContoh.options) cetakContoh(surat, contoh, hari());
    });
    const versi = await k.db.transaction(async (tx) => {
      const baru = await simpanTemplat(tx, isi, dasar, { oleh, namaOleh, catatan });
      if (baru !== undefined)
        await catatAudit(tx, { oleh, tindakan: "templat-surat.simpan", objek: String(baru), rincian: { catatan } });
      return baru;
    });
    if (versi === undefined)
      throw new Galat(
        "TEMPLAT_BERUBAH",
        "Templat sudah diubah orang lain. Muat ulang halaman ini, lalu ulangi perubahan Anda.",
      );
    res.status(201).json({ versi });
  });
  return rute;
}

/** The work with this template; what the letter folder refuses is a fault of the form. */
function dapatDicetak<T>(k: Konteks, isi: IsiTemplat, kerja: (surat: LetterRenderer) => T): T {
  try {
    return kerja(k.pencetakSurat().untuk(isi));
  } catch (error) {
    if (!(error instanceof SuratError)) throw error;
    throw isianTidakSah(error.masalah.map((pesan) => ({ jalur: "isi", pesan })));
  }
}
