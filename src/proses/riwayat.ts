/** The record of decisions in words: what every form shows of the steps before. */
import type { Jawaban, NamaFormulir } from "./tugas.js";
import type { Riwayat } from "./variabel.js";

/** One decision: `langkah` is the step's label, `waktu` an ISO instant. */
export interface BarisBaru {
  readonly langkah: string;
  readonly pelaku: { readonly id: string; readonly nama: string };
  readonly waktu: string;
  readonly keputusan: string;
  readonly alasan?: string | undefined;
}

type Kata = { readonly [K in NamaFormulir]: ((jawaban: Jawaban<K>) => string) | null };

const KEMBALI_KE_SATKER = "Dikembalikan kepada Satuan Kerja";

/** Null: decisions on one account, taken in parallel, are told by the account's result instead. */
const kata: Kata = {
  "permohonan-diajukan": () => "Permohonan disusun",
  "kirim-permohonan": (j) => ({ kirim: "Surat Permohonan dikirim", tarik: "Permohonan ditarik" })[j.keputusanPemohon],
  "disposisi-permohonan": (j) =>
    ({ disposisi: "Didisposisi kepada Kepala LPSE", kembalikan: KEMBALI_KE_SATKER, tolak: "Ditolak" })[
      j.keputusanDisposisi
    ],
  "perintah-reset": (j) =>
    ({ perintahkan: "Tim Pengelola LPSE diperintahkan", kembalikan: KEMBALI_KE_SATKER })[j.keputusanPerintah],
  "verifikasi-permohonan": (j) => {
    if (j.keputusanVerifikasi === "tidakLengkap") return `Tidak lengkap. ${KEMBALI_KE_SATKER}`;
    if (j.keputusanVerifikasi === "bukanReset") return "Bukan permohonan reset password";
    const dicoret = j.akunDicoret.length > 0 ? `, ${j.akunDicoret.length} akun dicoret` : "";
    return `Lengkap: ${j.akunDisetujui.length} akun akan di-reset${dicoret}`;
  },
  "perbaiki-akun": null,
  "reset-manual": null,
  "sampaikan-kredensial": null,
  "koreksi-draf": (j) => ({ setuju: "Draf disetujui", koreksi: "Draf dikoreksi" })[j.keputusanKoreksi],
  "tanda-tangan-surat": (j) =>
    ({ tandaTangan: "Surat ditandatangani", kembalikan: "Dikembalikan kepada Kepala LPSE" })[j.keputusanTandaTangan],
  "kirim-surat-manual": () => "Surat disampaikan secara manual",
  "sampaikan-penolakan": () => "Penolakan disampaikan secara manual",
};

/** The line that an answer adds to the record; undefined for the decisions on single accounts. */
export function barisRiwayat<K extends NamaFormulir>(
  formulir: K,
  jawaban: Jawaban<K>,
  konteks: Omit<BarisBaru, "keputusan" | "alasan">,
): Riwayat | undefined {
  const sebut: Kata[K] = kata[formulir];
  if (sebut === null) return undefined;
  return keRiwayat({ ...konteks, keputusan: sebut(jawaban), alasan: alasanJawaban(jawaban) });
}

/** A line of the record; an empty reason is left out. */
export function keRiwayat({ langkah, pelaku, waktu, keputusan, alasan }: BarisBaru): Riwayat {
  const sebab = alasan?.trim() ? { alasan: alasan.trim() } : {};
  return { langkah, keputusan, ...sebab, oleh: pelaku.id, namaOleh: pelaku.nama, waktu };
}

function alasanJawaban(jawaban: Jawaban): string | undefined {
  if ("alasan" in jawaban && jawaban.alasan) return jawaban.alasan;
  return "catatan" in jawaban ? jawaban.catatan : undefined;
}
