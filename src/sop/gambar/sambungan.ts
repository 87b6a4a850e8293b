/** What a page's flow chart consists of before arrows are laid: symbols, off-page connectors, and the arrows asked for. */
import type { DokumenSop, Panah } from "../dokumen.js";
import { RUANG_SAMBUNGAN } from "./halaman.js";
import type { Permintaan } from "./jalur.js";
import { type Kolom, tengahLajur } from "./kolom.js";
import type { Arah } from "./pemakaian.js";
import type { BarisHalaman, BentukSimbol } from "./tipe.js";

/** A request with the words that stand beside the arrow. */
export interface PermintaanBerlabel extends Permintaan {
  readonly label: string;
}

/** Symbols and requests of one page. */
export interface Bahan {
  readonly simbol: BentukSimbol[];
  readonly minta: PermintaanBerlabel[];
}

const SAMBUNGAN = { w: 5.6, h: 5.8 };
const SEMUA_MASUK: readonly Arah[] = [0, 1, 2, 3];
const KELUAR: readonly Arah[] = [0, 1, 2];
const SAMPING: readonly Arah[] = [0, 2];

/** A, B, … Z, AA, … */
const huruf = (n: number): string => (n < 26 ? "" : huruf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Letters of the rows that arrows from other pages lead to, in the order of the rows. */
export function hurufSambungan(panah: readonly Panah[], halamanDari: readonly number[]): Map<number, string> {
  const tujuan = panah.filter((p) => halamanDari[p.dari] !== halamanDari[p.ke]).map((p) => p.ke);
  return new Map([...new Set(tujuan)].sort((a, b) => a - b).map((ke, i) => [ke, huruf(i)]));
}

interface Tempat {
  readonly x: number;
  readonly y: number;
  readonly arah: readonly Arah[];
}

/** Where a connector can stand beside a row's symbol: in a neighbouring column, or in its own where that is wide. */
function samping(d: DokumenSop, kolom: Kolom, b: BarisHalaman, terpakai: readonly BentukSimbol[]): Tempat | undefined {
  const lajur = d.baris[b.baris]?.lajur ?? 0;
  const maju = d.panah.find((p) => p.dari === b.baris && p.ke === b.baris + 1);
  const ke = (maju && d.baris[maju.ke]?.lajur) ?? lajur;
  const urutan = ke < lajur ? [1, -1] : [-1, 1];
  const x = (arah: number): number | undefined => {
    if (kolom.lajur.length === 1) return tengahLajur(kolom, 0) + arah * 12;
    const tetangga = lajur + arah;
    return tetangga >= 0 && tetangga < kolom.lajur.length ? tengahLajur(kolom, tetangga) : undefined;
  };
  const bebas = (calon: number) => !terpakai.some((s) => s.baris === b.baris && Math.abs(s.x - calon) < s.w);
  const calon = urutan.flatMap((a) => x(a) ?? []).filter(bebas);
  return calon[0] === undefined ? undefined : { x: calon[0], y: b.tengah, arah: SAMPING };
}

/** Lists the page's symbols and arrows; `halamanDari` answers a row's page. */
export function bahanHalaman(
  d: DokumenSop,
  kolom: Kolom,
  halaman: readonly BarisHalaman[],
  p: number,
  halamanDari: readonly number[],
  hurufKe: ReadonlyMap<number, string>,
): Bahan {
  const simbol: BentukSimbol[] = halaman.flatMap((b) => {
    const baris = d.baris[b.baris];
    if (baris?.lajur === undefined) return [];
    return [{ jenis: baris.simbol, baris: b.baris, x: tengahLajur(kolom, baris.lajur), y: b.tengah, ...kolom.simbol }];
  });
  const milik = (baris: number) => simbol.findIndex((s) => s.baris === baris && s.jenis !== "sambungan");
  const minta: PermintaanBerlabel[] = [];
  const awal = halaman[0];
  const akhir = halaman.at(-1);

  function sambung(baris: number, ke: number, lain: number, tempat: Tempat | undefined): number {
    const h = hurufKe.get(ke) ?? "";
    if (!tempat) return -1;
    return (
      simbol.push({ jenis: "sambungan", baris, huruf: h, halaman: lain, ...SAMBUNGAN, x: tempat.x, y: tempat.y }) - 1
    );
  }
  /** The zone under the last row or above the first, if this row is that one and its column is still free there. */
  function zona(b: BarisHalaman, bawah: boolean): Tempat | undefined {
    const tepi = bawah ? akhir : awal;
    const x = tengahLajur(kolom, d.baris[b.baris]?.lajur ?? 0);
    const y = bawah ? b.y + b.h - RUANG_SAMBUNGAN / 2 - 0.2 : b.y + RUANG_SAMBUNGAN / 2;
    const penuh = simbol.some((s) => s.jenis === "sambungan" && s.x === x && Math.abs(s.y - y) < 1);
    return tepi === b && !penuh ? { x, y, arah: [1] } : undefined;
  }

  for (const { dari, ke, label } of d.panah) {
    const [a, t] = [milik(dari), milik(ke)];
    const maju = ke > dari;
    const baiknya: Arah = maju ? 1 : 3;
    const [pa, pt] = [halamanDari[dari], halamanDari[ke]];
    if (dari === ke || pa === undefined || pt === undefined) continue;
    if (a >= 0 && t >= 0) minta.push({ dari: a, ke: t, label, keluar: KELUAR, masuk: SEMUA_MASUK, baiknya });
    else if (a >= 0 && pt !== p) {
      const b = halaman.find((h) => h.baris === dari);
      const tempat = b && ((maju ? zona(b, true) : undefined) ?? samping(d, kolom, b, simbol));
      const s = sambung(dari, ke, pt, tempat);
      if (tempat && s >= 0)
        minta.push({ dari: a, ke: s, label, keluar: KELUAR, masuk: tempat.arah, baiknya: tempat.arah[0] ?? 1 });
    } else if (t >= 0 && pa !== p) {
      const sudah = simbol.some((s) => s.jenis === "sambungan" && s.baris === ke && s.huruf === hurufKe.get(ke));
      const b = halaman.find((h) => h.baris === ke);
      if (sudah || !b) continue;
      const tempat = (maju ? zona(b, false) : undefined) ?? samping(d, kolom, b, simbol);
      const s = sambung(ke, ke, pa, tempat);
      if (tempat && s >= 0)
        minta.push({
          dari: s,
          ke: t,
          label: "",
          keluar: tempat.arah,
          masuk: SEMUA_MASUK,
          baiknya: tempat.arah[0] ?? 1,
        });
    }
  }
  return { simbol, minta };
}
