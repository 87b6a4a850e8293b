/** Where the words of a branch stand: beside the arrow's first pieces, clear of everything that is drawn. */
import type { BentukSimbol, LabelGaris, Titik } from "./tipe.js";

export interface Kotak {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const TINGGI = 2.5;
const HURUF = 1.08;
const CELAH = 0.45;

/** Width in mm of a label at 6 pt, a little generous. */
const lebar = (teks: string): number => Math.min(16, teks.length * HURUF + 0.6);

const kotak = ({ x, y, w, h }: LabelGaris): Kotak => ({ x1: x - w / 2, y1: y - h / 2, x2: x + w / 2, y2: y + h / 2 });
const bertemu = (a: Kotak, b: Kotak): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** The boxes of a polyline's pieces. */
export const kotakGaris = (titik: readonly Titik[]): Kotak[] =>
  titik.slice(1).flatMap((b, i) => {
    const a = titik[i];
    if (!a) return [];
    const tebal = 0.25;
    return [
      {
        x1: Math.min(a.x, b.x) - tebal,
        y1: Math.min(a.y, b.y) - tebal,
        x2: Math.max(a.x, b.x) + tebal,
        y2: Math.max(a.y, b.y) + tebal,
      },
    ];
  });

/** The box around a symbol. */
export const kotakSimbol = (s: BentukSimbol): Kotak => ({
  x1: s.x - s.w / 2,
  y1: s.y - s.h / 2,
  x2: s.x + s.w / 2,
  y2: s.y + s.h / 2,
});

function* calon(titik: readonly Titik[], teks: string): Generator<LabelGaris> {
  const [w, h] = [lebar(teks), TINGGI];
  for (let i = 1; i < titik.length; i += 1) {
    const [a, b] = [titik[i - 1], titik[i]];
    if (!a || !b) return;
    if (a.y === b.y) {
      const arah = Math.sign(b.x - a.x);
      for (let maju = 0.3; maju + w < Math.abs(b.x - a.x) + w / 2; maju += 1.5)
        for (const sisi of [-1, 1])
          yield { teks, w, h, x: a.x + arah * (maju + w / 2), y: a.y + sisi * (h / 2 + CELAH) };
    } else {
      const arah = Math.sign(b.y - a.y);
      for (let maju = 0.2; maju < Math.abs(b.y - a.y); maju += 1)
        for (const sisi of [1, -1])
          yield { teks, w, h, x: a.x + sisi * (w / 2 + CELAH), y: a.y + arah * (maju + h / 2) };
    }
  }
}

/** Cells beyond which a label must not reach, and rules that it should not stand on. */
export interface BatasLabel {
  readonly x1: number;
  readonly x2: number;
  readonly y2: number;
  readonly garisX: readonly number[];
  readonly garisY: readonly number[];
}

/** The best free place along the polyline, or undefined where there is none. */
export function tempatLabel(
  titik: readonly Titik[],
  teks: string,
  halangan: readonly Kotak[],
  batas: BatasLabel,
): LabelGaris | undefined {
  let terbaik: { label: LabelGaris; biaya: number } | undefined;
  let urut = 0;
  for (const label of calon(titik, teks)) {
    urut += 1;
    const k = kotak(label);
    if (k.x1 < batas.x1 + 0.3 || k.x2 > batas.x2 - 0.3 || k.y1 < 0.2 || k.y2 > batas.y2 - 0.2) continue;
    if (halangan.some((h) => bertemu(k, h))) continue;
    const menimpa =
      batas.garisX.filter((x) => k.x1 < x && x < k.x2).length + batas.garisY.filter((y) => k.y1 < y && y < k.y2).length;
    const biaya = urut + 25 * menimpa;
    if (!terbaik || biaya < terbaik.biaya) terbaik = { label, biaya };
  }
  return terbaik?.label;
}

/** The box of a placed label. */
export const kotakLabel = kotak;
