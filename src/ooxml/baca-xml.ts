/** Reading XML into a small tree. Entities of a DTD are never expanded, so none can grow. */
import { Parser } from "saxen";

/** An element with its attributes and children, or (`nama` empty) a piece of text. */
export interface Elemen {
  readonly nama: string;
  readonly atribut: Readonly<Record<string, string>>;
  readonly anak: Elemen[];
  teks: string;
}

const elemen = (nama: string, atribut: Record<string, string> = {}): Elemen => ({ nama, atribut, anak: [], teks: "" });

/** Parses a document; throws Error where it is no XML or nests deeper than any office file does. */
export function bacaXml(xml: string): Elemen {
  const akar = elemen("#");
  const jalur: Elemen[] = [akar];
  const parser = new Parser({ proxy: true });
  const puncak = (): Elemen => jalur.at(-1) ?? akar;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("openTag", (tag, urai) => {
    if (jalur.length > 200) throw new Error("nested too deep");
    const atribut = Object.entries(tag.attrs).map(([nama, nilai]) => [nama, urai(nilai)] as const);
    const baru = elemen(tag.name, Object.fromEntries(atribut));
    puncak().anak.push(baru);
    jalur.push(baru);
  });
  parser.on("closeTag", () => void jalur.pop());
  const tulis = (teks: string): void => {
    const satu = elemen("");
    satu.teks = teks;
    puncak().anak.push(satu);
  };
  parser.on("text", (nilai, urai) => tulis(urai(nilai)));
  parser.on("cdata", tulis);
  parser.parse(xml);
  return akar;
}

/** All elements of that name below, at any depth, in the order of the document. */
export const cari = (e: Elemen, nama: string): Elemen[] =>
  e.anak.flatMap((a) => (a.nama === nama ? [a, ...cari(a, nama)] : cari(a, nama)));

/** The children of that name. */
export const anak = (e: Elemen, nama: string): Elemen[] => e.anak.filter((a) => a.nama === nama);

/** All text below. */
export const isiTeks = (e: Elemen): string => (e.nama === "" ? e.teks : e.anak.map(isiTeks).join(""));
