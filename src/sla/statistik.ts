/** Figures over finished steps. Pure; lengths in working milliseconds. */
import { bulanWib, tanggalWib } from "../waktu/wib.js";
import { type LangkahSelesai, tepat } from "./buku.js";

/** The smallest value that at least the share `p` (0 to 1) of the values do not exceed; null of nothing. */
export function kuantil(nilai: readonly number[], p: number): number | null {
  const urut = nilai.toSorted((a, b) => a - b);
  return urut[Math.max(0, Math.ceil(p * urut.length) - 1)] ?? null;
}

/** The middle value, the mean of the two middle ones where their number is even; null of nothing. */
export function median(nilai: readonly number[]): number | null {
  const urut = nilai.toSorted((a, b) => a - b);
  const tengah = urut.length >> 1;
  const atas = urut[tengah];
  if (atas === undefined) return null;
  return urut.length % 2 === 1 ? atas : (atas + (urut[tengah - 1] ?? atas)) / 2;
}

/** The arithmetic mean; null of nothing. */
export const rerata = (nilai: readonly number[]): number | null =>
  nilai.length === 0 ? null : nilai.reduce((a, b) => a + b, 0) / nilai.length;

/** The share that was finished in time, 0 to 1; null of nothing. */
export const kepatuhan = (semua: readonly LangkahSelesai[]): number | null =>
  semua.length === 0 ? null : semua.filter(tepat).length / semua.length;

/** How long steps took: `jatahMs` is the median of what each was allowed. */
export interface Ukuran {
  readonly selesai: number;
  readonly tepat: number;
  readonly kepatuhan: number | null;
  readonly rerataMs: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly jatahMs: number | null;
}

/** The figures of these steps. */
export function ukur(semua: readonly LangkahSelesai[]): Ukuran {
  const pakai = semua.flatMap((l) => l.pakaiMs ?? []);
  return {
    selesai: semua.length,
    tepat: semua.filter(tepat).length,
    kepatuhan: kepatuhan(semua),
    rerataMs: rerata(pakai),
    medianMs: median(pakai),
    p90Ms: kuantil(pakai, 0.9),
    jatahMs: median(semua.flatMap((l) => l.jatahMs ?? [])),
  };
}

/** One day's finished steps and how many of them were in time. */
export interface HariTren {
  readonly tanggal: string;
  readonly selesai: number;
  readonly tepat: number;
}

/** Items by a key, in the order in which each key first occurs. */
export function kelompokkan<T, K>(semua: readonly T[], kunci: (satu: T) => K): Map<K, T[]> {
  const kelompok = new Map<K, T[]>();
  for (const satu of semua) {
    const milik = kelompok.get(kunci(satu));
    if (milik) milik.push(satu);
    else kelompok.set(kunci(satu), [satu]);
  }
  return kelompok;
}

const HARI_MS = 86_400_000;

/** The last `hari` days in Jakarta up to `kini`, each with its figures, days without work included. */
export function tren(semua: readonly LangkahSelesai[], kini: number, hari: number): HariTren[] {
  const perHari = kelompokkan(semua, (l) => tanggalWib(l.selesai));
  return Array.from({ length: hari }, (_, i) => {
    const tanggal = tanggalWib(kini - (hari - 1 - i) * HARI_MS);
    const milik = perHari.get(tanggal) ?? [];
    return { tanggal, selesai: milik.length, tepat: milik.filter(tepat).length };
  });
}

/** Finished in the calendar month of `kini` in Jakarta. */
export const bulanIni = (semua: readonly LangkahSelesai[], kini: number): LangkahSelesai[] =>
  semua.filter((l) => bulanWib(l.selesai) === bulanWib(kini));
