/** Spans of working time in Indonesian words. */

const MENIT = 60_000;

/** The words of a span, in the language of the page. */
export interface KataLama {
  readonly jam: (n: number) => string;
  readonly menit: (n: number) => string;
  readonly kurangSemenit: string;
}
const INDONESIA: KataLama = {
  jam: (n) => `${n} jam`,
  menit: (n) => `${n} menit`,
  kurangSemenit: "kurang dari 1 menit",
};

/**
 * "2 jam 10 menit" of working milliseconds (the sign is left out); below a minute "kurang dari 1 menit". Never days: a
 * working day is shorter in Ramadan, and the SOP's "1 hari" is the same hour of the next one.
 */
export function lamaKerja(ms: number, kata: KataLama = INDONESIA): string {
  const menit = Math.floor(Math.abs(ms) / MENIT);
  if (menit === 0) return kata.kurangSemenit;
  const jam = Math.floor(menit / 60);
  return [jam > 0 && kata.jam(jam), menit % 60 > 0 && kata.menit(menit % 60)].filter(Boolean).join(" ");
}

/** "sisa 2 jam 10 menit kerja", or "lewat 25 menit kerja" where `sisaMs` is negative. */
export const sisaKerja = (sisaMs: number): string => `${sisaMs < 0 ? "lewat" : "sisa"} ${lamaKerja(sisaMs)} kerja`;
