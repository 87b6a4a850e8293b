/** Tables in text files: CSV as spreadsheets write it (comma or semicolon), or tab-separated lines. */
import { lepasRumus } from "../ekspor/csv.js";
import { SopError } from "../galat.js";

const teksDari = (isi: Buffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(isi).replace(/^\uFEFF/, "");
  } catch (error) {
    throw new SopError("Berkas ini bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8, XLSX, atau DOCX.", {
      cause: error,
    });
  }
};

/** Tab-separated lines have no quoting. */
const barisTab = (teks: string): string[][] => teks.split(/\r?\n/).map((b) => b.split("\t"));

/** RFC 4180 with the given separator; a quoted cell may hold line breaks. */
function barisCsv(teks: string, pemisah: string): string[][] {
  const baris: string[][] = [[]];
  const pola = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${pemisah}\\r\\n][^${pemisah}\\r\\n]*|))(${pemisah}|\\r?\\n|$)`,
    "y",
  );
  while (pola.lastIndex < teks.length) {
    const di = pola.lastIndex;
    const cocok = pola.exec(teks);
    if (!cocok)
      throw new SopError(`Berkas CSV ini rusak di sekitar huruf ke-${di + 1}: tanda kutip tidak berpasangan.`);
    const sel = cocok[1]?.replaceAll('""', '"') ?? cocok[2] ?? "";
    baris.at(-1)?.push(lepasRumus(sel));
    if (cocok[3] === "" || cocok[3] === undefined) break;
    if (cocok[3] !== pemisah) baris.push([]);
  }
  return baris;
}

/** The cells of a text file. */
export function bacaTeks(isi: Buffer): string[][] {
  const teks = teksDari(isi);
  if (/^no\t/im.test(teks)) return barisTab(teks);
  const kepala = /^"?no\.?"?[,;]/im.exec(teks)?.[0] ?? ",";
  return barisCsv(teks, kepala.at(-1) ?? ",");
}
