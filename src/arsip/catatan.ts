/** One line of the archive's register as it is chained: text that never changes, and the hash that ties it to the line before. */
import { createHash } from "node:crypto";
import { z } from "zod";

const tanggal = z.iso.date();

/** What an entry says for ever; dates are ISO, `orang` the people a letter is about or signed by. */
export const CatatanArsip = z.strictObject({
  urut: z.int().positive(),
  id: z.uuid(),
  jenis: z.enum([
    "surat-pemberitahuan",
    "surat-penolakan",
    "surat-pengembalian",
    "laporan-bulanan",
    "berita-acara-pemusnahan",
  ]),
  instans: z.string().nullable(),
  nomorPermohonan: z.string().nullable(),
  nomorSurat: z.string().nullable(),
  tanggalSurat: tanggal,
  satker: z.string().nullable(),
  orang: z.array(z.string()),
  uraian: z.string(),
  kodeKlasifikasi: z.string(),
  unitPengolah: z.string(),
  tingkatPerkembangan: z.enum(["asli", "kopi"]),
  keterangan: z.string(),
  /** Last day on which the copy has to be kept. */
  simpanSampai: tanggal,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ukuran: z.int().nonnegative(),
  diarsipkan: z.iso.datetime(),
});
export type CatatanArsip = z.infer<typeof CatatanArsip>;

/** The hash "before" the first entry. */
export const HASH_AWAL = "0".repeat(64);

/** In hex, 64 letters; text counts as UTF-8. */
export const sha256 = (isi: Uint8Array | string): string => createHash("sha256").update(isi).digest("hex");

/** Hash of an entry (hex): SHA-256 over the hash before it, a line feed, and the entry's own text. */
export const hashEntri = (sebelum: string, catatan: string): string => sha256(`${sebelum}\n${catatan}`);

/** The text of an entry: its fields as JSON, always in the order of the schema. */
export const teksCatatan = (catatan: CatatanArsip): string => JSON.stringify(CatatanArsip.parse(catatan));

/** The same day some years later (29 February: 28). */
export function tahunKemudian(hari: string, tahun: number): string {
  const sasaran = `${Number(hari.slice(0, 4)) + tahun}${hari.slice(4)}`;
  return tanggal.safeParse(sasaran).success ? sasaran : sasaran.replace("-02-29", "-02-28");
}
