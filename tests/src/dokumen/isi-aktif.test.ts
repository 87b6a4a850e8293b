/** Letters that do nothing, and files that would do something on the reader's machine. */
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "@jest/globals";
import { berisiAktif } from "../../../src/dokumen/isi-aktif.js";
import { contohPdf } from "../../support/contoh.js";

/** A PDF of one page as `ubah` leaves it; objects compressed unless asked otherwise. */
async function pdf(ubah: (pdf: PDFDocument) => unknown = () => undefined, useObjectStreams = true): Promise<Buffer> {
  const dokumen = await PDFDocument.create();
  dokumen.addPage().drawText("Surat JavaScript /JS Launch");
  await ubah(dokumen);
  return Buffer.from(await dokumen.save({ useObjectStreams }));
}
const buka = (tindakan: Record<string, string>) => (d: PDFDocument) =>
  d.catalog.set(PDFName.of("OpenAction"), d.context.obj({ Type: "Action", ...tindakan }));

describe("a letter", () => {
  test.each([
    ["of words", () => pdf()],
    ["without a page", async () => contohPdf()],
    [
      "with a picture of many colours",
      () => pdf((d) => d.context.register(d.context.flateStream(Buffer.alloc(1_000_000)))),
    ],
    ["with a link", () => pdf(buka({ S: "URI" }))],
    ["that no program can take apart", async () => Buffer.from("%PDF-1.4\nstream\nxref ... startxref 0 %%EOF")],
  ])("%s passes", async (_apa, isi) => expect(await berisiAktif(await isi())).toBe(false));
});

describe("a file", () => {
  test.each([
    ["that runs a script when it is opened", () => pdf(buka({ S: "JavaScript" }))],
    ["that starts a program", () => pdf(buka({ S: "Launch" }))],
    ["that sends its form", () => pdf(buka({ S: "SubmitForm" }))],
    ["with a script under a name in disguise", () => samar()],
    ["with scripts for the whole document", () => pdf((d) => d.addJavaScript("a", "app.alert(1)"))],
    [
      "with another file inside",
      () => pdf((d) => d.attach(Buffer.from("MZ"), "surat.exe", { mimeType: "text/plain" })),
    ],
    ["with an XFA form", () => pdf((d) => d.catalog.set(PDFName.of("AcroForm"), d.context.obj({ XFA: "x" })))],
    ["whose wreck names a script", async () => Buffer.from("%PDF-1.4\n<< /S /JavaScript /JS (x) >>")],
    ["that unpacks to more than memory holds", async () => bom()],
  ])("%s does not pass", async (_apa, isi) => expect(await berisiAktif(await isi())).toBe(true));
});

/** A reader resolves the escape: the key is /JS. */
async function samar(): Promise<Buffer> {
  const terang = await pdf((d) => d.catalog.set(PDFName.of("JS"), PDFString.of("x")), false);
  return Buffer.from(terang.toString("latin1").replace("/JS", "/J#53"), "latin1");
}

const bom = (): Buffer => {
  const isi = deflateSync(Buffer.alloc(80_000_000));
  const kepala = `%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${isi.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(kepala), isi, Buffer.from("\nendstream\nendobj\n")]);
};
