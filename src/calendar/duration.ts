import { KalenderError } from "./error.js";

/** A duration read: whole working days, then working time in milliseconds. */
export interface Durasi {
  readonly hari: number;
  readonly ms: number;
}

/** Reads `P1D`, `PT8H`, `PT30M`, `P1DT2H`; weeks, months, years, fractions and signs have no working-time meaning and throw. */
export function bacaDurasi(iso: string): Durasi {
  const bagian = /^P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (bagian === null) {
    throw new KalenderError(
      "DURASI_TIDAK_DIKENAL",
      `Durasi "${iso}" tidak dikenal: tulis hari kerja (P1D) atau jam dan menit kerja (PT8H, PT30M).`,
    );
  }
  const [hari, jam, menit, detik] = bagian.slice(1).map((angka) => Number(angka ?? 0));
  return { hari: hari ?? 0, ms: ((jam ?? 0) * 3600 + (menit ?? 0) * 60 + (detik ?? 0)) * 1000 };
}
