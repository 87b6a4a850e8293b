import { describe, expect, test } from "@jest/globals";
import { periksaPdf } from "../../../src/dokumen/pdf.js";
import { contohPdf } from "../../support/contoh.js";

/** A PDF 1.5 whose cross-reference is a stream, as most programs write it today. */
function pdfAliran(kamus = ""): Buffer {
  const badan = "%PDF-1.5\n1 0 obj\n<</Type/Catalog>>\nendobj\n";
  const xref = `2 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 1 0 R${kamus}/Length 4>>\nstream\n\0\0\0\0\nendstream\nendobj\n`;
  return Buffer.from(`${badan}${xref}startxref\n${badan.length}\n%%EOF`, "latin1");
}

describe("a file is taken for a PDF", () => {
  test("when it begins, ends and points to its cross-reference as one", () => {
    expect(periksaPdf(contohPdf())).toBeUndefined();
    expect(periksaPdf(pdfAliran())).toBeUndefined();
  });

  test("also with a few bytes after its end, and after later changes were appended", () => {
    const asal = contohPdf();
    expect(periksaPdf(Buffer.concat([asal, Buffer.from("\r\n\0\0")]))).toBeUndefined();
    const letak = asal.length;
    const tambahan = `xref\n0 0\ntrailer\n<</Size 3/Root 1 0 R/Prev 9>>\nstartxref\n${letak}\n%%EOF\n`;
    expect(periksaPdf(Buffer.concat([asal, Buffer.from(tambahan)]))).toBeUndefined();
  });
});

describe("a file is refused", () => {
  test("when it is empty", () => {
    expect(periksaPdf(Buffer.alloc(0))).toBe("BERKAS_KOSONG");
  });

  test.each([
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["a web page that mentions PDF", Buffer.from("<html>%PDF-1.4</html>")],
    ["a Word document", Buffer.from("PK\x03\x04word/document.xml")],
    ["the name of the format alone", Buffer.from("%PDF-")],
  ])("when it is %s", (_apa, isi) => {
    expect(periksaPdf(isi)).toBe("BUKAN_PDF");
  });

  test("wherever a broken upload cut it off", () => {
    const utuh = contohPdf("surat");
    const akhir = utuh.lastIndexOf("%%EOF");
    for (let panjang = 9; panjang < akhir + 5; panjang++)
      expect([panjang, periksaPdf(utuh.subarray(0, panjang))]).toEqual([panjang, "PDF_RUSAK"]);
  });

  test("when its cross-reference is not where it says", () => {
    const rusak = (teks: string) =>
      Buffer.from(
        contohPdf()
          .toString("latin1")
          .replace(/startxref\n\d+/, teks),
        "latin1",
      );
    expect(periksaPdf(rusak("startxref\n99999"))).toBe("PDF_RUSAK");
    expect(periksaPdf(rusak("startxref\n12"))).toBe("PDF_RUSAK");
  });

  test("when a password locks it", () => {
    expect(periksaPdf(contohPdf("", "/Encrypt 5 0 R"))).toBe("PDF_TERKUNCI");
    expect(periksaPdf(pdfAliran("/Encrypt 5 0 R"))).toBe("PDF_TERKUNCI");
  });
});
