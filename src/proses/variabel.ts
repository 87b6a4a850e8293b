/**
 * The process variables, one zod schema each. The forms, the gateway, the workers and the tests use these and nothing
 * else; `tests/contracts` holds them against the diagram both ways.
 */
import { z } from "zod";

const teks = (apa: string, max: number) =>
  z
    .string({ error: `${apa} wajib diisi.` })
    .trim()
    .min(1, `${apa} wajib diisi.`)
    .max(max, `${apa} paling panjang ${max} huruf.`);

/** Reason for a return, a refusal or a strike-off; shown to the Satuan Kerja as written. */
export const Alasan = teks("Alasan", 1000);

/** A stored document: the bytes live in PostgreSQL, never in the engine. `ukuran` in bytes, `sha256` in hex. */
export const Dokumen = z.object({
  id: z.uuid(),
  nama: teks("Nama berkas", 200),
  ukuran: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Dokumen = z.infer<typeof Dokumen>;

/** One account named in the request letter (SOP row 1). */
export const Akun = z.object({
  id: z.uuid(),
  nama: teks("Nama", 80),
  nip: z
    .string({ error: "NIP wajib diisi." })
    .trim()
    .regex(/^\d{18}$/, "NIP terdiri atas 18 angka."),
  userId: z.string().trim().max(50, "User ID paling panjang 50 huruf.").optional(),
  peran: z.enum(["PPK", "Pejabat Pengadaan"], { error: "Pilih PPK atau Pejabat Pengadaan." }),
  epesan: z.email("Alamat e-Pesan tidak sah; contoh: nama@kemenperin.go.id.").max(120),
});
export type Akun = z.infer<typeof Akun>;

const tanpaGanda = (daftar: Akun[]) => new Set(daftar.map((a) => a.nip)).size === daftar.length;

/** The accounts of one letter: at least one, at most 50, no NIP twice. */
export const DaftarAkun = z
  .array(Akun)
  .min(1, "Isi sekurang-kurangnya satu akun.")
  .max(50, "Paling banyak 50 akun dalam satu surat.")
  .refine(tanpaGanda, "Ada NIP yang tercantum lebih dari sekali.");

/** An account struck off in step 4, with the reason. */
export const AkunDicoret = Akun.extend({ alasan: Alasan });
export type AkunDicoret = z.infer<typeof AkunDicoret>;

/** What became of one account (steps 5 and 6); never a password. */
export const Hasil = z.object({
  status: z.enum(["direset", "berhasil", "gagal"]),
  userId: z.string().optional(),
  cara: z.enum(["otomatis", "manual"]),
  keterangan: z.string().max(1000).optional(),
});
export type Hasil = z.infer<typeof Hasil>;

/** One line of the record of decisions that every form shows: who decided what, when, and why. `waktu` is an ISO instant. */
export const Riwayat = z.object({
  langkah: z.string(),
  keputusan: z.string(),
  alasan: z.string().optional(),
  oleh: z.string(),
  namaOleh: z.string(),
  waktu: z.iso.datetime({ offset: true }),
});
export type Riwayat = z.infer<typeof Riwayat>;

/** The free text of the Surat Pemberitahuan that the Kepala LPSE may change in step 8. */
export const Paragraf = z.object({
  pembuka: teks("Pembuka", 2000),
  isi: teks("Isi", 4000),
  penutup: teks("Penutup", 2000),
});
export type Paragraf = z.infer<typeof Paragraf>;

/** The archived letter (SOP row 10). */
export const Arsip = z.object({ id: z.uuid(), nomorSurat: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type Arsip = z.infer<typeof Arsip>;

const tanggal = z.iso.date({ error: "Tanggal surat wajib diisi." });

/**
 * Every variable of the process, by name. `Json` in the engine where the schema is an object or a list; strings and
 * whole numbers stay themselves. `hasil_<id akun>` and `akun_<id akun>` are written by the listeners of the
 * sub-process `proses-akun`.
 */
export const variabel = {
  pemohon: z.string(),
  satker: z.string().regex(/^satker-/),
  namaSatker: z.string(),
  nomorPermohonan: z.string(),
  nomorSuratPermohonan: teks("Nomor surat", 100),
  tanggalSuratPermohonan: tanggal,
  suratPermohonan: Dokumen,
  lampiran: z.array(Dokumen).max(10, "Paling banyak 10 lampiran."),
  akun: DaftarAkun,
  riwayat: z.array(Riwayat),
  keputusanPemohon: z.enum(["kirim", "tarik"]),
  keputusanDisposisi: z.enum(["disposisi", "kembalikan", "tolak"]),
  keputusanPerintah: z.enum(["perintahkan", "kembalikan"]),
  keputusanVerifikasi: z.enum(["lengkap", "tidakLengkap", "bukanReset"]),
  akunDisetujui: DaftarAkun,
  akunDicoret: z.array(AkunDicoret),
  sebabPenolakan: z.enum(["ditolak", "bukanReset"]),
  alasanPenolakan: Alasan,
  akunDiproses: Akun,
  namaAkun: z.string(),
  hasil: Hasil.nullable(),
  kendala: z.string().nullable(),
  keputusanPerbaikan: z.enum(["diperbaiki", "gagal"]).nullable(),
  keputusanResetManual: z.enum(["selesai", "gagal"]).nullable(),
  nomorSurat: z.string(),
  tanggalSuratPemberitahuan: tanggal,
  versiDraf: z.number().int().positive(),
  drafSurat: Dokumen,
  paragraf: Paragraf,
  keputusanKoreksi: z.enum(["setuju", "koreksi"]),
  keputusanTandaTangan: z.enum(["tandaTangan", "kembalikan"]),
  suratDitandatangani: Dokumen,
  arsip: Arsip,
  eskalasi: z.string().regex(/^TENGGAT_LANGKAH_\d+$/),
  waktuEskalasi: z.iso.datetime({ offset: true }),
  tenggat: z.iso.datetime({ offset: true }),
  pengingat: z.iso.datetime({ offset: true }),
  perpanjangan: z.number().int().positive(),
} as const;
/** A key of the table; the names with an account's id in them (`hasil_…`, `akun_…`) are not among these. */
export type NamaVariabel = keyof typeof variabel;

/** The name of the process variable that holds the result of one account. */
export const namaVariabelHasil = (idAkun: string): string => `hasil_${idAkun}`;

/** The name of the process variable that holds one account as the Tim corrected it; written like its result. */
export const namaVariabelAkun = (idAkun: string): string => `akun_${idAkun}`;
