/** Spans of working time in Indonesian words. */

const MENIT = 60_000;

/** "2 jam 10 menit" of working milliseconds (the sign is left out); below a minute "kurang dari 1 menit". */
export function lamaKerja(ms: number): string {
  const menit = Math.floor(Math.abs(ms) / MENIT);
  if (menit === 0) return "kurang dari 1 menit";
  const jam = Math.floor(menit / 60);
  return [jam > 0 && `${jam} jam`, menit % 60 > 0 && `${menit % 60} menit`].filter(Boolean).join(" ");
}

/** "sisa 2 jam 10 menit kerja", or "lewat 25 menit kerja" where `sisaMs` is negative. */
export const sisaKerja = (sisaMs: number): string => `${sisaMs < 0 ? "lewat" : "sisa"} ${lamaKerja(sisaMs)} kerja`;
