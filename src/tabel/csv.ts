/** Tables as CSV that Excel in Indonesian opens as it is: UTF-8 with its mark, semicolons (its decimal sign is the comma). */
import { jamWib } from "../waktu/wib.js";
import type { Sel, Tabel } from "./tabel.js";

const PEMISAH = ";";
/** A spreadsheet takes a cell that begins so for a formula, or drops what is before it. */
const RUMUS = /^[=+\-@\t\r]/;

/** The tables one below the other, with their names where there are several; lines end with CR LF (RFC 4180). */
export function csv(tabel: readonly Tabel[]): Buffer {
  const bagian = tabel.map(({ nama, kolom, baris }) =>
    [...(tabel.length > 1 ? [[nama]] : []), kolom.map((k) => k.judul), ...baris]
      .map((satu) => satu.map(sel).join(PEMISAH))
      .join("\r\n"),
  );
  return Buffer.from(`\uFEFF${bagian.join("\r\n\r\n")}\r\n`);
}

function sel(isi: Sel): string {
  if (isi === null) return "";
  if (isi instanceof Date) return jamWib(isi).toISOString().slice(0, 16).replace("T", " ");
  if (typeof isi === "number") return String(isi).replace(".", ",");
  return kutip(teksAman(isi));
}

/** Text that no spreadsheet calculates with: an apostrophe makes it text. */
const teksAman = (teks: string): string => (RUMUS.test(teks) ? `'${teks}` : teks);

const kutip = (teks: string): string => (/[";,\r\n]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks);
