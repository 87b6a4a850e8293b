/** Which arrows already run where on a page: they may cross at right angles, and join others that have the same goal. */
import { type Kisi, titikDari } from "./kisi.js";
import type { Titik } from "./tipe.js";

/** Directions of travel: right, down, left, up. */
export const ARAH = [0, 1, 2, 3] as const;
/** Even runs level, odd upright. */
export type Arah = (typeof ARAH)[number];
/** Right against left, down against up. */
export const balik = (a: Arah): Arah => ((a + 2) % 4) as Arah;

/** A routed arrow: the nodes it passes and the symbol it leads to. */
export interface Rute {
  readonly simpul: readonly number[];
  readonly dari: number;
  readonly ke: number;
}

interface Lewat {
  readonly ke: number;
  readonly datar: boolean;
  readonly tegak: boolean;
}

/** The arrows laid so far; `-1` from a question means that the move is forbidden, otherwise its extra cost. */
export interface Pemakaian {
  catat(rute: Rute): void;
  /** Cost factor of the piece from one node to the next, or -1. */
  ruas(a: number, b: number, ke: number): number;
  /** Number of crossings made by passing a node, or -1. */
  simpul(n: number, masuk: Arah, keluar: Arah, ke: number): number;
  keluarBoleh(simbol: number, arah: Arah): boolean;
  masukBoleh(simbol: number, arah: Arah): boolean;
  /** Whether an arrow to this symbol passes the node already. */
  terpakai(n: number, ke: number): boolean;
}

/** Direction from one neighbouring node to the next, on a grid `lebar` nodes wide. */
function arahRuas(a: number, b: number, lebar: number): Arah {
  if (Math.floor(a / lebar) === Math.floor(b / lebar)) return b > a ? 0 : 2;
  return b > a ? 1 : 3;
}

/** An empty record for a grid `lebar` nodes wide. */
export function buatPemakaian(lebar: number): Pemakaian {
  const ruas = new Map<string, number>();
  const simpul = new Map<number, Lewat[]>();
  const sisiKeluar = new Set<string>();
  const sisiMasuk = new Set<string>();
  const sisi = (simbol: number, arah: Arah) => `${simbol} ${arah}`;
  return {
    catat({ simpul: jalan, dari, ke }) {
      jalan.forEach((n, i) => {
        const [sebelum, sesudah] = [jalan[i - 1], jalan[i + 1]];
        const arah = [
          ...(sebelum === undefined ? [] : [arahRuas(sebelum, n, lebar)]),
          ...(sesudah === undefined ? [] : [arahRuas(n, sesudah, lebar)]),
        ];
        const lewat = { ke, datar: arah.some((a) => a % 2 === 0), tegak: arah.some((a) => a % 2 === 1) };
        simpul.set(n, [...(simpul.get(n) ?? []), lewat]);
        if (sesudah !== undefined) ruas.set(`${n} ${sesudah}`, ke);
        if (sebelum === undefined && arah[0] !== undefined) sisiKeluar.add(sisi(dari, arah[0]));
        if (sesudah === undefined && arah[0] !== undefined) sisiMasuk.add(sisi(ke, balik(arah[0])));
      });
    },
    ruas(a, b, ke) {
      if (ruas.has(`${b} ${a}`)) return -1;
      const milik = ruas.get(`${a} ${b}`);
      if (milik === undefined) return 1;
      return milik === ke ? 0.9 : -1;
    },
    simpul(n, masuk, keluar, ke) {
      const lain = (simpul.get(n) ?? []).filter((l) => l.ke !== ke);
      if (lain.length === 0) return 0;
      if (masuk !== keluar) return -1;
      const sejajar = masuk % 2 === 0 ? (l: Lewat) => l.datar : (l: Lewat) => l.tegak;
      return lain.some(sejajar) ? -1 : lain.length;
    },
    keluarBoleh: (simbol, arah) => !sisiKeluar.has(sisi(simbol, arah)) && !sisiMasuk.has(sisi(simbol, arah)),
    masukBoleh: (simbol, arah) => !sisiKeluar.has(sisi(simbol, balik(arah))),
    terpakai: (n, ke) => (simpul.get(n) ?? []).some((l) => l.ke === ke),
  };
}

/** Drops the nodes inside straight pieces: the corners of a route, from its first to its last node. */
export function sudut(kisi: Kisi, simpul: readonly number[]): Titik[] {
  const titik = simpul.map((n) => titikDari(kisi, n));
  return titik.filter((t, i) => {
    const [a, b] = [titik[i - 1], titik[i + 1]];
    if (!a || !b) return true;
    return !((a.x === t.x && t.x === b.x) || (a.y === t.y && t.y === b.y));
  });
}
