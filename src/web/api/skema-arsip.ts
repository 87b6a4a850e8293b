/** The archive's replies as its page reads them. */
import { z } from "zod";

const Orang = z.object({ id: z.string(), nama: z.string() });

/** A line of the register. */
export const EntriArsip = z.object({
  urut: z.number(),
  id: z.string(),
  jenis: z.string(),
  nomorPermohonan: z.string().nullable(),
  nomorSurat: z.string().nullable(),
  tanggalSurat: z.string(),
  satker: z.string().nullable(),
  orang: z.array(z.string()),
  uraian: z.string(),
  kodeKlasifikasi: z.string(),
  unitPengolah: z.string(),
  tingkatPerkembangan: z.string(),
  keterangan: z.string(),
  simpanSampai: z.string(),
  ukuran: z.number(),
  sha256: z.string(),
  diarsipkan: z.string(),
});
export type EntriArsip = z.infer<typeof EntriArsip>;

/** `GET /api/arsip`; `lebih`: there are more than `total`. */
export const DaftarArsip = z.object({
  total: z.number(),
  lebih: z.boolean(),
  halaman: z.number(),
  ukuran: z.number(),
  entri: z.array(EntriArsip),
});
export type DaftarArsip = z.infer<typeof DaftarArsip>;

/** `GET /api/arsip/entri/{id}`: `temuan` is what is wrong with it at this moment. */
export const RincianArsip = z.object({
  entri: EntriArsip,
  sebelum: z.string(),
  hash: z.string(),
  jangkar: z.object({ tanggal: z.string(), urut: z.number() }).nullable(),
  adaIsi: z.boolean(),
  dimusnahkan: z.boolean(),
  temuan: z.array(z.string()),
});
export type RincianArsip = z.infer<typeof RincianArsip>;

/** `GET /api/arsip/keadaan`. */
export const KeadaanArsip = z.object({
  entri: z.number(),
  kepala: z.object({ urut: z.number(), hash: z.string(), diarsipkan: z.string() }).nullable(),
  jangkar: z.array(
    z.object({ tanggal: z.string(), urut: z.number(), hash: z.string(), dibuat: z.string(), sah: z.boolean() }),
  ),
  pemeriksaan: z
    .object({
      oleh: Orang,
      selesai: z.string(),
      entri: z.number(),
      jangkar: z.number(),
      jumlahTemuan: z.number(),
      temuan: z.array(z.object({ urut: z.number(), pesan: z.string() })),
    })
    .nullable(),
  sedangDiperiksa: z.object({ oleh: Orang, mulai: z.string(), dibaca: z.number() }).nullable(),
});
export type KeadaanArsip = z.infer<typeof KeadaanArsip>;

const Calon = z.object({
  urut: z.number(),
  nomorSurat: z.string().nullable(),
  uraian: z.string(),
  simpanSampai: z.string(),
});
/** An entry past its retention; `urut` is its place in the register, `simpanSampai` the last day (YYYY-MM-DD). */
export type CalonMusnah = z.infer<typeof Calon>;

const Usul = z.object({
  id: z.string(),
  pengusul: Orang,
  diusulkan: z.string(),
  entri: z.array(z.number()),
  rincian: z.array(Calon),
  alasan: z.string(),
  pemutus: Orang.nullable(),
  diputus: z.string().nullable(),
  keputusan: z.enum(["setuju", "tolak"]).nullable(),
  catatan: z.string().nullable(),
});
/** A list proposed for destruction; `pemutus`, `diputus` (ISO) and `keputusan` are null until a Kepala decides. */
export type UsulMusnah = z.infer<typeof Usul>;

/** `GET /api/arsip/usul-musnah`: what may be proposed, the lists, and what this person may do. */
export const Pemusnahan = z.object({
  calon: z.array(Calon),
  usul: z.array(Usul),
  boleh: z.object({ mengusulkan: z.boolean(), memutuskan: z.boolean() }),
});
export type Pemusnahan = z.infer<typeof Pemusnahan>;
