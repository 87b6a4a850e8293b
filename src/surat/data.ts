import { z } from "zod";
import { alineaTeks, barisTeks, barisTeksOpsional } from "./teks.js";

const tanggal = z.iso.date("harus tanggal yang ada, ditulis YYYY-MM-DD");

/** What became of one requested account: reset, impossible to reset, or struck off by the Tim (SOP step 4). */
const StatusAkun = z.enum(["berhasil", "gagal", "dicoret"]);

/** One account in the letter; strict, so that a password or nonce handed along by mistake is refused. */
export const AkunSurat = z.strictObject({
  nama: barisTeks(300),
  nip: z.string().regex(/^\d{18}$/, "harus 18 angka"),
  peran: z.enum(["PPK", "Pejabat Pengadaan"]),
  userId: barisTeksOpsional(150),
  status: StatusAkun,
  keterangan: barisTeksOpsional(500),
});
export type AkunSurat = z.infer<typeof AkunSurat>;

/** The Satker's request: number and ISO date of its letter, and our own number for it. */
const PermohonanSurat = z.strictObject({
  nomor: barisTeks(100),
  tanggal,
  nomorPermohonan: barisTeks(100),
});

/** The three passages of a letter that the Kepala LPSE may correct (SOP step 8); a blank line starts a paragraph. */
export const Paragraf = z.strictObject({
  pembuka: alineaTeks(4000),
  isi: alineaTeks(4000),
  penutup: alineaTeks(4000),
});
export type Paragraf = z.infer<typeof Paragraf>;

/** Everything a Surat Pemberitahuan says besides letterhead and fixed wording. Never a password: strict at every level. */
export const DataSurat = z.strictObject({
  nomorSurat: barisTeks(100),
  tanggal,
  kepada: barisTeks(300),
  permohonan: PermohonanSurat,
  akun: z.array(AkunSurat).min(1, "paling sedikit satu akun").max(500, "paling banyak 500 akun"),
  paragraf: Paragraf,
});
export type DataSurat = z.infer<typeof DataSurat>;

/** What the standard passages are worded from; further fields (a number, a date) are ignored. */
export const DataTanpaParagraf = z.object(DataSurat.pick({ kepada: true, permohonan: true, akun: true }).shape);
export type DataTanpaParagraf = z.infer<typeof DataTanpaParagraf>;

/** Whose decision a letter tells, in which step, when (ISO instant). */
const Keputusan = z.strictObject({
  pejabat: barisTeks(200),
  langkah: barisTeks(200),
  saat: z.iso.datetime({ offset: true, error: "harus saat yang ada, ditulis menurut ISO 8601" }),
});

/** Letters made from one decision, without a signature: a request is refused, or returned to be mended. */
export const JenisOtomatis = z.enum(["surat-penolakan", "surat-pengembalian"]);
export type JenisOtomatis = z.infer<typeof JenisOtomatis>;

/** Everything such a letter says besides letterhead and fixed wording; the reason stands in `paragraf.isi`. */
export const DataOtomatis = z.strictObject({ ...DataSurat.omit({ akun: true }).shape, keputusan: Keputusan });
export type DataOtomatis = z.infer<typeof DataOtomatis>;

/** What the passages of such a letter are worded from; further fields are ignored. */
export const DataOtomatisTanpaParagraf = z.object({
  ...DataSurat.pick({ kepada: true, permohonan: true }).shape,
  alasan: alineaTeks(2000),
});
export type DataOtomatisTanpaParagraf = z.infer<typeof DataOtomatisTanpaParagraf>;
