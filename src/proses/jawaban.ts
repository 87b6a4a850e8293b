/** From the answer of a form to the process variables that the engine gets. Pure: nothing here asks anybody. */
import type { z } from "zod";
import { type BarisBaru, barisRiwayat } from "./riwayat.js";
import type { Jawaban, NamaFormulir } from "./tugas.js";
import type { Akun, Hasil, NamaVariabel, Riwayat, variabel } from "./variabel.js";

/** Process variables by name, each of its schema's type. */
export type NilaiVariabel = { [K in NamaVariabel]?: z.infer<(typeof variabel)[K]> };

/** A variable as the engine's REST takes it. */
export interface VariabelMesin {
  readonly type: "Json" | "String" | "Integer" | "Null";
  readonly value: string | number | null;
}

/** What the request holds before the answer, as far as an answer depends on it. */
export interface KeadaanPermohonan {
  readonly riwayat?: readonly Riwayat[] | undefined;
  readonly akun?: readonly Akun[] | undefined;
  readonly akunDiproses?: Akun | undefined;
  readonly hasil?: Hasil | null | undefined;
}

/** Who answers, when, at which step (its label in the record), and on top of what. */
export interface KonteksJawaban extends Omit<BarisBaru, "keputusan" | "alasan"> {
  readonly keadaan: KeadaanPermohonan;
}

type Pengubah = { readonly [K in NamaFormulir]: (jawaban: Jawaban<K>, keadaan: KeadaanPermohonan) => NilaiVariabel };

const gagal = (alasan: string, lama: Hasil | null | undefined): { hasil: Hasil } => ({
  hasil: { status: "gagal", ...(lama?.userId ? { userId: lama.userId } : {}), cara: "manual", keterangan: alasan },
});

const pengubah: Pengubah = {
  "permohonan-diajukan": (j) => j,
  "kirim-permohonan": (j) => (j.keputusanPemohon === "kirim" ? j : { keputusanPemohon: j.keputusanPemohon }),
  "disposisi-permohonan": (j) => ({
    keputusanDisposisi: j.keputusanDisposisi,
    ...(j.keputusanDisposisi === "tolak" ? { sebabPenolakan: "ditolak", alasanPenolakan: j.alasan } : {}),
  }),
  "perintah-reset": (j) => ({ keputusanPerintah: j.keputusanPerintah }),
  "verifikasi-permohonan": (j) => {
    if (j.keputusanVerifikasi === "lengkap") return j;
    const { keputusanVerifikasi, alasan } = j;
    if (keputusanVerifikasi === "tidakLengkap") return { keputusanVerifikasi };
    return { keputusanVerifikasi, sebabPenolakan: "bukanReset", alasanPenolakan: alasan };
  },
  "perbaiki-akun": (j, { hasil }) =>
    j.keputusanPerbaikan === "diperbaiki" ? j : { keputusanPerbaikan: j.keputusanPerbaikan, ...gagal(j.alasan, hasil) },
  "reset-manual": (j, { hasil }) =>
    j.keputusanResetManual === "selesai"
      ? { keputusanResetManual: "selesai", hasil: { status: "direset", userId: j.userId, cara: "manual" } }
      : { keputusanResetManual: "gagal", ...gagal(j.alasan, hasil) },
  "sampaikan-kredensial": (j, { hasil }) => {
    if (j.keputusanSampaikan === "gagal") return gagal(j.alasan, hasil);
    const userId = hasil?.userId ? { userId: hasil.userId } : {};
    return { hasil: { status: "berhasil", ...userId, cara: "manual", keterangan: j.catatan } };
  },
  "koreksi-draf": (j) =>
    j.keputusanKoreksi === "setuju"
      ? { keputusanKoreksi: j.keputusanKoreksi }
      : { keputusanKoreksi: j.keputusanKoreksi, paragraf: j.paragraf },
  "tanda-tangan-surat": (j) =>
    j.keputusanTandaTangan === "tandaTangan"
      ? { keputusanTandaTangan: j.keputusanTandaTangan, suratDitandatangani: j.suratDitandatangani }
      : { keputusanTandaTangan: j.keputusanTandaTangan },
  "kirim-surat-manual": () => ({}),
  "sampaikan-penolakan": () => ({}),
};

/**
 * The variables that an answer sets, the record of decisions included. Trusted ones that only the gateway knows (satker,
 * nomorPermohonan) are the caller's to add.
 */
export function jawabanKeVariabel<K extends NamaFormulir>(
  formulir: K,
  jawaban: Jawaban<K>,
  konteks: KonteksJawaban,
): Record<string, VariabelMesin> {
  const ubah: Pengubah[K] = pengubah[formulir];
  const baris = barisRiwayat(formulir, jawaban, konteks);
  const riwayat = baris ? { riwayat: [...(konteks.keadaan.riwayat ?? []), baris] } : {};
  return enkode({ ...ubah(jawaban, konteks.keadaan), ...riwayat });
}

/** Variables in the engine's form: objects and lists as Json text; undefined ones are left out. */
export function enkode(nilai: NilaiVariabel): Record<string, VariabelMesin> {
  const isi = Object.entries(nilai).filter(([, v]) => v !== undefined);
  return Object.fromEntries(isi.map(([nama, v]) => [nama, enkodeSatu(v)]));
}

function enkodeSatu(nilai: NilaiVariabel[NamaVariabel]): VariabelMesin {
  if (nilai === null || nilai === undefined) return { type: "Null", value: null };
  if (typeof nilai === "string") return { type: "String", value: nilai };
  if (typeof nilai === "number") return { type: "Integer", value: nilai };
  return { type: "Json", value: JSON.stringify(nilai) };
}
