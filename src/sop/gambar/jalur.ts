/** Finds the way of one arrow over the grid: short, with few bends, around symbols, crossing other arrows only if it must. */
import { type Kisi, simpulDi, titikDari } from "./kisi.js";
import { ARAH, type Arah, balik, type Pemakaian, type Rute } from "./pemakaian.js";
import type { BentukSimbol } from "./tipe.js";
import { buatTumpukan } from "./tumpukan.js";

/** What an arrow asks for: symbols by index, and the sides where it may leave and arrive (directions of travel). */
export interface Permintaan {
  readonly dari: number;
  readonly ke: number;
  readonly keluar: readonly Arah[];
  readonly masuk: readonly Arah[];
  /** The direction in which it should arrive; another costs a little. */
  readonly baiknya: Arah;
}

/** A route and its cost in mm (bends and crossings counted as detours). */
export interface Temuan extends Rute {
  readonly biaya: number;
  readonly silang: number;
}

const BELOK = 6;
const SILANG = 60;
const SISI_LAIN = 4;

/** The page as the search sees it; `halangan` holds for each node the index of the symbol on it, or -1. */
export interface Lapangan {
  readonly kisi: Kisi;
  readonly simbol: readonly BentukSimbol[];
  readonly halangan: Int16Array;
}

/** The cheapest way, or undefined where there is none. */
export function cariJalur(lapangan: Lapangan, pakai: Pemakaian, minta: Permintaan): Temuan | undefined {
  const { kisi, simbol, halangan } = lapangan;
  const [asal, tujuan] = [simbol[minta.dari], simbol[minta.ke]];
  if (!asal || !tujuan) return undefined;
  const [lebar, tinggi] = [kisi.x.length, kisi.y.length];
  const [mulai, akhir] = [simpulDi(kisi, asal), simpulDi(kisi, tujuan)];
  const jarak = new Float64Array(lebar * tinggi * 4).fill(Number.POSITIVE_INFINITY);
  const dari = new Int32Array(lebar * tinggi * 4).fill(-1);
  const silang = new Uint16Array(lebar * tinggi * 4);
  const antre = buatTumpukan();
  const duga = (n: number): number => {
    const t = titikDari(kisi, n);
    return 0.9 * (Math.abs(t.x - tujuan.x) + Math.abs(t.y - tujuan.y));
  };
  const tetangga = (n: number, a: Arah): number => {
    const [ix, iy] = [n % lebar, Math.floor(n / lebar)];
    if (a === 0) return ix + 1 < lebar ? n + 1 : -1;
    if (a === 2) return ix > 0 ? n - 1 : -1;
    if (a === 1) return iy + 1 < tinggi ? n + lebar : -1;
    return iy > 0 ? n - lebar : -1;
  };
  const panjang = (a: number, b: number): number => {
    const [p, q] = [titikDari(kisi, a), titikDari(kisi, b)];
    return Math.abs(p.x - q.x) + Math.abs(p.y - q.y);
  };

  /** Takes one step; state = node and direction of arrival. */
  function langkah(n: number, a: Arah, biaya: number, lewatSilang: number, asalKeadaan: number): void {
    const b = tetangga(n, a);
    if (b < 0) return;
    const halang = halangan[b] ?? -1;
    if (halang >= 0 && halang !== minta.dari && halang !== minta.ke) return;
    const faktor = pakai.ruas(n, b, minta.ke);
    if (faktor < 0) return;
    if (b === akhir && !(minta.masuk.includes(a) && pakai.masukBoleh(minta.ke, a))) return;
    const sisi = b === akhir && a !== minta.baiknya ? SISI_LAIN : 0;
    const baru = biaya + panjang(n, b) * faktor + sisi;
    const keadaan = b * 4 + a;
    if (baru >= (jarak[keadaan] ?? 0)) return;
    jarak[keadaan] = baru;
    dari[keadaan] = asalKeadaan;
    silang[keadaan] = lewatSilang;
    antre.tambah(keadaan, baru + duga(b));
  }

  for (const a of minta.keluar) if (pakai.keluarBoleh(minta.dari, a)) langkah(mulai, a, 0, 0, -1);
  for (let k = antre.ambil(); k !== undefined; k = antre.ambil()) {
    const [n, masuk] = [k >> 2, (k & 3) as Arah];
    const biaya = jarak[k] ?? 0;
    if (n === akhir) return { ...hasil(k), biaya, silang: silang[k] ?? 0 };
    if (n === mulai) continue;
    const dalam = (halangan[n] ?? -1) >= 0;
    for (const a of ARAH) {
      if (a === balik(masuk) || (dalam && a !== masuk)) continue;
      const potong = pakai.simpul(n, masuk, a, minta.ke);
      if (potong < 0) continue;
      langkah(n, a, biaya + potong * SILANG + (a === masuk ? 0 : BELOK), (silang[k] ?? 0) + potong, k);
    }
  }
  return undefined;

  function hasil(k: number): Rute {
    const simpul: number[] = [];
    for (let i = k; i >= 0; i = dari[i] ?? -1) simpul.unshift(i >> 2);
    return { simpul: [mulai, ...simpul], dari: minta.dari, ke: minta.ke };
  }
}
