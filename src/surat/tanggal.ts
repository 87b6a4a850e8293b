const BULAN = [
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

const SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"] as const;

/** WIB (Asia/Jakarta) is UTC+7 without daylight saving time. */
const WIB_MS = 7 * 60 * 60 * 1000;

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

/** The instant at which the given ISO date begins in WIB. */
export function awalHariWib(iso: string): Date {
  const { tahun, bulan, hari } = bagianTanggal(iso);
  return new Date(Date.UTC(tahun, bulan - 1, hari) - WIB_MS);
}

/** The ISO date that the calendar in WIB shows at the given instant. */
export function tanggalWib(instant: Date): string {
  return new Date(instant.getTime() + WIB_MS).toISOString().slice(0, 10);
}

/** A whole number from 0 to 999 in Indonesian words, e.g. 115 → "seratus lima belas"; throws RangeError otherwise. */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`terbilang hanya untuk 0–999, bukan ${n}`);
  if (n < 10) return SATUAN[n] ?? "";
  if (n === 10) return "sepuluh";
  if (n === 11) return "sebelas";
  if (n < 20) return `${terbilang(n - 10)} belas`;
  if (n < 100) return dengan(`${terbilang(Math.floor(n / 10))} puluh`, n % 10);
  if (n < 200) return dengan("seratus", n - 100);
  return dengan(`${terbilang(Math.floor(n / 100))} ratus`, n % 100);
}

function dengan(depan: string, sisa: number): string {
  return sisa === 0 ? depan : `${depan} ${terbilang(sisa)}`;
}

/** A number the way letters write it: 3 → "3 (tiga)"; from 1000 on digits only. */
export function jumlah(n: number): string {
  return n <= 999 ? `${n} (${terbilang(n)})` : String(n);
}

/** "23 November 2026 pukul 10.05 WIB". */
export function saatWib(saat: Date): string {
  const jam = new Date(saat.getTime() + WIB_MS).toISOString().slice(11, 16).replace(":", ".");
  return `${tanggalIndonesia(tanggalWib(saat))} pukul ${jam} WIB`;
}
