/** Reads the cells of an SOP's PDF by their place on the page, with a library that had no part in making it. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type TataSop, TINGGI_JUDUL } from "../../../../src/sop/ekspor/tata.js";
import { lebarKolom } from "../../../../src/sop/gambar/kolom.js";

const MM = 25.4 / 72;
const TEPI = 12;

interface Potong {
  readonly teks: string;
  readonly miring: boolean;
  readonly x: number;
  readonly y: number;
}

async function potongHalaman(pdf: Buffer): Promise<Potong[][]> {
  const dokumen = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const halaman: Potong[][] = [];
  for (let n = 1; n <= dokumen.numPages; n += 1) {
    const satu = await dokumen.getPage(n);
    await satu.getOperatorList();
    const { items } = await satu.getTextContent();
    halaman.push(
      items.flatMap((i) => {
        if (!("str" in i) || i.str === "") return [];
        const huruf: { name: string } = satu.commonObjs.get(i.fontName);
        const [x, y] = [Number(i.transform[4]) * MM - TEPI, 210 - TEPI - Number(i.transform[5]) * MM];
        return [{ teks: i.str, miring: /Italic/.test(huruf.name), x, y }];
      }),
    );
  }
  await dokumen.loadingTask.destroy();
  return halaman;
}

/** Letters of a text without blanks; italic runs stay between `<i>` marks. */
export const rapat = (teks: string): string => teks.replace(/[\s\u00A0\u200B]+/gu, "").replaceAll("</i><i>", "");

/** The words of every row, cell by cell (actors' columns included), without blanks and with italics marked. */
export async function selPdf(pdf: Buffer, tata: TataSop): Promise<string[][]> {
  const halaman = await potongHalaman(pdf);
  const lebar = lebarKolom(tata.kolom);
  return tata.halaman.flatMap((h, p) =>
    h.baris.map((b) => {
      const atas = TINGGI_JUDUL + tata.tinggiKepala + b.y;
      const milik = (halaman[p + 1] ?? []).filter((t) => t.y > atas && t.y < atas + b.h);
      let kiri = 0;
      return lebar.map((w) => {
        const isi = milik.filter((t) => t.x >= kiri && t.x < kiri + w);
        kiri += w;
        return rapat(isi.map((t) => (t.miring && t.teks.trim() !== "" ? `<i>${rapat(t.teks)}</i>` : t.teks)).join(""));
      });
    }),
  );
}
