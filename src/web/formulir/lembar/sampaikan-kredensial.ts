/** e-Pesan cannot deliver: the Tim hands User ID and password over in person. */
import { akunTugas, kotakKendala } from "../bagian/akun-tugas.js";
import { alasan, keputusan } from "../bagian/keputusan.js";
import { kotakKredensial } from "../bagian/kotak-kredensial.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `keputusanSampaikan`: how it was handed over, or why it could not be; never the password. */
export const sampaikanKredensial: BuatLembar = (tugas, isian) => {
  const kredensial = kotakKredensial({
    idTugas: tugas.id,
    sudahDilihat: tugas.kredensial?.sudahDilihat ?? false,
    ajakan: "Tampilkan kredensial saat Anda siap menyampaikannya langsung kepada yang bersangkutan.",
    bolehBaru: false,
  });
  const putusan = keputusan({
    nama: "keputusanSampaikan",
    pertanyaan: "Bagaimana hasilnya?",
    isian,
    pilihan: [
      {
        nilai: "tersampaikan",
        judul: "Sudah disampaikan kepada yang bersangkutan",
        akibat: "Akun ini selesai. Passwordnya tidak dapat dilihat siapa pun lagi.",
        rincian: alasan(
          isian,
          "Cara menyampaikan",
          "Misalnya: bertemu langsung, identitas diperiksa. Jangan menuliskan password.",
          "catatan",
        ),
      },
      {
        nilai: "gagal",
        judul: "Tidak dapat disampaikan",
        akibat:
          "Akun ini dicatat gagal; pemiliknya harus dimohonkan lagi. Alasannya disebut dalam Surat Pemberitahuan.",
        bahaya: true,
        rincian: alasan(isian, "Alasan", "Dibaca Satuan Kerja dalam Surat Pemberitahuan."),
      },
    ],
  });
  return {
    baca: [
      kotakKendala(tugas.kendala, "Password sudah di-reset di SPSE, tetapi e-Pesan tidak dapat menyampaikannya."),
      ...akunTugas(tugas),
    ],
    dokumen: [],
    jawab: [kredensial.elemen, putusan.elemen],
    nilai: putusan.nilai,
    tutup: kredensial.tutup,
  };
};
