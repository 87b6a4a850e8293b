/** Tables as an Excel workbook, one sheet each. */
import writeExcelFile, { type Cell, type Sheet } from "write-excel-file/node";
import { jamWib } from "../waktu/wib.js";
import type { JenisKolom, Sel, Tabel } from "./tabel.js";

const KEPALA = { fontWeight: "bold", backgroundColor: "#E6ECF2", wrap: true, alignVertical: "center" } as const;
/** XML 1.0 allows no other control characters; Excel would call the file damaged. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const TAK_TERTULIS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel's longest cell. */
const SEL_TERPANJANG = 32_767;

/** The workbook's bytes. Text is always written as text, so that nothing in it is ever calculated. */
export function xlsx(tabel: readonly Tabel[]): Promise<Buffer> {
  return writeExcelFile(tabel.map(lembar)).toBuffer();
}

function lembar({ nama, kolom, baris }: Tabel): Sheet<never> {
  const kepala = kolom.map((k): Cell => ({ ...KEPALA, value: k.judul, type: String }));
  const isi = baris.map((satu) => satu.map((s, i) => sel(s, kolom[i]?.jenis ?? "teks")));
  const columns = kolom.map((k) => ({ width: k.lebar }));
  return { sheet: nama, data: [kepala, ...isi], columns, stickyRowsCount: 1 };
}

function sel(isi: Sel, jenis: JenisKolom): Cell {
  if (isi === null) return null;
  if (isi instanceof Date) return { value: jamWib(isi), type: Date, format: "dd/mm/yyyy hh:mm" };
  if (typeof isi === "number") return { value: isi, type: Number, format: jenis === "persen" ? "0.0%" : "#,##0" };
  return { value: isi.replace(TAK_TERTULIS, "").slice(0, SEL_TERPANJANG), type: String };
}
