/** Workbooks: cells are always text (never formulas), with italics, wrapping, merged cells, print set-up and shapes. */
import { berkasXml, el, lolosXml } from "./xml.js";
import { tulisZip } from "./zip.js";

/** A run of a cell's text. */
export interface Runut {
  readonly teks: string;
  readonly miring?: boolean;
}

/** `kepala`: bold on grey, centred; `tengah`: centred; `tersembunyi`: there, but not shown; `judul`: large and bold. */
export type GayaSel = "biasa" | "kepala" | "tengah" | "tersembunyi" | "judul" | "tebal";
const GAYA: readonly GayaSel[] = ["biasa", "kepala", "tengah", "tersembunyi", "judul", "tebal"];

/** Text in runs, one after another; without `gaya` it is `biasa`. */
export interface Sel {
  readonly isi: readonly Runut[];
  readonly gaya?: GayaSel;
}

/** A sheet, printed on A4 landscape; `nama` is its tab's. */
export interface Lembar {
  readonly nama: string;
  /** Column widths in mm. */
  readonly kolom: readonly number[];
  /** Rows of cells; `tinggi` in mm, undefined for what the text needs. */
  readonly baris: readonly { readonly sel: readonly (Sel | undefined)[]; readonly tinggi?: number }[];
  /** Merged cells, like `A1:J1`. */
  readonly gabung?: readonly string[];
  /** First and last row (from 1) that repeat on every printed page. */
  readonly ulang?: readonly [number, number];
  /** Rows (from 1) after which a printed page ends. */
  readonly putus?: readonly number[];
  /** XML of `xdr:…Anchor` elements. */
  readonly gambar?: readonly string[];
}

const RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PAKET = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Percent; spreadsheets ignore set page ends where they fit a sheet to the page themselves. */
const SKALA_CETAK = 95;

/** `0` → `A`, `26` → `AA`. */
export const hurufKolom = (n: number): string =>
  (n < 26 ? "" : hurufKolom(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Width in characters of the default font, as the format wants it. */
const lebarHuruf = (mm: number): number => Math.round((((mm * 96) / 25.4 - 5) / 7) * 100) / 100;
const titik = (mm: number): number => Math.round(((mm * 72) / 25.4) * 4) / 4;

const runut = ({ teks, miring }: Runut, tebal: boolean, besar: number): string =>
  el(
    "r",
    {},
    el("rPr", {}, tebal ? el("b") : "", miring ? el("i") : "", el("sz", { val: besar }), el("rFont", { val: "Arial" })),
    `<t xml:space="preserve">${lolosXml(teks)}</t>`,
  );

function sel(s: Sel | undefined, baris: number, kolom: number): string {
  if (s === undefined) return "";
  const r = `${hurufKolom(kolom)}${baris}`;
  const gaya = GAYA.indexOf(s.gaya ?? "biasa") + 1;
  const tebal = s.gaya === "kepala" || s.gaya === "tebal" || s.gaya === "judul";
  const besar = s.gaya === "judul" ? 11 : 8;
  const polos = s.isi.every((i) => i.miring !== true);
  if (s.isi.length === 0) return el("c", { r, s: gaya });
  const teks = `<t xml:space="preserve">${lolosXml(s.isi.map((i) => i.teks).join(""))}</t>`;
  const isi = polos ? teks : s.isi.map((i) => runut(i, tebal, besar)).join("");
  return el("c", { r, s: gaya, t: "inlineStr" }, el("is", {}, isi));
}

function lembar(l: Lembar): string {
  const kolom = l.kolom.map((mm, i) => el("col", { min: i + 1, max: i + 1, width: lebarHuruf(mm), customWidth: 1 }));
  const baris = l.baris.map((b, i) =>
    el(
      "row",
      {
        r: i + 1,
        ht: b.tinggi === undefined ? undefined : titik(b.tinggi),
        customHeight: b.tinggi === undefined ? undefined : 1,
      },
      ...b.sel.map((s, k) => sel(s, i + 1, k)),
    ),
  );
  const putus = l.putus ?? [];
  const gabung = l.gabung ?? [];
  return el(
    "worksheet",
    { xmlns: UTAMA, "xmlns:r": RELASI },
    el("sheetViews", {}, el("sheetView", { showGridLines: 0, workbookViewId: 0 })),
    el("sheetFormatPr", { defaultRowHeight: 15 }),
    el("cols", {}, ...kolom),
    baris.length > 0 ? el("sheetData", {}, ...baris) : el("sheetData"),
    gabung.length > 0
      ? el("mergeCells", { count: gabung.length }, ...gabung.map((ref) => el("mergeCell", { ref })))
      : "",
    el("printOptions", { horizontalCentered: 1 }),
    el("pageMargins", { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.2 }),
    el("pageSetup", { paperSize: 9, scale: SKALA_CETAK, orientation: "landscape" }),
    el("headerFooter", {}, el("oddFooter", {}, lolosXml("&R&8Halaman &P dari &N"))),
    putus.length > 0
      ? el(
          "rowBreaks",
          { count: putus.length, manualBreakCount: putus.length },
          ...putus.map((id) => el("brk", { id, max: 16383, man: 1 })),
        )
      : "",
    l.gambar === undefined ? "" : el("drawing", { "r:id": "rId1" }),
  );
}

function gaya(): string {
  const huruf = (tebal: boolean, besar = 8) =>
    el(
      "font",
      {},
      tebal ? el("b") : "",
      el("sz", { val: besar }),
      el("name", { val: "Arial" }),
      el("family", { val: 2 }),
    );
  const sisi = ["left", "right", "top", "bottom"].map((s) =>
    el(s, { style: "thin" }, el("color", { rgb: "FF000000" })),
  );
  const xf = (font: number, isi: number, rata: string, format = 0, tepi = 1) =>
    el(
      "xf",
      {
        numFmtId: format,
        fontId: font,
        fillId: isi,
        borderId: tepi,
        xfId: 0,
        applyAlignment: 1,
        applyNumberFormat: 1,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        quotePrefix: 1,
      },
      el("alignment", { horizontal: rata, vertical: "center", wrapText: 1 }),
    );
  return el(
    "styleSheet",
    { xmlns: UTAMA },
    el("numFmts", { count: 1 }, el("numFmt", { numFmtId: 164, formatCode: ";;;" })),
    el("fonts", { count: 4 }, huruf(false, 10), huruf(false), huruf(true), huruf(true, 11)),
    el(
      "fills",
      { count: 3 },
      el("fill", {}, el("patternFill", { patternType: "none" })),
      el("fill", {}, el("patternFill", { patternType: "gray125" })),
      el("fill", {}, el("patternFill", { patternType: "solid" }, el("fgColor", { rgb: "FFE8E8E8" }))),
    ),
    el("borders", { count: 2 }, el("border"), el("border", {}, ...sisi)),
    el("cellStyleXfs", { count: 1 }, el("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    el(
      "cellXfs",
      { count: GAYA.length + 1 },
      el("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      xf(1, 0, "left"),
      xf(2, 2, "center"),
      xf(1, 0, "center"),
      xf(1, 0, "center", 164),
      xf(3, 0, "center", 0, 0),
      xf(2, 0, "left"),
    ),
  );
}

const relasi = (daftar: readonly (readonly [string, string])[]): string =>
  berkasXml(
    el(
      "Relationships",
      { xmlns: PAKET },
      ...daftar.map(([jenis, target], i) =>
        el("Relationship", { Id: `rId${i + 1}`, Type: `${RELASI}/${jenis}`, Target: target }),
      ),
    ),
  );

const lembarTipe = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The bytes of a workbook with these sheets. */
export function tulisXlsx(daftar: readonly Lembar[]): Buffer {
  const berkas: Record<string, string> = {};
  const bergambar = daftar.flatMap((l, i) => (l.gambar === undefined ? [] : [i + 1]));
  const tipe = [
    el("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    el("Default", { Extension: "xml", ContentType: "application/xml" }),
    el("Override", { PartName: "/xl/workbook.xml", ContentType: `${lembarTipe}.sheet.main+xml` }),
    el("Override", { PartName: "/xl/styles.xml", ContentType: `${lembarTipe}.styles+xml` }),
    ...daftar.map((_, i) =>
      el("Override", { PartName: `/xl/worksheets/sheet${i + 1}.xml`, ContentType: `${lembarTipe}.worksheet+xml` }),
    ),
    ...bergambar.map((n) =>
      el("Override", {
        PartName: `/xl/drawings/drawing${n}.xml`,
        ContentType: "application/vnd.openxmlformats-officedocument.drawing+xml",
      }),
    ),
  ];
  berkas["[Content_Types].xml"] = berkasXml(
    el("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, ...tipe),
  );
  berkas["_rels/.rels"] = relasi([["officeDocument", "xl/workbook.xml"]]);
  const nama = daftar.map((l, i) => el("sheet", { name: l.nama, sheetId: i + 1, "r:id": `rId${i + 1}` }));
  const ulang = daftar.flatMap((l, i) =>
    l.ulang
      ? [
          el(
            "definedName",
            { name: "_xlnm.Print_Titles", localSheetId: i },
            lolosXml(`'${l.nama}'!$${l.ulang[0]}:$${l.ulang[1]}`),
          ),
        ]
      : [],
  );
  berkas["xl/workbook.xml"] = berkasXml(
    el(
      "workbook",
      { xmlns: UTAMA, "xmlns:r": RELASI },
      el("sheets", {}, ...nama),
      ulang.length > 0 ? el("definedNames", {}, ...ulang) : "",
    ),
  );
  berkas["xl/_rels/workbook.xml.rels"] = relasi([
    ...daftar.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
    ["styles", "styles.xml"],
  ]);
  berkas["xl/styles.xml"] = berkasXml(gaya());
  daftar.forEach((l, i) => {
    berkas[`xl/worksheets/sheet${i + 1}.xml`] = berkasXml(lembar(l));
    if (l.gambar === undefined) return;
    berkas[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relasi([["drawing", `../drawings/drawing${i + 1}.xml`]]);
    berkas[`xl/drawings/drawing${i + 1}.xml`] = berkasXml(
      el(
        "xdr:wsDr",
        {
          "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
          "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        },
        ...l.gambar,
      ),
    );
  });
  return tulisZip(berkas);
}
