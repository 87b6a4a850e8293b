/** Dates and spans in Indonesian words, always in WIB whatever the zone of the reader's computer. */
import { BULAN, jamWib, pukulWib } from "../waktu/wib.js";

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;
const MENIT = 60_000;
const HAMPIR = 60 * MENIT;
const BAGIAN_HAMPIR = 0.25;

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

/** A span in ms by its two largest units, e.g. "3 jam 20 menit"; below one minute "kurang dari 1 menit". */
export function lama(ms: number): string {
  const menit = Math.floor(Math.abs(ms) / MENIT);
  const satuan: [number, string][] = [
    [Math.floor(menit / 1440), "hari"],
    [Math.floor(menit / 60) % 24, "jam"],
    [menit % 60, "menit"],
  ];
  const awal = satuan.findIndex(([n]) => n > 0);
  if (awal < 0) return "kurang dari 1 menit";
  return satuan
    .slice(awal, awal + 2)
    .filter(([n]) => n > 0)
    .map(([n, nama]) => `${n} ${nama}`)
    .join(" ");
}

export interface Tenggat {
  readonly saat: string;
  readonly sisa: string;
  /** `dekat`: an hour or less is left, or a quarter of the whole time where that is shorter. */
  readonly keadaan: "aman" | "dekat" | "lewat";
}

/** A due date in words, seen from `sekarang`; `mulai` is when the time began to run. */
export function tenggatKata(tenggat: Date, sekarang: Date, mulai?: Date): Tenggat {
  const sisa = tenggat.getTime() - sekarang.getTime();
  const saat = saatLengkap(tenggat);
  if (sisa < 0) return { saat, sisa: `lewat ${lama(sisa)}`, keadaan: "lewat" };
  const hampir = mulai ? Math.min(HAMPIR, (tenggat.getTime() - mulai.getTime()) * BAGIAN_HAMPIR) : HAMPIR;
  return { saat, sisa: `sisa ${lama(sisa)}`, keadaan: sisa <= hampir ? "dekat" : "aman" };
}
