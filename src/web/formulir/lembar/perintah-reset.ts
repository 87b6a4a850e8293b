/** Step 3: the Kepala LPSE orders the reset, or returns the request. */
import { alasan, catatan, keputusan } from "../bagian/keputusan.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `keputusanPerintah`, with a note for the Tim or the reason that the Satuan Kerja reads. */
export const perintahReset: BuatLembar = ({ permohonan }, isian) => {
  const satker = permohonan.satker.nama;
  const putusan = keputusan({
    nama: "keputusanPerintah",
    pertanyaan: "Apa perintah Anda?",
    isian,
    pilihan: [
      {
        nilai: "perintahkan",
        judul: "Perintahkan Tim Pengelola LPSE melakukan reset password",
        akibat: "Tim memeriksa surat dan setiap akun, lalu melakukan reset password pada Aplikasi SPSE.",
        rincian: catatan(isian, "Catatan untuk Tim", "Dibaca Tim Pengelola LPSE."),
      },
      {
        nilai: "kembalikan",
        judul: "Kembalikan kepada Satuan Kerja",
        akibat: `${satker} memperbaiki permohonan; setelah dikirim lagi, permohonan melewati Kepala UKPBJ terlebih dahulu.`,
        rincian: alasan(isian, "Apa yang harus diperbaiki?", `Dibaca ${satker} persis seperti Anda tulis.`),
      },
    ],
  });
  return {
    baca: [ringkasan(permohonan)],
    dokumen: dokumenPermohonan(permohonan),
    jawab: [putusan.elemen],
    nilai: putusan.nilai,
  };
};
