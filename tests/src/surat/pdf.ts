import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text on a page; `x` and `y` in points from the lower left corner. */
export interface Potongan {
  teks: string;
  x: number;
  y: number;
  lebar: number;
}

/** What a reader finds in a PDF: the text of each page, and its metadata. */
export interface IsiPdf {
  halaman: Potongan[][];
  info: Record<string, unknown>;
}

/** Opens a PDF with a library that had no part in making it. */
export async function bacaPdf(pdf: Buffer): Promise<IsiPdf> {
  const dokumen = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const halaman: Potongan[][] = [];
  for (let nomor = 1; nomor <= dokumen.numPages; nomor += 1) {
    const { items } = await (await dokumen.getPage(nomor)).getTextContent();
    halaman.push(items.flatMap((item) => ("str" in item ? [potongan(item)] : [])));
  }
  const { info } = await dokumen.getMetadata();
  await dokumen.loadingTask.destroy();
  return { halaman, info: { ...info } };
}

function potongan(item: { str: string; transform: number[]; width: number }): Potongan {
  return { teks: item.str, x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, lebar: item.width };
}

/** The letters and digits of a text, so that line breaks and blanks do not matter. */
export function rapat(teks: string): string {
  return teks.replace(/[\s\u00A0\u200B\u2060]+/gu, "");
}

/** A page's whole text, without blanks. */
export function teksHalaman(potongan: readonly Potongan[] | undefined): string {
  return rapat((potongan ?? []).map(({ teks }) => teks).join(""));
}
