/** e-Pesan cannot deliver the signed letter: the Tim hands it over and writes down how. */
import { bagianJudul } from "../../bagian/dasar.js";
import { kotakKendala } from "../bagian/akun-tugas.js";
import { alasan } from "../bagian/keputusan.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `{catatan}`: how the letter was handed over; there is nothing to decide. */
export const kirimSuratManual: BuatLembar = ({ permohonan, kendala }, isian) => {
  const satker = permohonan.satker.nama;
  const cara = alasan(
    isian,
    "Bagaimana surat disampaikan?",
    "Misalnya: diantar ke ruang tata usaha, diterima oleh siapa, tanggal berapa.",
    "catatan",
  );
  const surat = permohonan.suratDitandatangani;
  return {
    baca: [kotakKendala(kendala, `e-Pesan tidak dapat menyampaikannya kepada ${satker}.`), ringkasan(permohonan)],
    dokumen: [
      ...(surat ? [{ judul: `Surat Pemberitahuan ${permohonan.nomorSurat ?? ""}`.trim(), dokumen: surat }] : []),
      ...dokumenPermohonan(permohonan),
    ],
    jawab: [bagianJudul("Penyampaian surat", cara.elemen)],
    nilai: cara.nilai,
  };
};
