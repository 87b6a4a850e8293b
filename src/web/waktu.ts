/** Dates in Indonesian words, always in WIB whatever the zone of the reader's computer. */
import { BULAN, jamWib, pukulWib } from "../waktu/wib.js";

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;

const bagian = (saat: Date) => {
  const d = jamWib(saat);
  return {
    hari: HARI[d.getUTCDay()],
    tanggal: d.getUTCDate(),
    bulan: BULAN[d.getUTCMonth()] ?? "",
    tahun: d.getUTCFullYear(),
    jam: pukulWib(saat),
  };
};

/** "Selasa, 24 November 2026 pukul 15.00 WIB". */
export function saatLengkap(saat: Date): string {
  const b = bagian(saat);
  return `${b.hari}, ${b.tanggal} ${b.bulan} ${b.tahun} pukul ${b.jam} WIB`;
}

/** "24 Nov 2026, 15.00", for tables. */
export function saatSingkat(saat: Date): string {
  const b = bagian(saat);
  return `${b.tanggal} ${b.bulan.slice(0, 3)} ${b.tahun}, ${b.jam}`;
}

/** "2026-11-23" → "23 November 2026"; other text comes back as it is. */
export function tanggalPanjang(iso: string): string {
  const cocok = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const bulan = BULAN[Number(cocok?.[2]) - 1];
  return cocok && bulan ? `${Number(cocok[3])} ${bulan} ${cocok[1]}` : iso;
}

/** "2026-11-23" → "23 Nov 2026", for tables; other text comes back as it is. */
export const tanggalSingkat = (iso: string): string =>
  tanggalPanjang(iso).replace(/^(\d+ \p{L}{3})\p{L}*( \d{4})$/u, "$1$2");

/** A due date in words. */
export interface Tenggat {
  readonly saat: string;
  readonly sisa: string;
  /** `dekat`: the reminder has gone out. */
  readonly keadaan: "aman" | "dekat" | "lewat";
}
