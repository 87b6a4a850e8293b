/** Does a PDF do something by itself? Scripts, programs to start, files inside: a letter has none of these. */
import { inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";

/** Actions (ISO 32000-1, 12.6.4) that run code, start programs, send data or open other files. */
const TINDAKAN = new Set([
  "JavaScript",
  "Launch",
  "ImportData",
  "SubmitForm",
  "GoToE",
  "Rendition",
  "RichMediaExecute",
]);
/** Keys that hold code or carry whole files: scripts, XFA forms, attachments. */
const KUNCI = new Set(["JS", "XFA", "EF", "EmbeddedFiles", "RichMediaContent"]);
const TERURAI_PALING_BANYAK = 67_108_864;

/** Whether the PDF holds any of these, in compressed objects too; one that cannot be taken apart is judged by its bytes. */
export async function berisiAktif(isi: Buffer): Promise<boolean> {
  if (melar(isi)) return true;
  try {
    const pdf = await PDFDocument.load(isi, { updateMetadata: false });
    const objek = pdf.context.enumerateIndirectObjects();
    return objek.length === 0 ? menurutByte(isi) : objek.some(([, satu]) => aktif(satu, 0));
  } catch {
    return menurutByte(isi);
  }
}

const menurutByte = (isi: Buffer): boolean =>
  /\/(?:JavaScript|JS|Launch|XFA|EmbeddedFiles?|RichMedia)\b/.test(isi.toString("latin1"));

/** A name without its slash, its escapes (#4a) resolved as readers do, whatever their case. */
const namaDari = (objek: PDFObject | undefined): string =>
  objek instanceof PDFName
    ? objek
        .asString()
        .slice(1)
        .replace(/#([0-9a-f]{2})/gi, (_, kode: string) => String.fromCharCode(Number.parseInt(kode, 16)))
    : "";

const DALAM_PALING_BANYAK = 100;

function aktif(objek: PDFObject, dalam: number): boolean {
  if (dalam > DALAM_PALING_BANYAK) return true;
  if (objek instanceof PDFStream) return aktif(objek.dict, dalam + 1);
  if (objek instanceof PDFArray) return objek.asArray().some((satu) => aktif(satu, dalam + 1));
  if (!(objek instanceof PDFDict)) return false;
  return objek.entries().some(([kunci, isi]) => {
    const nama = namaDari(kunci);
    return KUNCI.has(nama) || (nama === "S" && TINDAKAN.has(namaDari(isi))) || aktif(isi, dalam + 1);
  });
}

/** Would its compressed objects fill the memory? Pictures are not unpacked and do not count. */
function melar(isi: Buffer): boolean {
  const teks = isi.toString("latin1");
  let jumlah = 0;
  for (const { index, 0: kata } of teks.matchAll(/\bstream\r?\n/g)) {
    const kamus = teks.slice(Math.max(0, index - 1_000), index);
    // An object stream's name may be written with escapes; a picture says its width.
    if (kamus.slice(kamus.lastIndexOf(" obj")).includes("/Width")) continue;
    try {
      const mulai = index + kata.length;
      jumlah += inflateSync(isi.subarray(mulai), { maxOutputLength: TERURAI_PALING_BANYAK }).length;
    } catch (error) {
      if (typeof error === "object" && error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") return true;
    }
    if (jumlah > TERURAI_PALING_BANYAK) return true;
  }
  return false;
}
