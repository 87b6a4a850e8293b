/** The archive's register in the columns of a Daftar arsip. */

import type { Tabel } from "../tabel/tabel.js";
import type { BarisArsip } from "./index.js";

/** One line per entry, in the order given. */
export function tabelArsip(semua: readonly BarisArsip[]): Tabel {
  return {
    nama: "Daftar arsip",
    kolom: [
      { judul: "Unit Pengolah", jenis: "teks", lebar: 32 },
      { judul: "Nomor Berkas", jenis: "teks", lebar: 16 },
      { judul: "Kode Klasifikasi", jenis: "teks", lebar: 16 },
      { judul: "Uraian", jenis: "teks", lebar: 60 },
      { judul: "Kurun Waktu", jenis: "teks", lebar: 12 },
      { judul: "Jumlah", jenis: "angka", lebar: 8 },
      { judul: "Nomor Item", jenis: "angka", lebar: 11 },
      { judul: "Nomor Surat", jenis: "teks", lebar: 30 },
      { judul: "Tanggal", jenis: "teks", lebar: 12 },
      { judul: "Tingkat Perkembangan", jenis: "teks", lebar: 20 },
      { judul: "Keterangan", jenis: "teks", lebar: 30 },
      { judul: "Simpan Sampai", jenis: "teks", lebar: 14 },
    ],
    baris: semua.map((b) => [
      b.unitPengolah,
      b.nomorPermohonan,
      b.kodeKlasifikasi,
      b.uraian,
      b.tanggalSurat.slice(0, 4),
      1,
      b.urut,
      b.nomorSurat,
      b.tanggalSurat,
      b.tingkatPerkembangan,
      b.keterangan,
      b.simpanSampai,
    ]),
  };
}
