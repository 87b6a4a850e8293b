/** The gateway's replies about signatures, as the browser reads them. */
import { z } from "zod";
import { Dokumen } from "../../proses/variabel.js";

/** One signature or time stamp of a PDF, as `src/tanda-tangan/laporan.ts` judges it; `waktu` null: it tells none. */
export const TandaTangan = z.object({
  jenis: z.enum(["tandaTangan", "stempelWaktu"]),
  nama: z.string(),
  penerbit: z.string(),
  waktu: z.iso.datetime({ offset: true }).nullable(),
  sumberWaktu: z.enum(["stempel", "penanda"]).nullable(),
  utuh: z.boolean(),
  menyeluruh: z.boolean(),
  berlaku: z.boolean(),
  bsre: z.boolean(),
});
export type TandaTangan = z.infer<typeof TandaTangan>;

/** `GET /api/tugas/{id}/tanda-tangan` and what its sub-paths answer. */
export const KeadaanTandaTangan = z.object({
  cara: z.object({ jenis: z.enum(["bsre", "lokal"]), bsre: z.boolean() }).nullable(),
  keadaan: z.enum(["siap", "berjalan", "berhasil", "belumDiketahui"]),
  dimulai: z.iso.datetime({ offset: true }).nullable(),
  dokumen: Dokumen.nullable(),
  laporan: z.object({ tandaTangan: z.array(TandaTangan) }).nullable(),
  bolehUlang: z.boolean(),
  layanan: z.string().nullish(),
});
export type KeadaanTandaTangan = z.infer<typeof KeadaanTandaTangan>;

/** `POST /api/tugas/{id}/surat-bertanda-tangan`. */
export const HasilUnggahan = z.object({
  putusan: z.enum(["baik", "peringatan", "tolak"]),
  temuan: z.array(z.object({ tingkat: z.enum(["tolak", "peringatan", "catatan"]), pesan: z.string() })),
  beda: z.array(z.object({ jenis: z.enum(["sama", "hilang", "tambah"]), teks: z.string() })),
  tandaTangan: z.array(TandaTangan),
});
export type HasilUnggahan = z.infer<typeof HasilUnggahan>;

/** `GET /api/verifikasi/{id}`. */
export const Verifikasi = z.object({
  keadaan: z.enum(["sah", "bukanBsre", "tidakCocok"]),
  nomorSurat: z.string(),
  tanggalSurat: z.string(),
  penandaTangan: z.string(),
  penerbit: z.string(),
  waktu: z.iso.datetime({ offset: true }).nullable(),
  sha256: z.string(),
});
export type Verifikasi = z.infer<typeof Verifikasi>;
