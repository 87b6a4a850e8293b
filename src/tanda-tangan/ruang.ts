/** Where a letter leaves room for the signature: the template writes it into the alternative text of an empty figure. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Letak } from "./penanda.js";

const ANGKA = String.raw`(\d+(?:\.\d+)?)`;
/** As `ruang-tanda-tangan` in surat/pustaka.typ writes it; measured from the upper left corner. */
const POLA = new RegExp(
  `^Ruang tanda tangan: halaman (\\d+), kiri ${ANGKA} pt, atas ${ANGKA} pt, lebar ${ANGKA} pt, tinggi ${ANGKA} pt$`,
);
/** Letters made before the template told: the lower margin of the last page. */
const CADANGAN = { x: 85, y: 8, lebar: 226, tinggi: 44 };

/** The room for the signature, of a letter as loaded. */
export function ruangTandaTangan(pdf: PDFDocument): Letak {
  for (const [, objek] of pdf.context.enumerateIndirectObjects()) {
    const letak = objek instanceof PDFDict ? dariStruktur(pdf, objek) : undefined;
    if (letak) return letak;
  }
  return { halaman: pdf.getPageCount() - 1, ...CADANGAN };
}

function dariStruktur(pdf: PDFDocument, elemen: PDFDict): Letak | undefined {
  if (elemen.get(PDFName.of("S")) !== PDFName.of("Figure")) return undefined;
  const alt = elemen.lookup(PDFName.of("Alt"));
  if (!(alt instanceof PDFString || alt instanceof PDFHexString)) return undefined;
  const cocok = POLA.exec(alt.decodeText());
  if (!cocok) return undefined;
  const [nomor = 0, kiri = 0, atas = 0, lebar = 0, tinggi = 0] = cocok.slice(1).map(Number);
  if (nomor < 1 || nomor > pdf.getPageCount()) return undefined;
  const halaman = nomor - 1;
  return { halaman, x: kiri, y: pdf.getPage(halaman).getHeight() - atas - tinggi, lebar, tinggi };
}

/** The array under a key of a dictionary, made where it is missing. */
export function daftarDi(pdf: PDFDocument, kamus: PDFDict, kunci: string): PDFArray {
  const ada = kamus.lookup(PDFName.of(kunci));
  if (ada instanceof PDFArray) return ada;
  const baru = pdf.context.obj([]);
  kamus.set(PDFName.of(kunci), baru);
  return baru;
}
