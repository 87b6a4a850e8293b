import type { Kalender, KalenderZona } from "./calendar.js";
import { bacaDurasi } from "./duration.js";
import { HARI_MS, type Interval, type TabelTahun } from "./table.js";

/** An instant in epoch milliseconds. */
export type Saat = number;

/** `zona`: IANA name of the place whose clocks count; without it the zone of `jam-kerja.json` (WIB). */
export interface PilihanZona {
  readonly zona?: string | undefined;
}

/** An admin is warned when fewer calendar days than this are left in the loaded years. */
export const AMBANG_PERINGATAN_HARI = 60;

/**
 * Adds a duration of working time to an instant; throws KalenderError for a bad duration or a year not loaded.
 *
 * 1. Outside working time (before opening, break, evening, holiday) the clock starts at the next start of work.
 *    The very end of a stretch of work (12.00, 16.00) still belongs to it.
 * 2. `PnD`: the same clock time on the n-th next working day ("1 hari": Friday 15.00, due Monday 15.00). Where nobody
 *    works at that clock time on the due day: before opening, it is due at opening; in the break, when the break ends;
 *    after closing, at closing (Friday 16.15, due Monday 16.00; 15.45 before Ramadan, due 15.00 in Ramadan).
 * 3. `PTnHnM`: so many hours and minutes of working time; a result at the end of a stretch stays there (16.00), it does
 *    not move to the next morning.
 * 4. `P1DT2H`: first the days, then the hours.
 *
 * Laws: never earlier for a later start or a longer duration of the same kind; the result is in working time, its ends
 * included; hours and minutes add up exactly, `a + b` at once or one after the other; days do so whenever rule 2 did not
 * have to move the clock time on the day in between.
 */
export function tambahWaktuKerja(dari: Saat, durasi: string, kalender: Kalender, pilihan?: PilihanZona): Saat {
  const { hari, ms } = bacaDurasi(durasi);
  const setempat = kalender.diZona(pilihan?.zona);
  return tambahMs(hari === 0 ? dari : tambahHari(dari, hari, setempat), ms, setempat);
}

/** Adds working milliseconds (0 or more), as rule 3 of `tambahWaktuKerja`; for shares of a duration such as 80 %. */
export function tambahMilidetikKerja(dari: Saat, ms: number, kalender: Kalender, pilihan?: PilihanZona): Saat {
  if (!(ms >= 0)) throw new RangeError(`working time to add must be 0 or more, got ${ms}`);
  return tambahMs(dari, ms, kalender.diZona(pilihan?.zona));
}

/** Working milliseconds from one instant to another; negative when `sampai` comes first (so much overdue). */
export function waktuKerjaAntara(dari: Saat, sampai: Saat, kalender: Kalender, pilihan?: PilihanZona): number {
  if (sampai < dari) return 0 - waktuKerjaAntara(sampai, dari, kalender, pilihan);
  const setempat = kalender.diZona(pilihan?.zona);
  const awal = tabelPada(dari, setempat);
  const akhir = tabelPada(sampai, setempat);
  let ms = terpakai(akhir, sampai) - terpakai(awal, dari);
  for (let tahun = awal.tahun; tahun < akhir.tahun; tahun++) ms += setempat.tabel(tahun).total;
  return ms;
}

/** Whether work is going on; at the moment a stretch ends (12.00, 16.00) it no longer is. */
export function sedangJamKerja(saat: Saat, kalender: Kalender, pilihan?: PilihanZona): boolean {
  const { interval } = tabelPada(saat, kalender.diZona(pilihan?.zona));
  const tempat = interval[pertama(interval, ({ selesai }) => selesai > saat)];
  return tempat !== undefined && tempat.mulai <= saat;
}

/** The first instant from `saat` on at which work is going on: `saat` itself while it is, else the next start. */
export function mulaiKerjaBerikutnya(saat: Saat, kalender: Kalender, pilihan?: PilihanZona): Saat {
  return saatKerja(saat, kalender.diZona(pilihan?.zona), false).saat;
}

/** Whole calendar days left in the unbroken run of loaded years that `sekarang` is in; 0 when its year is not loaded. */
export function sisaHariKalender(sekarang: Saat, kalender: Kalender, pilihan?: PilihanZona): number {
  const setempat = kalender.diZona(pilihan?.zona);
  let tahun = setempat.tahunPada(sekarang);
  if (!kalender.tahunDimuat.includes(tahun)) return 0;
  while (kalender.tahunDimuat.includes(tahun)) tahun++;
  return Math.floor((setempat.awalTahun(tahun) - sekarang) / HARI_MS);
}

function tambahMs(dari: Saat, ms: number, setempat: KalenderZona): Saat {
  if (ms === 0) return saatKerja(dari, setempat, true).saat;
  let tabel = tabelPada(dari, setempat);
  let sasaran = terpakai(tabel, dari) + ms;
  while (sasaran > tabel.total) {
    sasaran -= tabel.total;
    tabel = setempat.tabel(tabel.tahun + 1);
  }
  const tempat = tabel.interval[pertama(tabel.interval, ({ sampai }) => sampai >= sasaran)];
  if (tempat === undefined) throw new RangeError(`not a working time: ${ms} ms from ${dari}`);
  return tempat.selesai - (tempat.sampai - sasaran);
}

/** The same clock time `hari` (1 or more) working days later, or closing time; still to be moved out of a break. */
function tambahHari(dari: Saat, hari: number, setempat: KalenderZona): Saat {
  const { saat, tabel: asal, interval } = saatKerja(dari, setempat, true);
  let tabel = asal;
  let nomor = interval.hari.nomor + hari;
  while (nomor >= tabel.hari.length) {
    nomor -= tabel.hari.length;
    tabel = setempat.tabel(tabel.tahun + 1);
  }
  const tujuan = tabel.hari[nomor];
  if (tujuan === undefined) throw new RangeError(`not a working day: ${hari} days from ${dari}`);
  return Math.min(tujuan.pukulNol + (saat - interval.hari.pukulNol), tujuan.tutup);
}

/** The first instant from `dari` on in working time, with its stretch; `akhirIkut`: the end of a stretch counts as in it. */
function saatKerja(dari: Saat, setempat: KalenderZona, akhirIkut: boolean) {
  let tabel = tabelPada(dari, setempat);
  let urutan = pertama(tabel.interval, ({ selesai }) => (akhirIkut ? selesai >= dari : selesai > dari));
  for (;;) {
    const interval = tabel.interval[urutan];
    if (interval !== undefined) return { saat: Math.max(dari, interval.mulai), tabel, interval };
    tabel = setempat.tabel(tabel.tahun + 1);
    urutan = 0;
  }
}

function tabelPada(saat: Saat, setempat: KalenderZona): TabelTahun {
  if (!Number.isFinite(saat)) throw new RangeError(`not an instant in epoch ms: ${saat}`);
  return setempat.tabel(setempat.tahunPada(saat));
}

/** Working ms of the year that have passed at an instant in it. */
function terpakai(tabel: TabelTahun, saat: Saat): number {
  const tempat = tabel.interval[pertama(tabel.interval, ({ selesai }) => selesai >= saat)];
  return tempat === undefined ? tabel.total : tempat.sampai - (tempat.selesai - Math.max(saat, tempat.mulai));
}

/** Index of the first stretch that fulfils a condition which, once true, stays true; the length when none does. */
function pertama(interval: readonly Interval[], cukup: (satu: Interval) => boolean): number {
  let rendah = 0;
  let tinggi = interval.length;
  while (rendah < tinggi) {
    const tengah = (rendah + tinggi) >>> 1;
    const satu = interval[tengah];
    if (satu !== undefined && cukup(satu)) tinggi = tengah;
    else rendah = tengah + 1;
  }
  return rendah;
}
