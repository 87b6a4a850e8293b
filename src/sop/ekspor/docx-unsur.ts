/** The few elements of WordprocessingML that the SOP needs. Lengths in mm, type sizes in points. */
import { el, lolosXml } from "../../ooxml/xml.js";
import type { Penggalan } from "./teks.js";

/** Attributes of the document's root: the prefixes `w`, `wp`, `a`, `mc`, `wpg` and `wps` with their namespaces. */
export const RUANG_NAMA = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
  "xmlns:wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
  "xmlns:wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
} as const;

/** Twentieths of a point, Word's unit of length, rounded. */
export const twip = (mm: number): number => Math.round((mm * 1440) / 25.4);

interface Huruf {
  readonly ukuran: number;
  readonly tebal?: boolean;
  readonly tersembunyi?: boolean;
}

/** Runs of text. */
export const runut = (isi: readonly Penggalan[], { ukuran, tebal, tersembunyi }: Huruf): string =>
  isi
    .map(({ teks, miring }) =>
      el(
        "w:r",
        {},
        el(
          "w:rPr",
          {},
          el("w:rFonts", { "w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial" }),
          tebal ? el("w:b") : "",
          miring ? el("w:i") : "",
          tersembunyi ? el("w:vanish") : "",
          el("w:sz", { "w:val": Math.round(ukuran * 2) }),
          el("w:lang", { "w:val": "id-ID" }),
        ),
        `<w:t xml:space="preserve">${lolosXml(teks)}</w:t>`,
      ),
    )
    .join("");

interface SifatAlinea {
  readonly rata?: "center";
  readonly halamanBaru?: boolean;
  /** Exact line height in points. */
  readonly baris?: number;
}

/** A paragraph without space around it. */
export function alinea(isi: string, { rata, halamanBaru, baris }: SifatAlinea = {}): string {
  const tinggi = baris === undefined ? {} : { "w:line": Math.round(baris * 20), "w:lineRule": "exact" };
  const sifat = [
    halamanBaru ? el("w:pageBreakBefore") : "",
    el("w:spacing", { "w:before": 0, "w:after": 0, ...tinggi }),
    rata ? el("w:jc", { "w:val": rata }) : "",
  ];
  return el("w:p", {}, el("w:pPr", {}, ...sifat), isi);
}

interface SifatSel {
  readonly lebar: number;
  readonly latar?: string;
  readonly kolom?: number;
  readonly gabung?: "mulai" | "lanjut";
}

/** A cell with its paragraphs, centred vertically. */
export const sel = (isi: string, { lebar, latar, kolom, gabung }: SifatSel): string =>
  el(
    "w:tc",
    {},
    el(
      "w:tcPr",
      {},
      el("w:tcW", { "w:w": twip(lebar), "w:type": "dxa" }),
      kolom === undefined || kolom < 2 ? "" : el("w:gridSpan", { "w:val": kolom }),
      gabung === undefined ? "" : el("w:vMerge", gabung === "mulai" ? { "w:val": "restart" } : {}),
      latar === undefined ? "" : el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": latar }),
      el("w:vAlign", { "w:val": "center" }),
    ),
    isi,
  );

/** Cells as `w:tc` XML; `kepala` repeats the row on every page that the table goes on to. */
export interface BarisTabel {
  /** Exact height; undefined for what the text needs. */
  readonly tinggi?: number;
  readonly kepala?: boolean;
  readonly sel: readonly string[];
}

function barisXml({ tinggi, kepala, sel: isi }: BarisTabel): string {
  const sifat = [
    el("w:cantSplit"),
    tinggi === undefined ? "" : el("w:trHeight", { "w:val": twip(tinggi), "w:hRule": "exact" }),
    kepala ? el("w:tblHeader") : "",
  ];
  return el("w:tr", {}, el("w:trPr", {}, ...sifat), ...isi);
}

/** A table with thin rules; rows are never split over pages. */
export function tabel(lebar: readonly number[], baris: readonly BarisTabel[]): string {
  const garis = ["top", "left", "bottom", "right", "insideH", "insideV"].map((s) =>
    el(`w:${s}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "000000" }),
  );
  const sisip = (s: string) => el(`w:${s}`, { "w:w": twip(1.4), "w:type": "dxa" });
  const sifat = [
    el("w:tblW", { "w:w": twip(lebar.reduce((a, b) => a + b, 0)), "w:type": "dxa" }),
    el("w:tblInd", { "w:w": 0, "w:type": "dxa" }),
    el("w:tblBorders", {}, ...garis),
    el("w:tblLayout", { "w:type": "fixed" }),
    el("w:tblCellMar", {}, sisip("left"), sisip("right")),
  ];
  const kisi = lebar.map((w) => el("w:gridCol", { "w:w": twip(w) }));
  return el("w:tbl", {}, el("w:tblPr", {}, ...sifat), el("w:tblGrid", {}, ...kisi), ...baris.map(barisXml));
}
