/** The SOP as a Word document: identity sheet, one table per page of the flow chart, notes. */
import { berkasXml, el, lolosXml } from "../../ooxml/xml.js";
import { tulisZip } from "../../ooxml/zip.js";
import { polos } from "../diagram.js";
import { gambarDocx, tabelDocx } from "./docx-bagan.js";
import { identitasDocx } from "./docx-identitas.js";
import { alinea, RUANG_NAMA, runut, twip } from "./docx-unsur.js";
import { naskahCatatan, naskahIdentitas } from "./naskah.js";
import { type TataSop, TINGGI_JUDUL } from "./tata.js";
import { penggalan } from "./teks.js";

/** Margins of the paper in mm. */
const TEPI = 12;

function catatan(d: TataSop["dokumen"]): string {
  const biasa = (teks: string) => [{ teks, miring: false }];
  const isi = naskahCatatan(d.catatan).map((c) =>
    alinea(runut(biasa(`${c.langkah}. `), { ukuran: 7.5, tebal: true }) + runut(c.teks, { ukuran: 7.5 })),
  );
  return isi.length === 0 ? "" : alinea(runut(biasa("Catatan"), { ukuran: 8, tebal: true })) + isi.join("");
}

/** The bytes of the document. */
export function docxSop(tata: TataSop, kop: Parameters<typeof naskahIdentitas>[1]): Buffer {
  const d = tata.dokumen;
  const judul = runut(penggalan(d.identitas.nama), { ukuran: 10, tebal: true });
  const letak = { x: TEPI, y: TEPI + TINGGI_JUDUL + tata.tinggiKepala };
  const sifat = { rata: "center", halamanBaru: true, baris: (TINGGI_JUDUL * 72) / 25.4 } as const;
  const halaman = tata.halaman.map(
    (h, i) => alinea(gambarDocx(h, letak, 1 + i * 1000) + judul, sifat) + tabelDocx(tata, h),
  );
  const tepi = ["top", "right", "bottom", "left"].map((s) => [`w:${s}`, twip(TEPI)] as const);
  const kertas = el(
    "w:sectPr",
    {},
    el("w:pgSz", { "w:w": twip(297), "w:h": twip(210), "w:orient": "landscape" }),
    el("w:pgMar", { ...Object.fromEntries(tepi), "w:header": 300, "w:footer": 300, "w:gutter": 0 }),
  );
  const isi = [identitasDocx(naskahIdentitas(d, kop)), ...halaman, alinea(""), catatan(d), kertas];
  return bungkus(el("w:document", RUANG_NAMA, el("w:body", {}, ...isi)), polos(d.identitas.nama));
}

const PAKET = "http://schemas.openxmlformats.org/package/2006";
const RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TIPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

function bungkus(dokumen: string, judul: string): Buffer {
  const relasi = (...daftar: [string, string][]) =>
    berkasXml(
      el(
        "Relationships",
        { xmlns: `${PAKET}/relationships` },
        ...daftar.map(([Type, Target], i) => el("Relationship", { Id: `rId${i + 1}`, Type, Target })),
      ),
    );
  const bawaan = (Extension: string, ContentType: string) => el("Default", { Extension, ContentType });
  const tipe = (PartName: string, ContentType: string) => el("Override", { PartName, ContentType });
  const sesuai = { "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": 15 };
  return tulisZip({
    "[Content_Types].xml": berkasXml(
      el(
        "Types",
        { xmlns: `${PAKET}/content-types` },
        bawaan("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        bawaan("xml", "application/xml"),
        tipe("/word/document.xml", `${TIPE}.document.main+xml`),
        tipe("/word/settings.xml", `${TIPE}.settings+xml`),
        tipe("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ),
    ),
    "_rels/.rels": relasi(
      [`${RELASI}/officeDocument`, "word/document.xml"],
      [`${PAKET}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ),
    "docProps/core.xml": berkasXml(
      el(
        "cp:coreProperties",
        { "xmlns:cp": `${PAKET}/metadata/core-properties`, "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
        el("dc:title", {}, lolosXml(judul)),
        el("dc:language", {}, "id-ID"),
      ),
    ),
    "word/_rels/document.xml.rels": relasi([`${RELASI}/settings`, "settings.xml"]),
    "word/settings.xml": berkasXml(
      el("w:settings", { "xmlns:w": RUANG_NAMA["xmlns:w"] }, el("w:compat", {}, el("w:compatSetting", sesuai))),
    ),
    "word/document.xml": berkasXml(dokumen),
  });
}
