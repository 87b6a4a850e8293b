/** Step 9: the Kepala UKPBJ signs the letter, electronically or by uploading the signed PDF, or returns it. */
import { caraTandaTangan } from "../bagian/cara-tanda-tangan.js";
import { alasan, keputusan } from "../bagian/keputusan.js";
import { ringkasan } from "../bagian/ringkasan.js";
import { riwayatDraf } from "../bagian/riwayat-draf.js";
import { teksIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";
import { dokumenDraf } from "./koreksi-draf.js";

/** Answers `keputusanTandaTangan`, with the signed letter or with the reason that the Kepala LPSE reads. */
export const tandaTanganSurat: BuatLembar = (tugas, isian) => {
  const cara = caraTandaTangan(tugas, isian);
  let pilihan = teksIsian(isian, "keputusanTandaTangan");
  const putusan = keputusan({
    nama: "keputusanTandaTangan",
    pertanyaan: "Apakah surat ini Anda tandatangani?",
    isian,
    saatDipilih: (nilai) => {
      pilihan = nilai;
    },
    pilihan: [
      {
        nilai: "tandaTangan",
        judul: "Tandatangani",
        akibat: "Salinan surat diarsipkan, lalu surat dikirim kepada Satuan Kerja lewat e-Pesan.",
        rincian: cara,
      },
      {
        nilai: "kembalikan",
        judul: "Kembalikan kepada Kepala LPSE",
        akibat: "Kepala LPSE mengoreksi surat, lalu mengajukannya lagi kepada Anda.",
        rincian: alasan(isian, "Apa yang harus dikoreksi?", "Dibaca Kepala LPSE."),
      },
    ],
  });
  return {
    baca: [...riwayatDraf(tugas.draf), ringkasan(tugas.permohonan)],
    dokumen: dokumenDraf(tugas),
    jawab: [putusan.elemen],
    nilai: putusan.nilai,
    tunggu: () => (pilihan === "tandaTangan" ? cara.tunggu() : undefined),
    tutup: cara.tutup,
  };
};
