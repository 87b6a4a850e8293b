/** Jakarta's calendar and clock (WIB: UTC+7, no daylight saving time), whatever the zone of the computer. Pure. */

/** An instant; a number counts ms from the epoch. */
type Saat = Date | number;

const WIB_MS = 7 * 3_600_000;

/** The months' names, January first. */
export const BULAN = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;

/** The instant whose UTC clock shows what Jakarta's shows: for tables, which know no zones, and for taking a date apart. */
export const jamWib = (saat: Saat): Date => new Date(Number(saat) + WIB_MS);

/** The calendar day, `2026-11-23`; throws RangeError on an invalid instant, as the others do. */
export const tanggalWib = (saat: Saat): string => jamWib(saat).toISOString().slice(0, 10);

/** The calendar month, `2026-11`. */
export const bulanWib = (saat: Saat): string => tanggalWib(saat).slice(0, 7);

/** The calendar year. */
export const tahunWib = (saat: Saat): number => Number(tanggalWib(saat).slice(0, 4));

/** The time of day to the minute, `10.05`. */
export const pukulWib = (saat: Saat): string => jamWib(saat).toISOString().slice(11, 16).replace(":", ".");

/** `23 November 2026 pukul 10.05 WIB`. */
export const saatWib = (saat: Saat): string => `${tanggalIndonesia(tanggalWib(saat))} pukul ${pukulWib(saat)} WIB`;

/** The instant at which an ISO date begins; throws RangeError when there is no such day. */
export function awalHariWib(iso: string): Date {
  const { tahun, bulan, hari } = bagianTanggal(iso);
  return new Date(Date.UTC(tahun, bulan - 1, hari) - WIB_MS);
}

/** The parts of an ISO calendar date; throws RangeError when there is no such day. */
export function bagianTanggal(iso: string): { tahun: number; bulan: number; hari: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const [tahun, bulan, hari] = (match ?? []).slice(1).map(Number);
  if (tahun === undefined || bulan === undefined || hari === undefined || !isCalendarDay(tahun, bulan, hari)) {
    throw new RangeError(`bukan tanggal ISO (YYYY-MM-DD): ${JSON.stringify(iso)}`);
  }
  return { tahun, bulan, hari };
}

function isCalendarDay(tahun: number, bulan: number, hari: number): boolean {
  const date = new Date(Date.UTC(tahun, bulan - 1, hari));
  return date.getUTCMonth() === bulan - 1 && date.getUTCDate() === hari;
}

/** "2026-11-23" → "23 November 2026"; throws RangeError when there is no such day. */
export function tanggalIndonesia(iso: string): string {
  const { tahun, bulan, hari } = bagianTanggal(iso);
  return `${hari} ${BULAN[bulan - 1]} ${tahun}`;
}
