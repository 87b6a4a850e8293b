/** Step 4: the Tim holds the letter against every account and says which are reset. */
import { alasan, keputusan } from "../bagian/keputusan.js";
import { periksaAkun } from "../bagian/periksa-akun.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `keputusanVerifikasi`, with `{akunDisetujui, akunDicoret}` or the reason that the Satuan Kerja reads. */
export const verifikasiPermohonan: BuatLembar = ({ permohonan }, isian) => {
  const satker = permohonan.satker.nama;
  const putusan = keputusan({
    nama: "keputusanVerifikasi",
    pertanyaan: "Apa hasil pemeriksaan surat?",
    isian,
    pilihan: [
      {
        nilai: "lengkap",
        judul: "Lengkap: reset akun yang dicentang",
        akibat:
          "Password akun yang dicentang langsung di-reset di SPSE dan dikirim lewat e-Pesan. Tidak dapat dibatalkan.",
        rincian: periksaAkun(permohonan.akun, isian),
      },
      {
        nilai: "tidakLengkap",
        judul: "Tidak lengkap: kembalikan kepada Satuan Kerja",
        akibat: `${satker} melengkapi permohonan, lalu mengirimkannya lagi kepada Kepala UKPBJ.`,
        rincian: alasan(isian, "Apa yang kurang?", `Dibaca ${satker} persis seperti Anda tulis.`),
      },
      {
        nilai: "bukanReset",
        judul: "Bukan perkara reset password",
        akibat: `Permohonan berakhir dengan penjelasan kepada ${satker}, misalnya karena peran akun sudah kedaluwarsa.`,
        bahaya: true,
        rincian: alasan(isian, "Penjelasan", `Dikirim kepada ${satker} lewat e-Pesan.`),
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
