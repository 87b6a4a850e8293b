/** The report as tables for CSV and XLSX. */

import type { Kolom, Sel, Tabel } from "../../tabel/tabel.js";
import { menit } from "../tabel-langkah.js";
import type { BarisUkuran, Laporan, Pelanggaran } from "./hitung.js";

const teks = (judul: string, lebar: number): Kolom => ({ judul, jenis: "teks", lebar });
const angka = (judul: string): Kolom => ({ judul, jenis: "angka", lebar: 13 });
const saat = (judul: string): Kolom => ({ judul, jenis: "saat", lebar: 17 });

const UKURAN: readonly Kolom[] = [
  angka("Selesai"),
  angka("Tepat Waktu"),
  { judul: "Kepatuhan", jenis: "persen", lebar: 12 },
  angka("Waktu tersedia (menit kerja)"),
  angka("Rata-rata (menit kerja)"),
  angka("Median (menit kerja)"),
  angka("P90 (menit kerja)"),
];

const menitAtauKosong = (ms: number | null): number | null => (ms === null ? null : menit(ms));

type Angka = Omit<BarisUkuran, "id" | "nama">;
const ukuran = (u: Angka): Sel[] => [
  u.selesai,
  u.tepat,
  u.kepatuhan,
  menitAtauKosong(u.jatahMs),
  menitAtauKosong(u.rerataMs),
  menitAtauKosong(u.medianMs),
  menitAtauKosong(u.p90Ms),
];

const perKelompok = (nama: string, kepala: string, baris: readonly BarisUkuran[]): Tabel => ({
  nama,
  kolom: [teks(kepala, 36), ...UKURAN],
  baris: baris.map((b) => [b.nama, ...ukuran(b)]),
});

/** Every part of the report, one table each. */
export function tabelLaporan(l: Laporan): Tabel[] {
  return [
    {
      nama: "Ringkasan",
      kolom: [teks("Periode", 26), angka("Permohonan"), ...UKURAN, angka("Terlambat"), angka("Terbuka, Lewat Tenggat")],
      baris: [
        [
          `${l.periode.dari} s.d. ${l.periode.sampai}`,
          l.ringkas.permohonan,
          ...ukuran(l.ringkas),
          l.ringkas.terlambat,
          l.ringkas.terbukaLewat,
        ],
      ],
    },
    {
      nama: "Per Langkah",
      kolom: [teks("No. SOP", 9), teks("Langkah", 36), ...UKURAN],
      baris: l.langkah.map((b) => [b.id, b.nama, ...ukuran(b)]),
    },
    perKelompok("Per Pelaksana", "Pelaksana", l.pelaksana),
    perKelompok("Per Satuan Kerja", "Satuan Kerja", l.satker),
    perKelompok("Per Bulan", "Bulan", l.bulan),
    {
      nama: "Keterlambatan",
      kolom: [
        teks("Nomor Permohonan", 18),
        teks("Satuan Kerja", 30),
        angka("No. SOP"),
        teks("Langkah", 34),
        teks("Pelaksana", 22),
        teks("Petugas", 24),
        saat("Mulai (WIB)"),
        saat("Tenggat (WIB)"),
        saat("Selesai (WIB)"),
        angka("Terlambat (menit kerja)"),
        teks("Sebab", 60),
      ],
      baris: l.pelanggaran.map(barisPelanggaran),
    },
  ];
}

const barisPelanggaran = (p: Pelanggaran): Sel[] => [
  p.nomorPermohonan,
  p.satker.nama,
  p.nomor,
  p.langkah,
  p.pelaksana,
  p.oleh,
  new Date(p.mulai),
  new Date(p.tenggat),
  p.selesai === null ? null : new Date(p.selesai),
  menit(p.lewatMs),
  p.sebab.map((s) => s.teks).join("; ") || null,
];
