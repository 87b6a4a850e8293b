/** Which rows stand on which page: no row is split, pages are filled evenly, room is kept for the connectors. */
import type { BarisHalaman } from "./tipe.js";

/** Least height of a row in mm. */
const TINGGI_TERENDAH = 14;
/** Room above or below the rows of a page for its off-page connectors, in mm. */
export const RUANG_SAMBUNGAN = 8.5;

/** Fills pages up to `batas` mm with rows of the given heights; answers the index of each page's first row. */
function isi(tinggi: readonly number[], batas: number): number[] {
  const awal: number[] = [];
  let penuh = 0;
  tinggi.forEach((h, i) => {
    if (i > 0 && penuh + h <= batas) penuh += h;
    else {
      awal.push(i);
      penuh = h + (i > 0 ? RUANG_SAMBUNGAN : 0);
    }
  });
  return awal;
}

/** The least limit that needs no more pages than the full one: pages end up about equally long. */
function batasMerata(tinggi: readonly number[], batas: number): number {
  const halaman = isi(tinggi, batas).length;
  let [bawah, atas] = [Math.max(...tinggi) + RUANG_SAMBUNGAN, batas];
  while (atas - bawah > 1) {
    const coba = (bawah + atas) / 2;
    if (isi(tinggi, coba).length > halaman) bawah = coba;
    else atas = coba;
  }
  return atas;
}

/** Lays rows of the given text heights (mm) on pages of `ruang` mm; every page's rows with their places. */
export function bagiHalaman(tinggiTeks: readonly number[], ruang: number): BarisHalaman[][] {
  const tinggi = tinggiTeks.map((h) => Math.max(h, TINGGI_TERENDAH));
  if (tinggi.length === 0) return [];
  const utuh = tinggi.reduce((a, b) => a + b, 0) <= ruang;
  const awal = utuh ? [0] : isi(tinggi, batasMerata(tinggi, ruang - RUANG_SAMBUNGAN));
  return awal.map((a, p) => {
    const anggota = tinggi.slice(a, awal[p + 1]);
    let y = 0;
    return anggota.map((h, i) => {
      const atas = p > 0 && i === 0 ? RUANG_SAMBUNGAN : 0;
      const bawah = p + 1 < awal.length && i === anggota.length - 1 ? RUANG_SAMBUNGAN : 0;
      const baris = { baris: a + i, y, h: h + atas + bawah, tengah: y + atas + h / 2 };
      y += baris.h;
      return baris;
    });
  });
}
