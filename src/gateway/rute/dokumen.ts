import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { catatAudit } from "../../audit/index.js";
import { berisiAktif } from "../../dokumen/isi-aktif.js";
import { periksaPdf, type SebabBukanPdf } from "../../dokumen/pdf.js";
import { bacaDokumen, type RincianDokumen, rincianDokumen, simpanDokumen } from "../../dokumen/store.js";
import { Galat } from "../../galat.js";
import { type Pengguna, pelaksana, satkerPengguna } from "../../sesi/pengguna.js";
import type { Konteks } from "../konteks.js";
import { createHitungan } from "../pintu/pembatas.js";
import { periksa } from "../validasi.js";

/** Folder parts and control characters have no place in a name that is shown and offered for saving. */
const Nama = z
  .string({ error: "Nama berkas wajib diisi." })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  .transform((n) => n.replace(/^.*[/\\]/s, "").replace(/[\u0000-\u001f\u007f]/g, ""))
  .pipe(z.string().trim().min(1, "Nama berkas wajib diisi.").max(200, "Nama berkas paling panjang 200 huruf."));

const PESAN: Readonly<Record<SebabBukanPdf, string>> = {
  BERKAS_KOSONG: "Berkas ini kosong. Pilih berkas lain.",
  BUKAN_PDF: "Berkas ini bukan PDF. Pindai atau simpan surat sebagai PDF, lalu unggah lagi.",
  PDF_RUSAK: "Berkas PDF ini rusak atau terpotong dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi.",
  PDF_TERKUNCI: "Berkas PDF ini terkunci kata sandi. Hapus kuncinya, lalu unggah lagi.",
};

/** `POST /dokumen` and `GET /dokumen/:id`. */
export function ruteDokumen(k: Konteks): Router {
  const badan = express.raw({ type: () => true, limit: k.uploadMaxBytes });
  const hitung = createHitungan(k.batas.unggahanPerMenit, () => k.jam().getTime());
  const rute = Router();
  rute.post("/dokumen", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const satker = satkerPengguna(pengguna);
    if (satker.length === 0 && !pelaksana(pengguna))
      throw new Galat("BUKAN_UNTUK_ANDA", "Anda tidak berhak mengunggah dokumen.");
    const tungguMs = hitung(pengguna.id);
    if (tungguMs > 0) {
      res.set("retry-after", String(Math.ceil(tungguMs / 1000)));
      throw new Galat("TERLALU_SERING", "Terlalu banyak unggahan dalam satu menit. Tunggu sebentar, lalu unggah lagi.");
    }
    const nama = periksa(z.object({ nama: Nama }), { nama: req.query.nama }).nama;
    const isi = await bacaIsi(badan, req, res, k.uploadMaxBytes);
    const sebab = periksaPdf(isi);
    if (sebab) throw new Galat(sebab, PESAN[sebab]);
    if (await berisiAktif(isi))
      throw new Galat(
        "PDF_BERISI_PROGRAM",
        "Berkas PDF ini berisi skrip, formulir aktif, atau lampiran. Cetak surat itu ke PDF baru, lalu unggah lagi.",
      );
    const pemilik = { pemilik: pengguna.id, ...(satker[0] ? { satker: satker[0].id } : {}) };
    const dokumen = await k.db.transaction(async (tx) => {
      const baru = await simpanDokumen(tx, { jenis: "unggahan", nama, isi, ...pemilik });
      const rincian = { ukuran: baru.ukuran, sha256: baru.sha256 };
      await catatAudit(tx, { oleh: pengguna.id, tindakan: "dokumen.unggah", objek: baru.id, rincian });
      return baru;
    });
    res.status(201).location(`/api/dokumen/${dokumen.id}`).json(dokumen);
  });
  rute.get("/dokumen/:id", async (req, res) => {
    const pengguna = await k.sesi(req.headers);
    const id = z.uuid().safeParse(req.params.id).data;
    const rincian = id === undefined ? undefined : await rincianDokumen(k.db, id);
    if (!(await bolehBaca(k, pengguna, rincian)) || !rincian) throw tidakDitemukan();
    const dokumen = await bacaDokumen(k.db, rincian.id);
    if (!dokumen) throw tidakDitemukan();
    await catatAudit(k.db, { oleh: pengguna.id, tindakan: "dokumen.baca", objek: dokumen.id });
    tampilkan(res, dokumen.nama, dokumen.isi);
  });
  return rute;
}

const tidakDitemukan = (): Galat => new Galat("DOKUMEN_TIDAK_DITEMUKAN", "Dokumen tidak ditemukan.");

/** The whole body; it is refused as soon as it grows beyond the limit. */
async function bacaIsi(badan: RequestHandler, req: Request, res: Response, batas: number): Promise<Buffer> {
  await new Promise<void>((selesai, gagal) => {
    badan(req, res, (error?: unknown) => (error ? gagal(terlaluBesar(error, batas)) : selesai()));
  });
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

function terlaluBesar(error: unknown, batas: number): unknown {
  if (!(error instanceof Error && "type" in error && error.type === "entity.too.large")) return error;
  const mb = (batas / 1_048_576).toLocaleString("id-ID", { maximumFractionDigits: 1 });
  return new Galat(
    "BERKAS_TERLALU_BESAR",
    `Berkas ini terlalu besar; paling besar ${mb} MB. Kecilkan, lalu unggah lagi.`,
  );
}

/** No request has this number. */
const TANPA_NOMOR = "-";

/**
 * The uploader always; once bound to a request also its lanes, and its Satker except for drafts of the reply. A Satker's
 * question costs the same whether there is such a document or not: how long a refusal takes tells nothing.
 */
async function bolehBaca(
  { mesin }: Konteks,
  pengguna: Pengguna,
  dokumen: RincianDokumen | undefined,
): Promise<boolean> {
  if (dokumen?.pemilik === pengguna.id) return true;
  const nomor = dokumen?.nomorPermohonan ?? TANPA_NOMOR;
  if (pelaksana(pengguna)) return nomor !== TANPA_NOMOR;
  const satker = satkerPengguna(pengguna).map((s) => s.id);
  const milik = satker.length > 0 && (await mesin.instans(nomor, satker)) !== undefined;
  return milik && dokumen?.jenis !== "draf-surat";
}

function tampilkan(res: Response, nama: string, isi: Buffer): void {
  res
    .set({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(nama).replace(/['()*]/g, escape)}`,
      // A document can do nothing on this origin.
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      "x-content-type-options": "nosniff",
    })
    .send(isi);
}
