/** The gateway's replies as the browser reads them: only the fields that a page uses. */
import { z } from "zod";
import { Akun, AkunDicoret, Arsip, Dokumen, Hasil, Paragraf, Riwayat } from "../../proses/variabel.js";

const Orang = z.object({ id: z.string(), nama: z.string() });
/** Number of an SOP row, from 1 to 11; the diagram holds it as text. */
const Nomor = z.coerce.number().int();
const Satker = z.object({ id: z.string(), nama: z.string() });

/** An account with what has become of it. */
export const AkunBerstatus = Akun.extend({
  status: z.enum(["menunggu", "dicoret", "diproses", "berhasil", "gagal"]),
  hasilUserId: z.string().nullish(),
  cara: z.enum(["otomatis", "manual"]).nullish(),
  keterangan: z.string().nullish(),
});
export type AkunBerstatus = z.infer<typeof AkunBerstatus>;

/** One row of the SOP; its texts may hold `<i>` and no other markup. */
export const BarisSop = z.object({
  nomor: Nomor,
  aktivitas: z.string(),
  pelaksana: z.string(),
  persyaratan: z.string(),
  waktu: z.string(),
  output: z.string(),
  keterangan: z.string(),
});
export type BarisSop = z.infer<typeof BarisSop>;

const surat = {
  nomorSurat: z.string().nullish(),
  tanggalSuratPemberitahuan: z.string().nullish(),
  versiDraf: z.number().nullish(),
  drafSurat: Dokumen.nullish(),
  suratDitandatangani: Dokumen.nullish(),
  arsip: Arsip.nullish(),
};

/** The request that a task belongs to. */
export const PermohonanTugas = z.object({
  nomor: z.string(),
  satker: Satker,
  pemohon: Orang,
  nomorSuratPermohonan: z.string(),
  tanggalSuratPermohonan: z.string(),
  suratPermohonan: Dokumen,
  lampiran: z.array(Dokumen),
  akun: z.array(AkunBerstatus),
  akunDisetujui: z.array(Akun).nullish(),
  akunDicoret: z.array(AkunDicoret).nullish(),
  riwayat: z.array(Riwayat),
  sebabPenolakan: z.string().nullish(),
  alasanPenolakan: z.string().nullish(),
  paragraf: Paragraf.nullish(),
  ...surat,
});
export type PermohonanTugas = z.infer<typeof PermohonanTugas>;

/** A letter that told the Satuan Kerja of a decision. */
export const SuratKeputusan = z.object({
  jenis: z.enum(["surat-penolakan", "surat-pengembalian"]),
  nomor: z.string(),
  tanggal: z.string(),
  dokumen: Dokumen,
});
export type SuratKeputusan = z.infer<typeof SuratKeputusan>;

/** A version of the draft letter: who asked for it (nobody: the system) and its words. */
export const VersiDraf = z.object({
  versi: z.number(),
  dibuat: z.iso.datetime({ offset: true }),
  pengubah: Orang.extend({ alasan: z.string().optional() }).nullable(),
  paragraf: Paragraf,
  dokumen: Dokumen,
});
export type VersiDraf = z.infer<typeof VersiDraf>;

/** `GET /api/tugas/{id}`. */
export const Tugas = z.object({
  id: z.string(),
  langkah: z.string(),
  nama: z.string(),
  sop: BarisSop.nullable(),
  pelaksana: z.object({ lane: z.string().nullish(), grup: z.array(z.string()) }),
  ditugaskanKepada: Orang.nullable(),
  dibuat: z.iso.datetime({ offset: true }),
  tenggat: z.iso.datetime({ offset: true }).nullable(),
  batasUnggah: z.number(),
  hariIni: z.string(),
  permohonan: PermohonanTugas,
  akunDiproses: Akun.nullish(),
  hasil: Hasil.nullish(),
  kendala: z.string().nullish(),
  kredensial: z.object({ percobaan: z.number(), sudahDilihat: z.boolean() }).nullish(),
  draf: z.array(VersiDraf).default([]),
  surat: z.array(SuratKeputusan).default([]),
});
export type Tugas = z.infer<typeof Tugas>;

/** `GET /api/formulir-awal`. */
export const FormulirAwal = z.object({
  pemohon: Orang,
  satker: Satker,
  hariIni: z.string(),
  batasUnggah: z.number(),
});
export type FormulirAwal = z.infer<typeof FormulirAwal>;

/** `POST /api/tugas/{id}/kredensial`; lives in memory and on the screen only. */
export const Kredensial = z.object({ userId: z.string().nullable(), kataSandi: z.string() });
export type Kredensial = z.infer<typeof Kredensial>;

/** `GET /api/saya`. */
export const Saya = z.object({
  id: z.string(),
  nama: z.string(),
  grup: z.array(z.object({ id: z.string(), nama: z.string() })),
  satker: Satker.nullable(),
  internal: z.boolean(),
  aplikasi: z.array(z.string()),
});
export type Saya = z.infer<typeof Saya>;

/** `GET /api/info`. */
export const Info = z.object({
  demo: z.boolean(),
  simulator: z.object({ spse: z.url(), epesan: z.url() }).nullable(),
});
export type Info = z.infer<typeof Info>;

/** `GET /api/kalender`, as far as people read it: what is to be done before the working calendar ends. */
export const KeadaanKalender = z.object({ peringatan: z.string().nullable() });

/** How a whole request stands: `KeadaanPermohonan` of `src/proses/permohonan.ts`, told from the engine's history. */
export const Keadaan = z.enum(["berjalan", "selesai", "ditolak", "bukanReset", "ditarik", "dihentikan"]);
export type Keadaan = z.infer<typeof Keadaan>;

/** One line of the list of requests. */
export const RingkasPermohonan = z.object({
  nomor: z.string(),
  satker: Satker,
  /** None where an administrator began it without the form: one such row must not hide the others. */
  nomorSuratPermohonan: z.string().nullable(),
  jumlahAkun: z.number(),
  keadaan: Keadaan,
  diajukan: z.iso.datetime({ offset: true }),
  selesai: z.iso.datetime({ offset: true }).nullish(),
  menunggu: z.array(
    z.object({
      nomor: Nomor.nullish(),
      nama: z.string(),
      tenggat: z.iso.datetime({ offset: true }).nullish(),
      lewatTenggat: z.boolean(),
    }),
  ),
});
export type RingkasPermohonan = z.infer<typeof RingkasPermohonan>;

/** `GET /api/permohonan`. */
export const DaftarPermohonan = z.object({
  total: z.number(),
  halaman: z.number(),
  ukuran: z.number(),
  permohonan: z.array(RingkasPermohonan),
});
export type DaftarPermohonan = z.infer<typeof DaftarPermohonan>;

/** One of the eleven steps of a request. */
export const LangkahPermohonan = z.object({
  nomor: Nomor,
  aktivitas: z.string(),
  pelaksana: z.string(),
  waktu: z.string(),
  keadaan: z.enum(["belum", "berjalan", "selesai", "lewat", "dilewati"]),
  mulai: z.iso.datetime({ offset: true }).nullish(),
  selesai: z.iso.datetime({ offset: true }).nullish(),
  tenggat: z.iso.datetime({ offset: true }).nullish(),
  terlambat: z.boolean().nullish(),
  oleh: z.array(Orang).nullish(),
  kali: z.number().nullish(),
});
export type LangkahPermohonan = z.infer<typeof LangkahPermohonan>;

/** `GET /api/permohonan/{nomor}`. */
export const Permohonan = z.object({
  nomor: z.string(),
  keadaan: Keadaan,
  diajukan: z.iso.datetime({ offset: true }),
  selesai: z.iso.datetime({ offset: true }).nullish(),
  pemohon: Orang,
  satker: Satker,
  nomorSuratPermohonan: z.string(),
  tanggalSuratPermohonan: z.string(),
  suratPermohonan: Dokumen,
  lampiran: z.array(Dokumen),
  langkah: z.array(LangkahPermohonan),
  akun: z.array(AkunBerstatus),
  riwayat: z.array(Riwayat),
  alasanPenolakan: z.string().nullish(),
  bolehDitarik: z.boolean(),
  surat: z.array(SuratKeputusan).default([]),
  ...surat,
});
export type Permohonan = z.infer<typeof Permohonan>;
