/** The identity block of an SOP AP (PermenPAN-RB 35/2012), as the properties of the process carry it. */
import { z } from "zod";

/** What stands in an identity field that nobody has filled in yet. */
export const BELUM_DIISI = "[belum diisi]";

const satu = z.string().default("");
const daftar = z
  .string()
  .default("")
  .transform((teks) => teks.split("\n").flatMap((baris) => baris.trim() || []));

/** The attributes of `sop:dokumen`: one-line fields as text, long fields as lists (one line of the attribute each). */
export const Identitas = z.object({
  nama: satu,
  instansi: satu,
  unit: satu,
  nomor: satu,
  tanggalPembuatan: satu,
  tanggalRevisi: satu,
  tanggalEfektif: satu,
  disahkanJabatan: satu,
  disahkanNama: satu,
  disahkanNip: satu,
  dasarHukum: daftar,
  kualifikasi: daftar,
  keterkaitan: daftar,
  peralatan: daftar,
  peringatan: daftar,
  pencatatan: daftar,
});
export type Identitas = z.output<typeof Identitas>;

/** The fields that hold lists, with the words the form prints above them, in the form's order. */
export const BAGIAN_IDENTITAS = [
  ["dasarHukum", "Dasar Hukum"],
  ["kualifikasi", "Kualifikasi Pelaksana"],
  ["keterkaitan", "Keterkaitan"],
  ["peralatan", "Peralatan/Perlengkapan"],
  ["peringatan", "Peringatan"],
  ["pencatatan", "Pencatatan dan Pendataan"],
] as const satisfies readonly (readonly [keyof Identitas, string])[];

/** The one-line fields at the right of the form's head, with their labels. */
export const KEPALA_IDENTITAS = [
  ["nomor", "Nomor SOP"],
  ["tanggalPembuatan", "Tanggal Pembuatan"],
  ["tanggalRevisi", "Tanggal Revisi"],
  ["tanggalEfektif", "Tanggal Efektif"],
] as const satisfies readonly (readonly [keyof Identitas, string])[];
