/** What the modeler's API answers; unknown fields are kept for the parts that plug in. */
import { z } from "zod";

export const Saya = z.object({ id: z.string(), nama: z.string(), grup: z.array(z.looseObject({ id: z.string() })) });
export interface Saya {
  readonly id: string;
  readonly nama: string;
  readonly grup: readonly string[];
}

const KeadaanDraf = z.enum(["disusun", "diajukan", "disetujui", "ditolak", "diterapkan"]);
export type KeadaanDraf = z.infer<typeof KeadaanDraf>;

export const RingkasDraf = z.looseObject({
  id: z.coerce.string(),
  kunci: z.string().optional(),
  judul: z.string(),
  oleh: z.string(),
  diubah: z.string(),
  keadaan: KeadaanDraf,
});
export type RingkasDraf = z.infer<typeof RingkasDraf>;

export const Draf = z.looseObject({
  id: z.coerce.string(),
  kunci: z.string(),
  judul: z.string(),
  dasar: z.string().nullish(),
  revisi: z.number(),
  xml: z.string(),
  oleh: z.string(),
  diubah: z.string(),
  diubahOleh: z.string().nullish(),
  keadaan: KeadaanDraf,
});
export type Draf = z.infer<typeof Draf>;

const Berlaku = z.looseObject({
  id: z.string(),
  versi: z.number(),
  tag: z.string().nullish(),
  diterapkan: z.string().nullish(),
  oleh: z.string().nullish(),
  catatan: z.string().nullish(),
});

export const DaftarProses = z.object({
  proses: z.array(
    z.looseObject({
      kunci: z.string(),
      nama: z.string(),
      berlaku: Berlaku.nullish(),
      draf: z.array(RingkasDraf).default([]),
    }),
  ),
});
export type Proses = z.infer<typeof DaftarProses>["proses"][number];

export const Versi = Berlaku.extend({
  keadaan: z.enum(["berlaku", "lama", "digantikan"]).default("lama"),
  permohonanBerjalan: z.number().default(0),
});
export type Versi = z.infer<typeof Versi>;
export const DaftarVersi = z.object({ versi: z.array(Versi) });

export const Disimpan = z.looseObject({ revisi: z.number() });
export const Bentrok = z.looseObject({ revisi: z.number(), xml: z.string(), diubahOleh: z.string().nullish() });

const Nama = z.union([z.string(), z.looseObject({ nama: z.string() }).transform((n) => n.nama)]);
export const Katalog = z.object({
  topik: z.array(
    z.object({
      topik: z.string(),
      masukan: z.array(Nama).default([]),
      keluaran: z.array(Nama).default([]),
      galat: z.array(Nama).default([]),
    }),
  ),
  formulir: z.array(z.string()).default([]),
  grup: z.array(z.object({ id: z.string(), nama: z.string() })).default([]),
});
export type Katalog = z.infer<typeof Katalog>;
