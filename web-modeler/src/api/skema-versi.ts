/** Processes, their versions, and the moving of requests from one version to another, as the modeler's API answers them. */
import { z } from "zod";
import { Saat } from "./skema.js";
import { BarisDraf } from "./skema-draf.js";

const Berlaku = z.object({
  id: z.string(),
  versi: z.number(),
  tag: z.string().nullable(),
  diterapkan: Saat.nullable(),
  oleh: z.string().nullable(),
  disetujuiOleh: z.string().nullable(),
  catatan: z.string().nullable(),
});

/** A deployed version and how many requests still run on it. */
export const Versi = Berlaku.extend({
  keadaan: z.enum(["berlaku", "digantikan", "lama"]),
  permohonanBerjalan: z.number(),
});
export type Versi = z.infer<typeof Versi>;

/** A process with its version in force (none where only drafts of it exist) and its open drafts. */
export const Proses = z.object({
  kunci: z.string(),
  nama: z.string(),
  berlaku: Berlaku.nullable(),
  draf: z.array(BarisDraf),
});
export type Proses = z.infer<typeof Proses>;

const RingkasVersi = z.object({ id: z.string(), versi: z.number(), tag: z.string().nullable(), kunci: z.string() });

/** Where the requests of a version stand, and where each step would take them. */
export const Rencana = z.object({
  dari: RingkasVersi,
  ke: RingkasVersi,
  kegiatan: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      permohonan: z.number(),
      ke: z.string().nullable(),
      sebab: z.string().nullable(),
    }),
  ),
  dapat: z.boolean(),
});
export type Rencana = z.infer<typeof Rencana>;

const Gagal = z.object({ instans: z.string(), nomor: z.string(), sebab: z.string() });

/** How far the moving of requests has come. */
export const Migrasi = z.object({
  id: z.string(),
  selesai: Saat.nullable(),
  jumlah: z.number(),
  kemajuan: z.object({ selesai: z.number(), gagal: z.number(), sisa: z.number() }),
  hasil: z.object({ pindah: z.number(), tenggatDihitung: z.number(), gagal: z.array(Gagal) }).nullable(),
});
export type Migrasi = z.infer<typeof Migrasi>;
