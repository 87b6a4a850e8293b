/** Drafts as the modeler's API answers them: a line of the list, the draft itself with its trial run, decisions and comments. */
import { z } from "zod";
import { Saat } from "./skema.js";

/** A draft without its diagram. */
export const BarisDraf = z.object({
  id: z.string(),
  kunci: z.string(),
  judul: z.string(),
  dasar: z.string().nullable(),
  revisi: z.number(),
  oleh: z.string(),
  diubah: Saat,
  diubahOleh: z.string(),
  keadaan: z.enum(["disusun", "diajukan", "disetujui", "ditolak", "diterapkan"]),
});
export type BarisDraf = z.infer<typeof BarisDraf>;

const Macet = z.object({ elemen: z.string(), pesan: z.string() });
const HasilUji = z.object({
  jalur: z.array(z.object({ langkah: z.array(z.string()), akhir: z.array(z.string()), macet: Macet.nullable() })),
  elemen: z.record(z.string(), z.number()),
  alur: z.record(z.string(), z.number()),
  macet: z.array(Macet),
  takTerlewati: z.array(z.object({ id: z.string(), sebab: z.string() })),
  habisWaktu: z.boolean(),
  lamaMs: z.number(),
});
/** What a finished trial run found: its paths, how often each element was passed, where it stood still. */
export type HasilUji = z.infer<typeof HasilUji>;

const Kemajuan = z.object({ kemajuan: z.object({ jalur: z.number(), terlewati: z.number(), semua: z.number() }) });

/** A trial run of one revision; `hasil` holds its progress while it goes on. */
export const Uji = z.object({
  revisi: z.number(),
  keadaan: z.enum(["berjalan", "lulus", "macet", "terputus"]),
  oleh: z.string(),
  mulai: Saat,
  selesai: Saat.nullable(),
  hasil: z.union([HasilUji, Kemajuan, z.null()]),
});
export type Uji = z.infer<typeof Uji>;

const Keputusan = z.object({
  revisi: z.number(),
  keputusan: z.enum(["setuju", "tolak"]),
  komentar: z.string(),
  oleh: z.string(),
  waktu: Saat,
});

/** A remark on a draft, or on one element of it. */
export const Komentar = z.object({
  id: z.number(),
  elemen: z.string().nullable(),
  teks: z.string(),
  oleh: z.string(),
  waktu: Saat,
});
export type Komentar = z.infer<typeof Komentar>;

/** A draft with its diagram and all that was said of it. */
export const Draf = BarisDraf.extend({
  xml: z.string(),
  penyunting: z.array(z.string()),
  diajukanOleh: z.string().nullable(),
  catatan: z.string().nullable(),
  uji: Uji.nullable(),
  persetujuan: z.array(Keputusan),
  komentar: z.array(Komentar),
});
export type Draf = z.infer<typeof Draf>;

/** A draft drawn from an SOP's table, with the questions that the table leaves open. */
export const DrafSop = Draf.extend({ pertanyaan: z.array(z.string()) });
export type DrafSop = z.infer<typeof DrafSop>;

/** A save that went in. */
export const Disimpan = z.object({ revisi: z.number() });

/** A colleague's save that was there first. */
export const Bentrok = z.object({ revisi: z.number(), xml: z.string(), diubahOleh: z.string() });

const Rincian = z.object({ sifat: z.string(), lama: z.string(), baru: z.string() });
const Perubahan = z.object({
  id: z.string(),
  jenis: z.enum(["tambah", "hapus", "ubah", "pindah"]),
  elemen: z.string(),
  nama: z.string(),
  rincian: z.array(Rincian),
});
/** One change of a draft against the version it is compared with. */
export type Perubahan = z.infer<typeof Perubahan>;

/** What a draft changes. */
export const Beda = z.object({
  terhadap: z.string().nullable(),
  dasar: z.string().nullable(),
  perubahan: z.array(Perubahan),
});

/** What the server's check finds. */
export const Temuan = z.object({
  id: z.string(),
  aturan: z.string(),
  tingkat: z.enum(["galat", "peringatan"]),
  pesan: z.string(),
});
