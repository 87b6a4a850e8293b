/** The drawing of one page's flow chart, in millimetres from the top left corner of the table's first row on that page. */
import type { Simbol } from "../dokumen.js";

/** In mm; `y` grows downwards. */
export interface Titik {
  readonly x: number;
  readonly y: number;
}

/** A symbol by its centre and size; `sambungan` is the off-page connector, with its letter and the page it leads to. */
export interface BentukSimbol extends Titik {
  readonly jenis: Simbol | "sambungan";
  readonly w: number;
  readonly h: number;
  /** Index of the row it belongs to; a connector belongs to the row beside which it stands. */
  readonly baris: number;
  readonly huruf?: string;
  /** For a connector: 0-based index of the page where the arrow goes on or comes from. */
  readonly halaman?: number;
}

/** An arrow as a polyline of horizontal and vertical pieces; its head is at the last point. */
export interface Garis {
  readonly titik: readonly Titik[];
  readonly label?: LabelGaris;
}

/** Words beside an arrow, by the centre of their box. */
export interface LabelGaris extends Titik {
  readonly teks: string;
  readonly w: number;
  readonly h: number;
}

/** A row on a page: its index, top and height; the symbol's centre line is `tengah`. */
export interface BarisHalaman {
  readonly baris: number;
  readonly y: number;
  readonly h: number;
  readonly tengah: number;
}

/** One page of the flow-chart table. */
export interface HalamanGambar {
  readonly baris: readonly BarisHalaman[];
  readonly tinggi: number;
  readonly simbol: readonly BentukSimbol[];
  readonly garis: readonly Garis[];
}
