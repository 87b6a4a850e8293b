import { beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { bacaDokumenSop, type DokumenSop } from "../../../../src/sop/dokumen.js";
import { createPencetakSop, eksporSop, type FormatSop } from "../../../../src/sop/ekspor/index.js";
import { SopError } from "../../../../src/sop/galat.js";
import { DIAGRAM, SEL_TERBITAN, sopBuatan } from "../contoh.js";
import { rapat, selPdf } from "./pdf-tabel.js";

const pencetak = createPencetakSop({ dir: "surat" });
let d: DokumenSop;
beforeAll(async () => {
  d = await bacaDokumenSop(DIAGRAM);
});
const teks = (format: FormatSop, sop = d) => eksporSop(format, sop, pencetak).toString("utf8");
const tanpaLajur = (sel: readonly string[], lajur = 4) => [...sel.slice(0, 2), ...sel.slice(2 + lajur)];

describe("the SOP in force says what was published, cell by cell, italics kept", () => {
  test("in the PDF", async () => {
    const sel = await selPdf(eksporSop("pdf", d, pencetak), pencetak.tata(d));
    expect(sel.map((s) => tanpaLajur(s))).toEqual(SEL_TERBITAN.map((s) => s.map(rapat)));
  });

  test("in the CSV", () => {
    const baris = teks("csv").replace("\uFEFF", "").trimEnd().split("\r\n").map(uraiCsv);
    expect(baris[0]).toEqual(
      ["No", "Aktivitas", "Satuan Kerja", "Kepala UKPBJ", "Kepala LPSE", "Tim Pengelola LPSE"].concat([
        "Persyaratan/Perlengkapan",
        "Waktu",
        "Output",
        "Keterangan",
      ]),
    );
    expect(baris.slice(1).map((s) => tanpaLajur(s))).toEqual(SEL_TERBITAN);
    expect(baris.slice(1, 4).map((s) => s.slice(2, 6).join())).toEqual(["mulai,,,", ",keputusan,,", ",,keputusan,"]);
  });

  test("in the Word document", () => {
    const xml = bagianZip("docx", "word/document.xml");
    const sel = [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([tr]) =>
      [...tr.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([tc]) =>
        runutan(tc, /<w:r>([\s\S]*?)<\/w:r>/g, /<w:t [^>]*>([\s\S]*?)<\/w:t>/, "<w:i/>"),
      ),
    );
    const langkah = sel.filter((b) => b.length === 10 && /^\d+$/.test(b[0] ?? ""));
    expect(langkah.map((s) => tanpaLajur(s))).toEqual(SEL_TERBITAN);
  });

  test("in the workbook, where every cell is text", () => {
    const xml = bagianZip("xlsx", "xl/worksheets/sheet1.xml");
    const sel = [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = ""]) =>
      [...row.matchAll(/<c [^>]*?(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, c = ""]) =>
        c.includes("<r>")
          ? runutan(c, /<r>([\s\S]*?)<\/r>/g, /<t [^>]*>([\s\S]*?)<\/t>/, "<i/>")
          : urai(/<t [^>]*>([\s\S]*?)<\/t>/.exec(c)?.[1] ?? ""),
      ),
    );
    expect(sel.slice(3).map((s) => tanpaLajur(s))).toEqual(SEL_TERBITAN);
    expect(xml).not.toMatch(/<f>|t="(n|str)"/);
  });

  test("in the HTML", () => {
    const tubuh = /<table class="bagan">[\s\S]*<tbody>([\s\S]*?)<\/tbody>/.exec(teks("html"))?.[1] ?? "";
    const baris = tubuh.split("</tr>").filter((b) => b.includes("<td"));
    const sel = baris.map((b) => [...b.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((m) => m[1] ?? ""));
    expect(sel.map((s) => tanpaLajur(s))).toEqual(SEL_TERBITAN);
  });

  test("in the JSON", () => {
    const { langkah } = JSON.parse(teks("json")) as { langkah: Record<string, string>[] };
    const kolom = ["nomor", "aktivitas", "persyaratan", "waktu", "output", "keterangan"];
    expect(langkah.map((l) => kolom.map((k) => String(l[k])))).toEqual(SEL_TERBITAN);
  });
});

function bagianZip(format: "docx" | "xlsx", nama: string): string {
  const isi = unzipSync(new Uint8Array(eksporSop(format, d, pencetak)))[nama];
  return Buffer.from(isi ?? []).toString("utf8");
}

const urai = (xml: string): string => xml.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)));

/** The runs of a cell as marked text. */
function runutan(xml: string, run: RegExp, teks: RegExp, miring: string): string {
  return [...xml.matchAll(run)]
    .map(([, isi = ""]) => {
      const kata = urai(teks.exec(isi)?.[1] ?? "");
      return isi.includes(miring) ? `<i>${kata}</i>` : kata;
    })
    .join("");
}

function uraiCsv(baris: string): string[] {
  return [...baris.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? "",
  );
}

describe("whatever stands in the cells", () => {
  const GANAS = [
    "=HYPERLINK(1)",
    "#panic(1) $x$ *tebal* @rujuk <label> \\",
    "مرحبا بالعالم",
    `"kutip" 'satu' <script>alert(1)</script> & </td>`,
    "x".repeat(300),
    `${"Nama yang panjang ".repeat(16)}akhir`,
  ];
  const ganas = () =>
    sopBuatan(
      GANAS.map((_, i) => i % 2),
      [],
      (i) => ({ aktivitas: GANAS[i] ?? "", output: GANAS[i] ?? "", keterangan: GANAS[i] ?? "" }),
      [GANAS[1] ?? "", GANAS[4] ?? ""],
    );

  test("the PDF prints it as it is", async () => {
    const sel = await selPdf(eksporSop("pdf", ganas(), pencetak), pencetak.tata(ganas()));
    for (const i of [0, 1, 3, 4, 5]) expect(sel[i]?.[1]).toBe(rapat(GANAS[i] ?? ""));
  });

  test("the HTML takes none of it for markup", () => {
    expect(teks("html", ganas())).not.toMatch(/<script|<label/);
  });

  test("no cell of the CSV is a formula", () => {
    expect(teks("csv", ganas())).not.toMatch(/(^|,|\n|")[=+\-@]/m);
    expect(teks("csv", ganas())).toContain("'=HYPERLINK(1)");
  });

  test("words too long for any page are refused with a sentence", () => {
    const panjang = sopBuatan([0], [], () => ({ aktivitas: "kata ".repeat(4000) }));
    expect(() => eksporSop("pdf", panjang, pencetak)).toThrow(SopError);
    expect(() => eksporSop("pdf", sopBuatan([]), pencetak)).toThrow("tidak memuat satu pun langkah");
  });

  test("more actors than the page is wide for are refused with their number", () => {
    const d = sopBuatan(Array.from({ length: 10 }, (_, i) => i));
    expect(() => eksporSop("pdf", d, pencetak)).toThrow("10 pelaksana");
  });
});

describe("the PDF file", () => {
  test("is the same bytes for the same SOP", () => {
    const lain = createPencetakSop({ dir: "surat" });
    expect(eksporSop("pdf", d, lain).equals(eksporSop("pdf", d, pencetak))).toBe(true);
  });

  test("says that it is PDF/A-2b and tagged", () => {
    const isi = eksporSop("pdf", d, pencetak).toString("latin1");
    expect(isi).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(isi).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(isi).toContain("/StructTreeRoot");
  });
});
