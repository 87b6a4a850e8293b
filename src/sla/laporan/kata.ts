/** Figures of the report in Indonesian words. */
import { lamaKerja } from "../../calendar/words.js";
import { bagianTanggal, tanggalIndonesia } from "../../waktu/wib.js";
import type { Rentang } from "./periode.js";

const MENIT_MS = 60_000;
const KOSONG = "–";
/** A number and its unit stay on one line. */
const LEKAT = "\u00a0";

/** Working time as `45 menit` or `7 jam 30 menit`, by whole minutes; a dash where there is none. */
export function lama(ms: number | null): string {
  if (ms === null) return KOSONG;
  const menit = Math.round(ms / MENIT_MS);
  const kata = menit === 0 ? "0 menit" : lamaKerja(menit * MENIT_MS);
  return kata.replaceAll(/(\d) /g, `$1${LEKAT}`);
}

/** A share as `97,5%`; a dash where there is none. Rounded down, so that 100% is only what is whole. */
export function persen(bagian: number | null): string {
  if (bagian === null) return KOSONG;
  return `${(Math.floor(bagian * 1000 + 1e-9) / 10).toLocaleString("id-ID", { maximumFractionDigits: 1 })}%`;
}

/** `1 s.d. 30 November 2026`, shortened where month or year are the same. */
export function rentangTanggal({ dari, sampai }: Rentang): string {
  if (dari === sampai) return tanggalIndonesia(dari);
  const [a, b] = [bagianTanggal(dari), bagianTanggal(sampai)];
  const akhir = tanggalIndonesia(sampai);
  if (a.tahun !== b.tahun) return `${tanggalIndonesia(dari)} s.d. ${akhir}`;
  const awal = tanggalIndonesia(dari).replace(/ \d{4}$/, "");
  return a.bulan === b.bulan ? `${a.hari} s.d. ${akhir}` : `${awal} s.d. ${akhir}`;
}

/** `2026-11` → `November 2026`. */
export const namaBulan = (bulan: string): string => tanggalIndonesia(`${bulan}-01`).replace(/^1 /, "");

const waktu = new Intl.DateTimeFormat("id-ID", {
  timeZone: "Asia/Jakarta",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An ISO instant as `23/11/2026 10.05` in Jakarta. */
export const saatPendek = (iso: string): string => waktu.format(new Date(iso)).replace(",", "");
