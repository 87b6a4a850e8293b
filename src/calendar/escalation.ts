/** When a step's timer goes off, and what that means: reminder, breach, or the breach again on each further working day. */
import type { Kalender } from "./calendar.js";
import {
  type PilihanZona,
  type Saat,
  tambahMilidetikKerja,
  tambahWaktuKerja,
  waktuKerjaAntara,
} from "./working-time.js";

/** The share of a step's working time after which its actor is reminded. */
export const BAGIAN_PENGINGAT = 0.8;

/** A step's two instants; what counts is the step's own clock, from its start to its due date. */
export interface BatasLangkah {
  readonly pengingat: Saat;
  readonly tenggat: Saat;
}

/** `pengingat`: still in time; `lewat`: over; `ulang`: over for `hari` working days (1 or more). */
export type Tingkat =
  | { readonly jenis: "pengingat" | "lewat"; readonly hari: 0 }
  | { readonly jenis: "ulang"; readonly hari: number };

/** The reminder's instant: 80 % of the working time between a step's start and its due date, on the whole ms. */
export function saatPengingat(mulai: Saat, tenggat: Saat, kalender: Kalender, pilihan?: PilihanZona): Saat {
  const jatah = Math.max(0, waktuKerjaAntara(mulai, tenggat, kalender, pilihan));
  return tambahMilidetikKerja(mulai, Math.floor(jatah * BAGIAN_PENGINGAT), kalender, pilihan);
}

/** When a firing of this level was due: after downtime the timer goes off later. */
export function saatTerjadwal(
  langkah: { readonly mulai: Saat; readonly tenggat: Saat },
  { jenis, hari }: Tingkat,
  kalender: Kalender,
  pilihan?: PilihanZona,
): Saat {
  const { mulai, tenggat } = langkah;
  if (jenis === "pengingat") return saatPengingat(mulai, tenggat, kalender, pilihan);
  return jenis === "lewat" ? tenggat : tambahWaktuKerja(tenggat, `P${hari}D`, kalender, pilihan);
}

/** What a timer that goes off at `kini` has to tell, however late that is. */
export function tingkatPada(
  { tenggat }: Pick<BatasLangkah, "tenggat">,
  kini: Saat,
  kalender: Kalender,
  pilihan?: PilihanZona,
): Tingkat {
  if (kini < tenggat) return { jenis: "pengingat", hari: 0 };
  const hari = hariLewat(tenggat, kini, kalender, pilihan);
  return hari === 0 ? { jenis: "lewat", hari } : { jenis: "ulang", hari };
}

/** The next instant after `kini` at which the timer goes off: those missed meanwhile are left out. */
export function saatBerikutnya(batas: BatasLangkah, kini: Saat, kalender: Kalender, pilihan?: PilihanZona): Saat {
  if (kini < batas.pengingat) return batas.pengingat;
  if (kini < batas.tenggat) return batas.tenggat;
  const hari = hariLewat(batas.tenggat, kini, kalender, pilihan) + 1;
  return tambahWaktuKerja(batas.tenggat, `P${hari}D`, kalender, pilihan);
}

/** The timer's next instant as the engine reads cycles, `R/<instant>/<end>`: it asks again when that has come. */
export function siklus(batas: BatasLangkah, kini: Saat, kalender: Kalender, pilihan?: PilihanZona): string {
  const saat = saatBerikutnya(batas, kini, kalender, pilihan);
  // Should the transaction of a firing fail, the engine goes on by the old cycle: reminder, breach, then every day.
  const sampai = saat < batas.tenggat ? batas.tenggat : undefined;
  return `R/${iso(saat)}/${sampai === undefined ? "P1D" : iso(sampai)}`;
}

/**
 * The cycle of a step whose due date the calendar could not tell: goes off at `pengingat`, and from then on throws what the
 * calendar throws; once that can tell again it is the next working day, for whoever is told to set things right.
 */
export function siklusTanpaTenggat(pengingat: Saat, kini: Saat, kalender: Kalender): string {
  return `R/${iso(kini < pengingat ? pengingat : tambahWaktuKerja(kini, "P1D", kalender))}/P1D`;
}

const iso = (saat: Saat): string => new Date(saat).toISOString();

/** Whole working days gone by since the due date. */
function hariLewat(tenggat: Saat, kini: Saat, kalender: Kalender, pilihan?: PilihanZona): number {
  let hari = 0;
  while (tambahWaktuKerja(tenggat, `P${hari + 1}D`, kalender, pilihan) <= kini) hari++;
  return hari;
}
