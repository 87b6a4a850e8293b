/** The words of SOP cells: `<i>` marks italics, everything else is text and nothing but text. */
import { satuBaris } from "../../surat/teks.js";

/** A run of text, upright or italic. */
export interface Penggalan {
  readonly teks: string;
  readonly miring: boolean;
}

/** Splits a cell's text at its `<i>` marks; the runs joined are the text without marks. */
export function penggalan(teks: string): Penggalan[] {
  let miring = false;
  return satuBaris(teks)
    .split(/(<\/?i>)/)
    .flatMap((potong) => {
      if (potong === "<i>" || potong === "</i>") {
        miring = potong === "<i>";
        return [];
      }
      return potong === "" ? [] : [{ teks: potong, miring }];
    });
}

/** The inverse of `penggalan`: neighbouring italic runs under one mark. */
export function bertanda(daftar: readonly Penggalan[]): string {
  const tulis = daftar.map(({ teks, miring }) => (miring ? `<i>${teks}</i>` : teks)).join("");
  return tulis.replaceAll("</i><i>", "");
}
