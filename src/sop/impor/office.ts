/** Tables in XLSX and DOCX files, read straight from their XML; sizes are bounded before anything is unpacked. */
import { anak, bacaXml, cari, type Elemen, isiTeks } from "../../ooxml/baca-xml.js";
import { bacaZip, ZipError } from "../../ooxml/zip.js";
import { BENTUK_ASLI } from "../ekspor/drawingml.js";
import { bertanda, type Penggalan } from "../ekspor/teks.js";
import { SopError } from "../galat.js";

const MB = 1_048_576;
const BATAS = { satu: 12 * MB, semua: 24 * MB, entri: 2_000 };

/** The cells of the SOP's table, and the further sheet `Alur` where there is one. */
export interface IsiOffice {
  readonly baris: string[][];
  readonly judul: string;
  readonly alur: string[][];
}

function buka(isi: Buffer, pola: RegExp): Map<string, Elemen> {
  try {
    const bagian = bacaZip(isi, (nama) => pola.test(nama), BATAS);
    return new Map([...bagian].map(([nama, data]) => [nama, bacaXml(data.toString("utf8"))]));
  } catch (error) {
    if (error instanceof ZipError) throw new SopError(error.message, { cause: error });
    throw new SopError("Berkas ini rusak: isinya tidak dapat dibaca.", { cause: error });
  }
}

const aktif = (sifat: Elemen | undefined, nama: string): boolean => {
  const satu = sifat && anak(sifat, nama)[0];
  return satu !== undefined && !["0", "false"].includes(satu.atribut.val ?? satu.atribut["w:val"] ?? "1");
};

/** The runs of a shared or inline string of a workbook. */
function runutXlsx(e: Elemen): Penggalan[] {
  const r = anak(e, "r");
  if (r.length === 0) return anak(e, "t").map((t) => ({ teks: isiTeks(t), miring: false }));
  return r.map((satu) => ({ teks: anak(satu, "t").map(isiTeks).join(""), miring: aktif(anak(satu, "rPr")[0], "i") }));
}

const kolomDari = (ref: string): number =>
  [...(/^[A-Z]{1,3}/.exec(ref)?.[0] ?? "A")].reduce((n, h) => n * 26 + h.charCodeAt(0) - 64, 0) - 1;

function barisLembar(lembar: Elemen, bersama: readonly string[]): string[][] {
  return cari(lembar, "row").map((row) => {
    const sel: string[] = [];
    for (const c of anak(row, "c")) {
      const nilai = isiTeks(anak(c, "v")[0] ?? c);
      const teks =
        c.atribut.t === "s"
          ? (bersama[Number(nilai)] ?? "")
          : c.atribut.t === "inlineStr"
            ? bertanda(anak(c, "is").flatMap(runutXlsx))
            : nilai;
      const k = kolomDari(c.atribut.r ?? "");
      if (k < 200) sel[k] = teks;
    }
    return Array.from(sel, (s) => s ?? "");
  });
}

/** Reads a workbook: the first sheet that holds a table with a column Aktivitas, or else the first sheet. */
export function bacaXlsx(isi: Buffer): IsiOffice {
  const bagian = buka(
    isi,
    /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/,
  );
  const relasi = new Map(
    cari(bagian.get("xl/_rels/workbook.xml.rels") ?? bacaXml("<a/>"), "Relationship").map((r) => [
      r.atribut.Id,
      r.atribut.Target ?? "",
    ]),
  );
  const bersama = cari(bagian.get("xl/sharedStrings.xml") ?? bacaXml("<a/>"), "si").map((si) =>
    bertanda(runutXlsx(si)),
  );
  const buku = bagian.get("xl/workbook.xml");
  if (!buku) throw new SopError("Berkas ini bukan buku kerja XLSX.");
  const lembar = cari(buku, "sheet").flatMap((s) => {
    const target = (relasi.get(s.atribut["r:id"]) ?? "").replace(/^\/?(xl\/)?/, "");
    const xml = bagian.get(`xl/${target}`);
    return xml ? [{ nama: s.atribut.name ?? "", baris: barisLembar(xml, bersama) }] : [];
  });
  const utama =
    lembar.find((l) => l.baris.some((b) => b.some((s) => /^(aktivitas|kegiatan)$/i.test(s.trim())))) ?? lembar[0];
  if (!utama) throw new SopError("Buku kerja ini tidak memuat satu lembar pun.");
  return { baris: utama.baris, judul: "", alur: lembar.find((l) => l.nama === "Alur")?.baris ?? [] };
}

/** The words of a cell or paragraph of a document, italics marked; hidden text counts. */
function teksDocx(e: Elemen): string {
  const alinea = cari(e, "w:p").map((p) =>
    bertanda(
      anak(p, "w:r").map((r) => ({
        teks: r.anak
          .map((a) => (a.nama === "w:t" ? isiTeks(a) : a.nama === "w:br" || a.nama === "w:tab" ? " " : ""))
          .join(""),
        miring: aktif(anak(r, "w:rPr")[0], "w:i"),
      })),
    ),
  );
  return alinea.filter((t) => t.trim() !== "").join(" ");
}

/** A shape drawn in the cell says what its symbol is; rectangles and rounded ones count as box and capsule. */
function bentukDocx(e: Elemen): string {
  const prst = cari(e, "a:prstGeom").map((g) => g.atribut.prst ?? "");
  const kenal = Object.entries(BENTUK_ASLI).find(([, nama]) => prst.includes(nama))?.[0];
  if (kenal) return kenal === "sambungan" ? "" : kenal;
  if (prst.includes("diamond")) return "keputusan";
  if (prst.includes("roundRect")) return "mulai";
  return prst.includes("rect") ? "kegiatan" : "";
}

const selDocx = (tc: Elemen): string[] => {
  const sifat = anak(tc, "w:tcPr")[0];
  const rentang = Number((sifat && anak(sifat, "w:gridSpan")[0]?.atribut["w:val"]) ?? 1);
  const teks = teksDocx(tc) || bentukDocx(tc);
  return [teks, ...Array.from({ length: Math.min(50, Math.max(1, rentang)) - 1 }, () => "")];
};

/** Reads a document: all its tables one after another, for an SOP may go on in a table on each page. */
export function bacaDocx(isi: Buffer): IsiOffice {
  const dokumen = buka(isi, /^word\/document\.xml$/).get("word/document.xml");
  if (!dokumen) throw new SopError("Berkas ini bukan dokumen DOCX.");
  const tabel = cari(dokumen, "w:tbl").map((t) => anak(t, "w:tr").map((tr) => anak(tr, "w:tc").flatMap(selDocx)));
  const sop = tabel.filter((t) => t.some((b) => b.some((s) => /^(aktivitas|kegiatan)$/i.test(s.trim()))));
  const namaSop = tabel.flat().find((b) => b.some((s) => s.trim() === "Nama SOP"));
  return { baris: sop.flat(), judul: namaSop?.at(-1) ?? "", alur: [] };
}
