/** Where the words of a branch stand: beside the arrow's first pieces, clear of everything that is drawn. */
import type { BentukSimbol, LabelGaris, Titik } from "./tipe.js";

/** Left, top, right and bottom edge in mm, on the page's own axes. */
export interface Kotak {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const TINGGI = 2.5;
const CELAH = 0.45;
/** Clear of a diamond's slope, for labels that stand partly beside it. */
const CELAH_LERENG = 1.8;
/** 6 pt in mm. */
const EM = 2.117;

/** Width in mm of a label at 6 pt: narrow letters are a quarter of an em, the others a little more than half. */
const lebar = (teks: string): number =>
  Math.min(
    16,
    [...teks].reduce((w, huruf) => w + ("fijlrt' .".includes(huruf) ? 0.27 : 0.56) * EM, 0.4),
  );

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

/** Boxes that cover a symbol; beside the slopes of a diamond there is room for a label. */
export function kotakSimbol(s: BentukSimbol): Kotak[] {
  const bagian = s.jenis === "keputusan" ? [1, 0.75, 0.5, 0.25] : [1];
  return bagian.map((lebar) => {
    const [w, h] = [(s.w / 2) * lebar, (s.h / 2) * (bagian.length === 1 ? 1 : 1.25 - lebar)];
    return { x1: s.x - w, y1: s.y - h, x2: s.x + w, y2: s.y + h };
  });
}

/** Distances along a piece: from where it begins, and on the first piece also a little back, beside the symbol. */
function langkahMaju(ruas: number, panjang: number, jarak: number): number[] {
  const maju = Array.from({ length: Math.max(1, Math.ceil((panjang - 0.3) / jarak)) }, (_, i) => 0.3 + i * jarak);
  return ruas === 1 ? [...maju, -1.5, -3] : maju;
}

function* calon(titik: readonly Titik[], teks: string): Generator<LabelGaris> {
  const [w, h] = [lebar(teks), TINGGI];
  for (let i = 1; i < titik.length; i += 1) {
    const [a, b] = [titik[i - 1], titik[i]];
    if (!a || !b) return;
    if (a.y === b.y) {
      const arah = Math.sign(b.x - a.x);
      for (const maju of langkahMaju(i, Math.abs(b.x - a.x) - w / 2, 1.5))
        for (const sisi of [-1, 1])
          yield {
            teks,
            w,
            h,
            x: a.x + arah * (maju + w / 2),
            y: a.y + sisi * (h / 2 + (maju < 0 ? CELAH_LERENG : CELAH)),
          };
    } else {
      const arah = Math.sign(b.y - a.y);
      for (const maju of langkahMaju(i, Math.abs(b.y - a.y), 1))
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
