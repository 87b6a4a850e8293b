/** SPSE cannot be reached: the Tim sets the shown password there by hand. */

import { akunTugas, kotakKendala } from "../bagian/akun-tugas.js";
import { bidang, isi, masukan } from "../bagian/bidang.js";
import { alasan, type Bagian, keputusan } from "../bagian/keputusan.js";
import { kotakKredensial } from "../bagian/kotak-kredensial.js";
import { dokumenPermohonan } from "../bagian/ringkasan.js";
import { type Isian, teksIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";

function userId(isian: Isian, awal: string): Bagian {
  const kontrol = masukan(teksIsian(isian, "userId") || awal, { maxlength: 80, spellcheck: "false" });
  return {
    elemen: bidang(
      { jalur: "userId", label: "User ID SPSE", bantuan: "User ID yang tercantum di SPSE untuk akun ini." },
      kontrol,
    ),
    nilai: () => ({ userId: isi(kontrol) }),
  };
}

/** Answers `keputusanResetManual`: done with the User ID, or failed with the reason; never the password. */
export const resetManual: BuatLembar = (tugas, isian) => {
  const kredensial = kotakKredensial({
    idTugas: tugas.id,
    sudahDilihat: tugas.kredensial?.sudahDilihat ?? false,
    ajakan: "Tampilkan password baru, lalu pasang pada akun ini di Aplikasi SPSE.",
    bolehBaru: true,
  });
  const putusan = keputusan({
    nama: "keputusanResetManual",
    pertanyaan: "Bagaimana hasilnya?",
    isian,
    pilihan: [
      {
        nilai: "selesai",
        judul: "Password sudah dipasang di SPSE",
        akibat: "User ID dan password yang sama dikirim kepada yang bersangkutan lewat e-Pesan.",
        rincian: userId(isian, tugas.hasil?.userId ?? tugas.akunDiproses?.userId ?? ""),
      },
      {
        nilai: "gagal",
        judul: "Nyatakan akun ini gagal",
        akibat: "Akun ini tidak di-reset; akun lain tetap diproses. Alasannya disebut dalam Surat Pemberitahuan.",
        bahaya: true,
        rincian: alasan(isian, "Alasan", "Dibaca Satuan Kerja dalam Surat Pemberitahuan."),
      },
    ],
  });
  return {
    baca: [kotakKendala(tugas.kendala, "Aplikasi SPSE tidak dapat dihubungi."), ...akunTugas(tugas)],
    dokumen: dokumenPermohonan(tugas.permohonan),
    jawab: [kredensial.elemen, putusan.elemen],
    nilai: putusan.nilai,
    tutup: kredensial.tutup,
  };
};
