/** Days and months as Jakarta's calendar counts them (WIB, UTC+7, no daylight saving time). Pure. */
import type { Kalender } from "../../calendar/calendar.js";
import { mulaiKerjaBerikutnya } from "../../calendar/working-time.js";
import { awalHariWib, bulanWib, tanggalWib } from "../../waktu/wib.js";

/** Whole days, both included, as `2026-11-01`. */
export interface Rentang {
  readonly dari: string;
  readonly sampai: string;
}

const HARI_MS = 86_400_000;

/** The instant at which a day begins in Jakarta. */
export const awalHari = (tanggal: string): number => awalHariWib(tanggal).getTime();

/** The first instant after a day in Jakarta. */
export const akhirHari = (tanggal: string): number => awalHari(tanggal) + HARI_MS;

/** The month after: `2026-12` → `2027-01`. */
function bulanSesudah(bulan: string): string {
  const [tahun = 0, ke = 0] = bulan.split("-").map(Number);
  return new Date(Date.UTC(tahun, ke, 1)).toISOString().slice(0, 7);
}

/** First and last day of a month. */
export function rentangBulan(bulan: string): Rentang {
  const terakhir = awalHari(`${bulanSesudah(bulan)}-01`) - 1;
  return { dari: `${bulan}-01`, sampai: tanggalWib(terakhir) };
}

/** When the report of a month is due: at the first working instant of the next; throws KalenderError without its year. */
export const jatuhTempo = (bulan: string, kalender: Kalender): number =>
  mulaiKerjaBerikutnya(awalHari(`${bulanSesudah(bulan)}-01`), kalender);

/**
 * The months whose report is due at `kini` and not among `ada`, oldest first: from the month of the first work known to
 * the last whole month, so that a month that passed while the system was down is made up for.
 */
export function bulanTertunggak(
  pertama: number | undefined,
  ada: ReadonlySet<string>,
  kini: number,
  kalender: Kalender,
): string[] {
  if (pertama === undefined) return [];
  const tertunggak: string[] = [];
  for (let bulan = bulanWib(pertama); bulan < bulanWib(kini); bulan = bulanSesudah(bulan))
    if (!ada.has(bulan) && jatuhTempo(bulan, kalender) <= kini) tertunggak.push(bulan);
  return tertunggak;
}
