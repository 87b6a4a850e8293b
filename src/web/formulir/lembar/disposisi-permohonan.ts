/** Step 2: the Kepala UKPBJ passes the request on, returns it, or refuses it. */
import { alasan, catatan, keputusan } from "../bagian/keputusan.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `keputusanDisposisi`, with a note for the Kepala LPSE or the reason that the Satuan Kerja reads. */
export const disposisiPermohonan: BuatLembar = ({ permohonan }, isian) => {
  const satker = permohonan.satker.nama;
  const putusan = keputusan({
    nama: "keputusanDisposisi",
    pertanyaan: "Apa disposisi Anda?",
    isian,
    pilihan: [
      {
        nilai: "disposisi",
        judul: "Disposisikan kepada Kepala LPSE",
        akibat: "Kepala LPSE menerima permohonan ini dan memerintahkan Tim Pengelola LPSE.",
        rincian: catatan(isian, "Catatan disposisi", "Dibaca Kepala LPSE."),
      },
      {
        nilai: "kembalikan",
        judul: "Kembalikan kepada Satuan Kerja",
        akibat: `${satker} memperbaiki permohonan, lalu mengirimkannya lagi kepada Anda.`,
        rincian: alasan(isian, "Apa yang harus diperbaiki?", `Dibaca ${satker} persis seperti Anda tulis.`),
      },
      {
        nilai: "tolak",
        judul: "Tolak permohonan",
        akibat: `Permohonan berakhir; ${satker} diberi tahu lewat e-Pesan. Tidak dapat dibatalkan.`,
        bahaya: true,
        rincian: alasan(isian, "Alasan penolakan", `Dibaca ${satker} persis seperti Anda tulis.`),
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
