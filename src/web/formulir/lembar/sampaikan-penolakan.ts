/** e-Pesan cannot deliver a refusal: the Tim tells the Satuan Kerja and writes down how. */
import { bagianJudul } from "../../bagian/dasar.js";
import { dokumenSurat } from "../../bagian/surat-keputusan.js";
import { h } from "../../dom.js";
import { kotakKendala } from "../bagian/akun-tugas.js";
import { alasan } from "../bagian/keputusan.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import type { BuatLembar } from "../lembar.js";

/** Answers `{catatan}`: how the Satuan Kerja was told; the refusal itself is only read here. */
export const sampaikanPenolakan: BuatLembar = ({ permohonan, kendala, surat }, isian) => {
  const satker = permohonan.satker.nama;
  const cara = alasan(
    isian,
    "Bagaimana penolakan disampaikan?",
    "Misalnya: lewat telepon, kepada siapa, tanggal berapa.",
    "catatan",
  );
  return {
    baca: [
      kotakKendala(kendala, `e-Pesan tidak dapat menyampaikannya kepada ${satker}.`),
      bagianJudul(
        permohonan.sebabPenolakan === "bukanReset" ? "Bukan perkara reset password" : "Alasan penolakan",
        h("blockquote", {}, permohonan.alasanPenolakan ?? "Tanpa alasan tertulis."),
      ),
      ringkasan(permohonan),
    ],
    dokumen: [...dokumenSurat(surat), ...dokumenPermohonan(permohonan)],
    jawab: [bagianJudul("Penyampaian penolakan", cara.elemen)],
    nilai: cara.nilai,
  };
};
