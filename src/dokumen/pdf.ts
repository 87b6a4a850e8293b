/** Is this a PDF that a reader can open? By its bytes (ISO 32000-1, 7.5), never by its name. */

/** Why a file is not taken. */
export type SebabBukanPdf = "BERKAS_KOSONG" | "BUKAN_PDF" | "PDF_RUSAK" | "PDF_TERKUNCI";

const EKOR_BYTE = 2048;
const KEPALA_XREF_BYTE = 65_536;

/** Undefined for a PDF that is whole and open; else the first reason against it. */
export function periksaPdf(isi: Buffer): SebabBukanPdf | undefined {
  if (isi.length === 0) return "BERKAS_KOSONG";
  if (!/^%PDF-[12]\.\d/.test(latin1(isi, 0, 8))) return "BUKAN_PDF";
  const ekor = latin1(isi, isi.length - EKOR_BYTE, isi.length);
  const letak = letakXref(ekor);
  // The last bytes of a file cut short by a broken upload name no cross-reference table, or one that is not there.
  if (letak === undefined) return "PDF_RUSAK";
  const xref = latin1(isi, letak, isi.length);
  if (/^\s*\d+\s+\d+\s+obj\b/.test(xref)) return terkunci(xref.slice(0, KEPALA_XREF_BYTE), "stream");
  return /^\s*xref\b/.test(xref) ? terkunci(bagianTrailer(xref), "startxref") : "PDF_RUSAK";
}

const latin1 = (isi: Buffer, dari: number, sampai: number): string => isi.toString("latin1", Math.max(0, dari), sampai);

function letakXref(ekor: string): number | undefined {
  const semua = [...ekor.matchAll(/startxref\s+(\d+)\s+%%EOF/g)];
  const letak = semua.at(-1)?.[1];
  return letak === undefined ? undefined : Number(letak);
}

/** The text from the first `trailer` on: it closes the table that startxref names. */
function bagianTrailer(xref: string): string {
  const letak = xref.search(/\btrailer\b/);
  return letak < 0 ? "" : xref.slice(letak, letak + KEPALA_XREF_BYTE);
}

/** Judges the dictionary that ends before `batas`: it needs a document root and may not name an encryption. */
function terkunci(kamus: string, batas: string): SebabBukanPdf | undefined {
  const isi = kamus.split(batas, 1)[0] ?? "";
  if (/\/Encrypt\b/.test(isi)) return "PDF_TERKUNCI";
  return /\/Root\b/.test(isi) ? undefined : "PDF_RUSAK";
}
