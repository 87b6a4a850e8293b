/** The flow-chart table as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it right). */
import type { BarisSop, DokumenSop } from "../dokumen.js";

/** Names of the columns left and right of the actors' columns. */
const KOLOM_KIRI = ["No", "Aktivitas"] as const;
const KOLOM_KANAN = ["Persyaratan/Perlengkapan", "Waktu", "Output", "Keterangan"] as const;

/** What a spreadsheet would run as a formula. */
const RUMUS = /^'*[=+\-@\t\r]/;

/** Makes a cell harmless to spreadsheets by an apostrophe in front; `lepasRumus` takes it away again. */
const amankanRumus = (sel: string): string => (RUMUS.test(sel) ? `'${sel}` : sel);
/** The cell as it was before: one apostrophe less where it guards a formula; text of people stays as it is. */
export const lepasRumus = (sel: string): string => (/^'+[=+\-@\t\r]/.test(sel) ? sel.slice(1) : sel);

/** The cells of a row: number, words, one cell per actor with the symbol's name or nothing, words. */
const barisTabel = (b: BarisSop, pelaksana: number): string[] => [
  String(b.nomor),
  b.aktivitas,
  ...Array.from({ length: pelaksana }, (_, i) => (i === b.lajur ? b.simbol : "")),
  b.persyaratan,
  b.waktu,
  b.output,
  b.keterangan,
];

const kutip = (sel: string): string => (/[",\r\n]/.test(sel) ? `"${sel.replaceAll('"', '""')}"` : sel);

/** The table with its heading row; italics stay marked with `<i>`. */
export function csvSop(d: DokumenSop): string {
  const kepala = [...KOLOM_KIRI, ...d.pelaksana, ...KOLOM_KANAN];
  const baris = [kepala, ...d.baris.map((b) => barisTabel(b, d.pelaksana.length))];
  return `\uFEFF${baris.map((b) => `${b.map((sel) => kutip(amankanRumus(sel))).join(",")}\r\n`).join("")}`;
}
