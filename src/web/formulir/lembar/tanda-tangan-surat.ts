/** Step 9: the Kepala UKPBJ signs the letter (the signed PDF is uploaded), or returns it. */

import { alamatDokumen } from "../../api/unggah.js";
import { h } from "../../dom.js";
import { alasan, type Bagian, keputusan } from "../bagian/keputusan.js";
import { type KotakUnggah, kotakUnggah } from "../bagian/kotak-unggah.js";
import { ringkasan } from "../bagian/ringkasan.js";
import { dokumenIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";
import { dokumenDraf } from "./koreksi-draf.js";

const sebagaiBagian = (kotak: KotakUnggah, pengantar: HTMLElement): Bagian => ({
  elemen: h("div", { class: "rp-tumpuk" }, pengantar, kotak.elemen),
  nilai: () => ({ suratDitandatangani: kotak.dokumen()[0] }),
});

export const tandaTanganSurat: BuatLembar = (tugas, isian) => {
  const { drafSurat, nomorSurat } = tugas.permohonan;
  const unggahan = kotakUnggah({
    jalur: "suratDitandatangani",
    label: "Surat yang sudah ditandatangani",
    bantuan: "Hasil tanda tangan elektronik, atau pindaian surat bertanda tangan.",
    maksimum: 1,
    awal: dokumenIsian(isian, "suratDitandatangani"),
    batas: tugas.batasUnggah,
  });
  const langkah = h(
    "ol",
    { class: "rp-petunjuk" },
    h(
      "li",
      {},
      drafSurat
        ? h("a", { href: alamatDokumen(drafSurat.id), download: drafSurat.nama }, "Unduh surat ini")
        : "Unduh surat ini",
      nomorSurat ? ` (nomor ${nomorSurat}).` : ".",
    ),
    h("li", {}, "Tandatangani."),
    h("li", {}, "Unggah PDF yang sudah ditandatangani di bawah ini."),
  );
  const putusan = keputusan({
    nama: "keputusanTandaTangan",
    pertanyaan: "Apakah surat ini Anda tandatangani?",
    isian,
    pilihan: [
      {
        nilai: "tandaTangan",
        judul: "Tandatangani",
        akibat: "Salinan surat diarsipkan, lalu surat dikirim kepada Satuan Kerja lewat e-Pesan.",
        rincian: sebagaiBagian(unggahan, langkah),
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
    baca: [ringkasan(tugas.permohonan)],
    dokumen: dokumenDraf(tugas),
    jawab: [putusan.elemen],
    nilai: putusan.nilai,
    tunggu: () => (unggahan.sibuk() ? "Tunggu sampai unggahan selesai, lalu kirim lagi." : undefined),
  };
};
