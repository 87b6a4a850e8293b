/**
 * What each form of the process asks: one zod schema per user task (and the start form), named by its BPMN id. The
 * browser form validates with it for the message at the field, the gateway again before anything reaches the engine.
 */
import { z } from "zod";
import { Akun, AkunDicoret, Alasan, DaftarAkun, Dokumen, Paragraf, variabel } from "./variabel.js";

const dengan = <K extends string, V extends string, R extends z.ZodRawShape>(kunci: K, nilai: V, isi: R) =>
  z.object({ [kunci]: z.literal(nilai), ...isi } as Record<K, z.ZodLiteral<V>> & R);

/** The forms whose answer does not depend on the day. */
const tetap = {
  "disposisi-permohonan": z.discriminatedUnion("keputusanDisposisi", [
    dengan("keputusanDisposisi", "disposisi", { catatan: z.string().max(1000).optional() }),
    dengan("keputusanDisposisi", "kembalikan", { alasan: Alasan }),
    dengan("keputusanDisposisi", "tolak", { alasan: Alasan }),
  ]),
  "perintah-reset": z.discriminatedUnion("keputusanPerintah", [
    dengan("keputusanPerintah", "perintahkan", { catatan: z.string().max(1000).optional() }),
    dengan("keputusanPerintah", "kembalikan", { alasan: Alasan }),
  ]),
  "verifikasi-permohonan": z.discriminatedUnion("keputusanVerifikasi", [
    dengan("keputusanVerifikasi", "lengkap", {
      akunDisetujui: z
        .array(Akun)
        .min(
          1,
          "Sekurang-kurangnya satu akun harus di-reset; bila tidak ada, pilih tidak lengkap atau bukan reset password.",
        ),
      akunDicoret: z.array(AkunDicoret),
    }),
    dengan("keputusanVerifikasi", "tidakLengkap", { alasan: Alasan }),
    dengan("keputusanVerifikasi", "bukanReset", { alasan: Alasan }),
  ]),
  "perbaiki-akun": z.discriminatedUnion("keputusanPerbaikan", [
    dengan("keputusanPerbaikan", "diperbaiki", { akunDiproses: Akun }),
    dengan("keputusanPerbaikan", "gagal", { alasan: Alasan }),
  ]),
  "reset-manual": z.discriminatedUnion("keputusanResetManual", [
    dengan("keputusanResetManual", "selesai", { userId: z.string().trim().min(1, "User ID wajib diisi.").max(50) }),
    dengan("keputusanResetManual", "gagal", { alasan: Alasan }),
  ]),
  "sampaikan-kredensial": z.discriminatedUnion("keputusanSampaikan", [
    dengan("keputusanSampaikan", "tersampaikan", { catatan: Alasan.describe("Cara menyampaikan") }),
    dengan("keputusanSampaikan", "gagal", { alasan: Alasan }),
  ]),
  "koreksi-draf": z.discriminatedUnion("keputusanKoreksi", [
    dengan("keputusanKoreksi", "setuju", { catatan: z.string().max(1000).optional() }),
    dengan("keputusanKoreksi", "koreksi", { paragraf: Paragraf, alasan: Alasan.optional() }),
  ]),
  "tanda-tangan-surat": z.discriminatedUnion("keputusanTandaTangan", [
    dengan("keputusanTandaTangan", "tandaTangan", {
      suratDitandatangani: z.object(Dokumen.shape, {
        error: "Tandatangani surat ini, atau unggah surat yang sudah ditandatangani (PDF).",
      }),
      // The signer has read what was found in an uploaded letter; the gateway wants it where anything was.
      peringatanDibaca: z.boolean().optional(),
    }),
    dengan("keputusanTandaTangan", "kembalikan", { alasan: Alasan }),
  ]),
  "kirim-surat-manual": z.object({ catatan: Alasan }),
  "sampaikan-penolakan": z.object({ catatan: Alasan }),
} as const;

/**
 * The forms, by the id of their BPMN element; a form's answer is exactly one of these shapes. `hariIni` tells the day in
 * Jakarta (YYYY-MM-DD) at each answer: no letter may be dated after it.
 */
export function susunFormulir(hariIni: () => string) {
  const permohonan = {
    nomorSuratPermohonan: variabel.nomorSuratPermohonan,
    tanggalSuratPermohonan: variabel.tanggalSuratPermohonan.refine(
      (t) => t <= hariIni(),
      "Tanggal surat tidak boleh di masa depan.",
    ),
    suratPermohonan: z.object(Dokumen.shape, { error: "Unggah Surat Permohonan (PDF)." }),
    lampiran: variabel.lampiran,
    akun: DaftarAkun,
  };
  return {
    "permohonan-diajukan": z.object(permohonan),
    "kirim-permohonan": z.discriminatedUnion("keputusanPemohon", [
      dengan("keputusanPemohon", "kirim", permohonan),
      dengan("keputusanPemohon", "tarik", { alasan: Alasan }),
    ]),
    ...tetap,
  };
}

/** All forms' schemas, by name. */
export type Formulir = ReturnType<typeof susunFormulir>;
/** A form's name: the id of its BPMN element, and of its file in `bpmn/forms/`. */
export type NamaFormulir = keyof Formulir;

/** The checked answer of one form. */
export type Jawaban<K extends NamaFormulir = NamaFormulir> = z.infer<Formulir[K]>;

/** The data of a request as the Satuan Kerja gives it (start form, step 1, and `POST /api/permohonan`). */
export type IsiPermohonan = Jawaban<"permohonan-diajukan">;
