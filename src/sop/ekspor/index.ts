/** The SOP document in every format it is asked for. */
import type { DokumenSop } from "../dokumen.js";
import { csvSop } from "./csv.js";
import { docxSop } from "./docx.js";
import { htmlSop } from "./html.js";
import { jsonSop } from "./json.js";
import type { PencetakSop } from "./pdf.js";
import { xlsxSop } from "./xlsx.js";

/** Formats by their file name's ending, with their media types. */
export const FORMAT_SOP = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;
/** A key of FORMAT_SOP: the ending in `GET /sop/{kunci}.{format}`, and the word that `npm run sop` takes. */
export type FormatSop = keyof typeof FORMAT_SOP;

/** Whether a word names a format. */
export const formatSop = (teks: string): teks is FormatSop => Object.hasOwn(FORMAT_SOP, teks);

/** The file's bytes; throws SopError with a sentence where this SOP cannot be printed. */
export function eksporSop(format: FormatSop, d: DokumenSop, pencetak: PencetakSop): Buffer {
  switch (format) {
    case "pdf":
      return pencetak.pdf(d);
    case "docx":
      return docxSop(pencetak.tata(d), pencetak.kop);
    case "xlsx":
      return xlsxSop(pencetak.tata(d), pencetak.kop);
    case "html":
      return Buffer.from(htmlSop(pencetak.tata(d, Number.POSITIVE_INFINITY), pencetak.kop));
    case "csv":
      return Buffer.from(csvSop(d));
    case "json":
      return Buffer.from(`${JSON.stringify(jsonSop(d), null, 2)}\n`);
  }
}

export { createPencetakSop, type PencetakSop } from "./pdf.js";
