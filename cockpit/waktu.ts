/** Instants and spans of working time in words; always WIB, whatever the zone of the reader's computer. */
import { lamaKerja } from "../src/calendar/words.js";
import { jamWib } from "../src/waktu/wib.js";
import type { Bahasa, Teks } from "./teks/index.js";

const MENIT = 60_000;
const BULAN = {
  id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const dua = (n: number) => String(n).padStart(2, "0");

/** "10.31" or "10:31". */
export function jamMenit(saat: number, bahasa: Bahasa): string {
  const d = jamWib(saat);
  return `${dua(d.getUTCHours())}${bahasa === "id" ? "." : ":"}${dua(d.getUTCMinutes())}`;
}

/** "24 Nov 2026". */
export function tanggal(saat: number, bahasa: Bahasa): string {
  const d = jamWib(saat);
  return `${d.getUTCDate()} ${BULAN[bahasa][d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

/** "24 Nov 2026, 15.00 WIB". */
export const saatPenuh = (saat: number, bahasa: Bahasa): string =>
  `${tanggal(saat, bahasa)}, ${jamMenit(saat, bahasa)} WIB`;

/** The value of an `<input type="datetime-local">` that shows an instant by the clock of WIB. */
export const keIsian = (saat: number): string => jamWib(saat).toISOString().slice(0, 16);

/** The instant (epoch ms) that such an input stands for; NaN when empty. */
export const dariIsian = (nilai: string): number =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(nilai) ? Date.parse(`${nilai}:00+07:00`) : Number.NaN;

/** An allowed working time in words, to the nearest minute: due dates are kept to the second, the SOP's times are not. */
export const lamaJatah = (ms: number, t: Teks): string => lamaKerja(Math.round(ms / MENIT) * MENIT, t);

/** "96,7%" or "96.7%", cut off: what is not quite all is never shown as all. */
export const persen = (bagian: number, bahasa: Bahasa): string =>
  new Intl.NumberFormat(bahasa, { style: "percent", maximumFractionDigits: 1 }).format(
    Math.floor(bagian * 1000) / 1000,
  );

/** "5.000" or "5,000". */
export const angka = (n: number, bahasa: Bahasa): string => new Intl.NumberFormat(bahasa).format(n);
