/** The grid on which arrows run: lines in the actors' columns only, beside the symbols and never on the table's rules. */
import { type Kolom, tengahLajur } from "./kolom.js";
import type { BarisHalaman, BentukSimbol, Titik } from "./tipe.js";

/** Sorted x and y lines in mm; a node is `iy * x.length + ix`. */
export interface Kisi {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Distance of the outermost channel from a table rule, and between channels. */
const TEPI = 1.7;
const JARAK = 1.6;

const bulat = (n: number): number => Math.round(n * 100) / 100;
const urut = (n: readonly number[]): number[] => [...new Set(n.map(bulat))].sort((a, b) => a - b);

/** Room that two channels leave to the symbol; arrow heads need more of it than lines that pass by. */
const BEBAS_SAMPING = 1.4;
const BEBAS_KEPALA = 3;

/** Channels in a gap that begins at a rule and ends at a symbol: as many as keep clear of both, at most two. */
function saluran(celah: number, bebas: number): number[] {
  if (celah < TEPI + 1) return [celah / 2];
  return celah >= TEPI + JARAK + bebas ? [TEPI, TEPI + JARAK] : [TEPI];
}

function garisX(kolom: Kolom): number[] {
  return kolom.lajur.flatMap((lebar, i) => {
    const tengah = tengahLajur(kolom, i);
    const sisi = saluran((lebar - kolom.simbol.w) / 2, BEBAS_SAMPING).map((s) => lebar / 2 - s);
    return [tengah, ...sisi.flatMap((s) => [tengah - s, tengah + s])];
  });
}

function garisY(baris: BarisHalaman, kolom: Kolom): number[] {
  const atas = saluran(baris.tengah - kolom.simbol.h / 2 - baris.y, BEBAS_KEPALA).map((s) => baris.y + s);
  const bawah = saluran(baris.y + baris.h - baris.tengah - kolom.simbol.h / 2, BEBAS_KEPALA).map(
    (s) => baris.y + baris.h - s,
  );
  return [baris.tengah, ...atas, ...bawah];
}

/** The grid of one page, with a node in the centre of every symbol. */
export function buatKisi(kolom: Kolom, baris: readonly BarisHalaman[], simbol: readonly BentukSimbol[]): Kisi {
  return {
    x: urut([...garisX(kolom), ...simbol.map((s) => s.x)]),
    y: urut([...baris.flatMap((b) => garisY(b, kolom)), ...simbol.map((s) => s.y)]),
  };
}

/** The node at a point; the point must be one of the grid's. */
export const simpulDi = (kisi: Kisi, { x, y }: Titik): number =>
  kisi.y.indexOf(bulat(y)) * kisi.x.length + kisi.x.indexOf(bulat(x));

/** The point of a node. */
export const titikDari = (kisi: Kisi, simpul: number): Titik => ({
  x: kisi.x[simpul % kisi.x.length] ?? 0,
  y: kisi.y[Math.floor(simpul / kisi.x.length)] ?? 0,
});

/** Which nodes lie on or too near a symbol (less than `jarak` mm): the index of that symbol, or -1. */
export function terhalang(kisi: Kisi, simbol: readonly BentukSimbol[], jarak = 0.9): Int16Array {
  const hasil = new Int16Array(kisi.x.length * kisi.y.length).fill(-1);
  simbol.forEach((s, nomor) => {
    kisi.y.forEach((y, iy) => {
      if (Math.abs(y - s.y) >= s.h / 2 + jarak) return;
      kisi.x.forEach((x, ix) => {
        if (Math.abs(x - s.x) < s.w / 2 + jarak) hasil[iy * kisi.x.length + ix] = nomor;
      });
    });
  });
  return hasil;
}
