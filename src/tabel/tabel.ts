/** A table to be handed out as CSV or XLSX. */

/** `saat`: an instant, written as Jakarta's clock shows it. `persen`: a share, 0 to 1. */
export type JenisKolom = "teks" | "angka" | "saat" | "persen";

/** `lebar` in characters. */
export interface Kolom {
  readonly judul: string;
  readonly jenis: JenisKolom;
  readonly lebar: number;
}

/** A cell: text, a number, an instant, or nothing. */
export type Sel = string | number | Date | null;

/** One sheet; `nama` has at most 31 characters, as Excel wants. */
export interface Tabel {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  readonly baris: readonly (readonly Sel[])[];
}
