/** Fits an SOP on its pages: measures the words, picks the type size, draws the flow chart. */
import { z } from "zod";
import type { DokumenSop } from "../dokumen.js";
import { SopError } from "../galat.js";
import { RUANG_SAMBUNGAN } from "../gambar/halaman.js";
import { susunGambar } from "../gambar/index.js";
import { type Kolom, LAJUR_PALING_BANYAK, susunKolom } from "../gambar/kolom.js";
import type { HalamanGambar } from "../gambar/tipe.js";
import { naskahUkur } from "./naskah.js";

/** What the words need in mm: a height per row, and that of the table's second heading row. */
export const Ukuran = z.object({ baris: z.array(z.number()), kepala: z.number() });
export type Ukuran = z.infer<typeof Ukuran>;

/** Answers what the rows need in the given type size (pt). */
export type Pengukur = (naskah: ReturnType<typeof naskahUkur>) => Ukuran;

/** Height of a page's title in mm. */
export const TINGGI_JUDUL = 10;
/** Height of the heading row above the actors' names, in mm. */
export const KEPALA_ATAS = 6;
/** A4 landscape less margins of 12 mm and a line that the rules take up. */
const TINGGI_ISI = 210 - 24 - TINGGI_JUDUL - 1;
/** Air above and below the words of the row's longest cell, in mm. */
const NAPAS = 1.2;
const UKURAN_HURUF = [8.5, 8, 7.5, 7, 6.5, 6, 5];

/** An SOP with its columns, type size and drawing; all lengths in mm. */
export interface TataSop {
  readonly dokumen: DokumenSop;
  readonly kolom: Kolom;
  readonly ukuran: number;
  readonly tinggiKepala: number;
  readonly halaman: readonly HalamanGambar[];
}

/** Lays out an SOP on pages of `tinggiIsi` mm (heading rows included); throws SopError where it has too many actors or a row that no page can hold. */
export function tataSop(d: DokumenSop, ukur: Pengukur, tinggiIsi: number = TINGGI_ISI): TataSop {
  if (d.baris.length === 0) throw new SopError("Diagram ini tidak memuat satu pun langkah SOP.");
  if (d.pelaksana.length > LAJUR_PALING_BANYAK)
    throw new SopError(`SOP ini mempunyai ${d.pelaksana.length} pelaksana; paling banyak ${LAJUR_PALING_BANYAK}.`);
  const kolom = susunKolom(d.pelaksana.length);
  for (const ukuran of UKURAN_HURUF) {
    const { baris, kepala } = ukur(naskahUkur(d, kolom, ukuran));
    const tinggiKepala = KEPALA_ATAS + Math.max(kepala, KEPALA_ATAS);
    const ruang = tinggiIsi - tinggiKepala;
    if (Math.max(...baris) + NAPAS + 2 * RUANG_SAMBUNGAN > ruang) continue;
    return {
      dokumen: d,
      kolom,
      ukuran,
      tinggiKepala,
      halaman: susunGambar(
        d,
        kolom,
        baris.map((h) => h + NAPAS),
        ruang,
      ),
    };
  }
  throw new SopError("Ada langkah atau nama pelaksana yang terlalu panjang untuk satu halaman; ringkas tulisannya.");
}
