/** What changed between two texts, word by word. Pure. */
import { diffArrays } from "diff";

/** Words that stayed, were added or were taken out; `teks` holds its own line breaks. */
export interface BedaKata {
  readonly jenis: "sama" | "tambah" | "hapus";
  readonly teks: string;
}

/** Beyond this many single changes it is another text, and comparing word by word would only take time. */
const UBAHAN_PALING_BANYAK = 2_000;

/** A word, or the end of a line; blanks between words are for reading only. */
const potong = (teks: string): string[] => teks.match(/\n|[^\s]+/gu) ?? [];

/** Both texts in one: what was taken out stands before what came in its place. */
export function bedaTeks(lama: string, baru: string): BedaKata[] {
  const [kataLama, kataBaru] = [potong(lama), potong(baru)];
  const beda = diffArrays(kataLama, kataBaru, { maxEditLength: UBAHAN_PALING_BANYAK }) ?? [
    { added: false, removed: true, value: kataLama },
    { added: true, removed: false, value: kataBaru },
  ];
  return beda.map(({ added, removed, value }) => ({ jenis: jenis(added, removed), teks: sambung(value) }));
}

/** Whether the texts say different words. */
export const berubah = (beda: readonly BedaKata[]): boolean => beda.some(({ jenis: j }) => j !== "sama");

function jenis(tambah: boolean, hapus: boolean): BedaKata["jenis"] {
  if (tambah) return "tambah";
  return hapus ? "hapus" : "sama";
}

const sambung = (kata: readonly string[]): string => kata.join(" ").replace(/ ?\n ?/g, "\n");
