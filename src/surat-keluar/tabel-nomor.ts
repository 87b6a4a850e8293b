/** The list of letter numbers as a table. */

import type { Tabel } from "../tabel/tabel.js";
import type { BarisNomor } from "./daftar.js";

const JENIS = {
  "surat-pemberitahuan": "Surat Pemberitahuan",
  "surat-penolakan": "Surat Penolakan",
  "surat-pengembalian": "Surat Pengembalian",
} as const;
const KEADAAN = {
  terbit: "Terbit",
  disusun: "Disusun",
  ditarik: "Ditarik",
  tidakDipakai: "Tidak dipakai",
  dilewati: "Dilewati",
} as const;

/** One line per number, in the order given. */
export function tabelNomor(semua: readonly BarisNomor[]): Tabel {
  return {
    nama: "Nomor surat",
    kolom: [
      { judul: "Tahun", jenis: "angka", lebar: 8 },
      { judul: "Nomor Urut", jenis: "angka", lebar: 11 },
      { judul: "Nomor Surat", jenis: "teks", lebar: 30 },
      { judul: "Tanggal", jenis: "teks", lebar: 12 },
      { judul: "Jenis", jenis: "teks", lebar: 22 },
      { judul: "Permohonan", jenis: "teks", lebar: 16 },
      { judul: "Satuan Kerja", jenis: "teks", lebar: 40 },
      { judul: "Keadaan", jenis: "teks", lebar: 14 },
      { judul: "Diberikan (WIB)", jenis: "saat", lebar: 18 },
      { judul: "Ditarik (WIB)", jenis: "saat", lebar: 18 },
      { judul: "Ditarik Oleh", jenis: "teks", lebar: 20 },
      { judul: "Alasan", jenis: "teks", lebar: 40 },
    ],
    baris: semua.map((b) => [
      b.tahun,
      b.urut,
      b.nomor,
      b.tanggal,
      b.jenis === null ? null : JENIS[b.jenis],
      b.nomorPermohonan,
      b.satker,
      KEADAAN[b.keadaan],
      b.diberikan,
      b.ditarik,
      b.ditarikOleh,
      b.alasan,
    ]),
  };
}
