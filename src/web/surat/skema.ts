/** The gateway's replies about letters as the browser reads them. */
import { z } from "zod";

const Saat = z.iso.datetime({ offset: true });

const KeadaanNomor = z.enum(["terbit", "disusun", "ditarik", "tidakDipakai", "dilewati"]);

/** One serial that was given; without `nomor` no letter ever had it. From `dari` on, a restore left them out. */
export const BarisNomor = z.object({
  tahun: z.number(),
  urut: z.number(),
  dari: z.number().nullable(),
  diberikan: Saat,
  nomor: z.string().nullable(),
  jenis: z.enum(["surat-pemberitahuan", "surat-penolakan", "surat-pengembalian"]).nullable(),
  tanggal: z.string().nullable(),
  nomorPermohonan: z.string().nullable(),
  satker: z.string().nullable(),
  ditarik: Saat.nullable(),
  ditarikOleh: z.string().nullable(),
  alasan: z.string().nullable(),
  dokumen: z.string().nullable(),
  namaDokumen: z.string().nullable(),
  keadaan: KeadaanNomor,
});
export type BarisNomor = z.infer<typeof BarisNomor>;

/** `GET /api/surat/nomor`. */
export const DaftarNomor = z.object({
  total: z.number(),
  halaman: z.number(),
  ukuran: z.number(),
  tahun: z.array(z.number()),
  nomor: z.array(BarisNomor),
});
export type DaftarNomor = z.infer<typeof DaftarNomor>;

/** One saved state of letterhead and wording. */
export const VersiTemplat = z.object({
  versi: z.number(),
  sumber: z.enum(["berkas", "penyunting"]),
  namaOleh: z.string(),
  catatan: z.string(),
  dibuat: Saat,
});
export type VersiTemplat = z.infer<typeof VersiTemplat>;

/** `GET /api/surat/templat`; `isi` is checked by the schema of the letters themselves. */
export const TemplatBerlaku = z.object({
  berlaku: z.number(),
  bolehUbah: z.boolean(),
  isi: z.unknown(),
  logo: z.array(z.string()),
  versi: z.array(VersiTemplat),
});
export type TemplatBerlaku = z.infer<typeof TemplatBerlaku>;

/** `GET /api/surat/templat/{versi}`. */
export const SatuTemplat = z.object({ versi: z.number(), isi: z.unknown() });
/** `POST /api/surat/templat`. */
export const TemplatTersimpan = z.object({ versi: z.number() });
