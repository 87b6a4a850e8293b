/** The open steps as a table. */

import type { Tabel } from "../tabel/tabel.js";
import type { Status } from "./langkah.js";
import type { LangkahLengkap } from "./pelengkap.js";

const MENIT_MS = 60_000;

/** Whole working minutes; the rest of a minute counts for neither side. */
export const menit = (ms: number): number => Math.trunc(ms / MENIT_MS);

const namaStatus: Readonly<Record<Status, string>> = {
  aman: "Aman",
  mendekati: "Mendekati tenggat",
  lewat: "Lewat tenggat",
};
const namaTimer = {
  pengingat: "Pengingat",
  lewat: "Pemberitahuan lewat tenggat",
  ulang: "Pemberitahuan ulang",
} as const;

/** The rows in the order given. */
export function tabelLangkah(semua: readonly LangkahLengkap[]): Tabel {
  return {
    nama: "Langkah terbuka",
    kolom: [
      { judul: "Nomor Permohonan", jenis: "teks", lebar: 18 },
      { judul: "Satuan Kerja", jenis: "teks", lebar: 30 },
      { judul: "No. SOP", jenis: "angka", lebar: 9 },
      { judul: "Langkah", jenis: "teks", lebar: 34 },
      { judul: "Pelaksana", jenis: "teks", lebar: 22 },
      { judul: "Ditangani oleh", jenis: "teks", lebar: 24 },
      { judul: "Akun", jenis: "teks", lebar: 24 },
      { judul: "Mulai (WIB)", jenis: "saat", lebar: 17 },
      { judul: "Tenggat (WIB)", jenis: "saat", lebar: 17 },
      { judul: "Waktu tersedia (menit kerja)", jenis: "angka", lebar: 12 },
      { judul: "Sisa (menit kerja)", jenis: "angka", lebar: 12 },
      { judul: "Status", jenis: "teks", lebar: 20 },
      { judul: "Pemberitahuan Berikut", jenis: "teks", lebar: 26 },
      { judul: "Pukul (WIB)", jenis: "saat", lebar: 17 },
    ],
    baris: semua.map((l) => [
      l.nomorPermohonan,
      l.satker.nama,
      l.langkah.nomor,
      l.langkah.nama,
      l.pelaksana.nama,
      l.pemegang?.nama ?? null,
      l.akun,
      new Date(l.mulai),
      new Date(l.tenggat),
      menit(l.jatahMs),
      menit(l.sisaMs),
      namaStatus[l.status],
      l.timerBerikut ? namaTimer[l.timerBerikut.jenis] : null,
      l.timerBerikut ? new Date(l.timerBerikut.kapan) : null,
    ]),
  };
}
