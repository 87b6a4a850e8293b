/** The columns of the flow-chart table on A4 landscape, in millimetres. */

/** Width of the table: 297 mm less margins of 12 mm. */
const LEBAR_TABEL = 273;

/** Column widths from left to right; `lajurX` is the left border of the first actor's column. */
export interface Kolom {
  readonly no: number;
  readonly aktivitas: number;
  readonly lajur: readonly number[];
  readonly persyaratan: number;
  readonly waktu: number;
  readonly output: number;
  readonly keterangan: number;
  readonly lajurX: number;
  /** Size of the symbols in these columns. */
  readonly simbol: { readonly w: number; readonly h: number };
}

const LEBAR_LAJUR = [34, 34, 27, 24, 21, 18, 16.5];
const LEBAR_SEMPIT = 15;
/** With more actors than this the words have no room left. */
export const LAJUR_PALING_BANYAK = 9;

/** The columns for a number of actors (at least one column, so that an SOP without actors has room for its symbols). */
export function susunKolom(pelaksana: number): Kolom {
  const banyak = Math.max(1, pelaksana);
  const lebar = LEBAR_LAJUR[banyak] ?? LEBAR_SEMPIT;
  const no = 8;
  const waktu = 15;
  const sisa = LEBAR_TABEL - no - waktu - lebar * banyak;
  const bagian = (persen: number) => Math.round(sisa * persen * 10) / 10;
  const aktivitas = bagian(0.31);
  const persyaratan = bagian(0.24);
  const output = bagian(0.24);
  return {
    no,
    aktivitas,
    lajur: Array.from({ length: banyak }, () => lebar),
    persyaratan,
    waktu,
    output,
    keterangan: Math.round((sisa - aktivitas - persyaratan - output) * 10) / 10,
    lajurX: no + aktivitas,
    simbol: { w: Math.min(11.5, lebar - 6), h: 6.4 },
  };
}

/** All widths in a row. */
export const lebarKolom = (k: Kolom): number[] => [
  k.no,
  k.aktivitas,
  ...k.lajur,
  k.persyaratan,
  k.waktu,
  k.output,
  k.keterangan,
];

/** The centre of an actor's column. */
export const tengahLajur = (k: Kolom, lajur: number): number =>
  k.lajurX + k.lajur.slice(0, lajur).reduce((a, b) => a + b, 0) + (k.lajur[lajur] ?? 0) / 2;
