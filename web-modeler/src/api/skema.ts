/** What the modeler's API answers of people and of what a process may use. Replies are read strictly: nothing unnamed comes in. */
import { z } from "zod";

/** An instant, written as ISO 8601. */
export const Saat = z.string().transform((s) => new Date(s));

/** The signed-in person and what they may do; `orang` holds the names of process owners and approvers by id. */
export const Saya = z.object({
  orang: z.record(z.string(), z.string()),
  id: z.string(),
  nama: z.string(),
  bolehSunting: z.boolean(),
  bolehSetuju: z.boolean(),
  admin: z.boolean(),
  empatMata: z.boolean(),
  ujiWajib: z.boolean(),
});
export type Saya = z.infer<typeof Saya>;

/** What a process may use: topics of the workers, forms, groups of staff. */
export const Katalog = z.object({
  topik: z.array(
    z.object({
      topik: z.string(),
      masukan: z.array(z.string()),
      keluaran: z.array(z.string()),
      galat: z.array(z.string()),
    }),
  ),
  formulir: z.array(z.string()),
  grup: z.array(z.object({ id: z.string(), nama: z.string() })),
});
export type Katalog = z.infer<typeof Katalog>;

/** A group of staff that a draft names; `ada` false: nobody is in it, because it is not there. */
export const Pelaksana = z.object({
  id: z.string(),
  nama: z.string(),
  lajur: z.array(z.string()),
  memulai: z.boolean(),
  ada: z.boolean(),
  anggota: z.number(),
});
export type Pelaksana = z.infer<typeof Pelaksana>;

/** One act in the modeler: who, when, what it was done to. */
export const BarisAudit = z.object({
  id: z.number(),
  waktu: Saat,
  oleh: z.string(),
  namaOleh: z.string(),
  tindakan: z.string(),
  objek: z.string(),
  rincian: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type BarisAudit = z.infer<typeof BarisAudit>;
