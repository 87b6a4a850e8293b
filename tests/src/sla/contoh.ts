/** Steps for the SLA tests; times are WIB clock times of November 2026, Monday the 23rd is "now". */
import type { LangkahSelesai } from "../../../src/sla/buku.js";
import type { LangkahBuka } from "../../../src/sla/langkah.js";

/** Epoch ms of `23 09:30` in WIB, November 2026. */
export const wib = (hariJam: string): number => Date.parse(`2026-11-${hariJam.replace(" ", "T")}:00+07:00`);

export const JAM_MS = 3_600_000;
export const MENIT_MS = 60_000;

let urut = 0;

export function langkahBuka(ubah: Partial<LangkahBuka> = {}): LangkahBuka {
  return {
    id: `eksekusi-${++urut}`,
    instans: "instans-1",
    definisi: "reset-password-spse:1:a",
    nomorPermohonan: "RP-2026-0001",
    satker: { id: "satker-biro-keuangan", nama: "Biro Keuangan" },
    langkah: { id: "disposisi-permohonan", nomor: 2, nama: "Disposisi permohonan", waktu: "1 hari" },
    pelaksana: { grup: "kepala-ukpbj", nama: "Kepala UKPBJ" },
    pemegang: null,
    tugas: "tugas-1",
    mulai: wib("20 09:00"),
    tenggat: wib("23 09:00"),
    jatahMs: 7.5 * JAM_MS,
    ...ubah,
  };
}

export function langkahSelesai(ubah: Partial<LangkahSelesai> = {}): LangkahSelesai {
  return {
    id: `kejadian-${++urut}`,
    instans: "instans-1",
    definisi: "reset-password-spse:1:a",
    aktivitas: "perintah-reset",
    nomor: 3,
    nama: "Perintahkan reset password",
    grup: "kepala-lpse",
    pelaksana: "Kepala LPSE",
    nomorPermohonan: "RP-2026-0001",
    satker: { id: "satker-biro-keuangan", nama: "Biro Keuangan" },
    oleh: "ratna",
    mulai: wib("20 09:00"),
    selesai: wib("20 09:30"),
    tenggat: wib("20 10:00"),
    pakaiMs: 30 * MENIT_MS,
    jatahMs: 60 * MENIT_MS,
    ...ubah,
  };
}
