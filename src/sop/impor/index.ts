/** The way back: an SOP's table from a file becomes a BPMN draft that opens in the modeler. */
import { SopError } from "../galat.js";
import { drafBpmn } from "./bpmn.js";
import { bacaTeks } from "./csv.js";
import { bacaDocx, bacaXlsx } from "./office.js";
import { type TabelSop, tabelDariBaris } from "./tabel.js";

/** Largest file that is looked at, in bytes. */
export const BERKAS_TERBESAR = 5 * 1_048_576;

/** Reads the table from a text, CSV, XLSX or DOCX file, told apart by what is inside; throws SopError with a sentence. */
export function bacaTabelSop(isi: Buffer): TabelSop {
  if (isi.length === 0) throw new SopError("Berkas ini kosong.");
  if (isi.length > BERKAS_TERBESAR) throw new SopError("Berkas ini terlalu besar; paling besar 5 MB.");
  if (isi.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") {
    if (isi.includes(0)) throw new SopError("Berkas ini bukan tabel SOP: gunakan teks, CSV, XLSX, atau DOCX.");
    return tabelDariBaris(bacaTeks(isi));
  }
  const docx = isi.includes("word/document.xml");
  const { baris, judul, alur } = docx ? bacaDocx(isi) : bacaXlsx(isi);
  return denganAlur(tabelDariBaris(baris, judul), alur);
}

/** The branches that the workbook's sheet Alur tells. */
function denganAlur(tabel: TabelSop, alur: readonly (readonly string[])[]): TabelSop {
  const cabang = alur
    .slice(1)
    .flatMap(([dari, ke, label]) => (label && label !== "ya" ? [[Number(dari), Number(ke)] as const] : []));
  const baris = tabel.baris.map((b) => {
    const ke = cabang.find(([dari]) => dari === b.nomor)?.[1];
    return ke === undefined ? b : { ...b, tidak: ke };
  });
  return { ...tabel, baris };
}

/** A draft, and what a person must decide before it can be put in force. */
export interface DrafSop {
  readonly kunci: string;
  readonly xml: string;
  readonly tabel: TabelSop;
  readonly pertanyaan: readonly string[];
}

/** Reads a file and draws its process; `nama` is the title where the file has none of its own. */
export function imporSop(isi: Buffer, nama = "SOP"): DrafSop {
  const terbaca = bacaTabelSop(isi);
  const tabel = { ...terbaca, judul: terbaca.judul || nama };
  return { tabel, ...drafBpmn(tabel) };
}
