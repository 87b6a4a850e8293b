import { createPencetakSurat, type LetterRenderer } from "../../src/surat/render.js";

/** The renderer of a letter folder's own letterhead and wording. */
export function createLetterRenderer(opsi: { dir: string }): LetterRenderer {
  const pencetak = createPencetakSurat(opsi);
  return pencetak.untuk(pencetak.bawaan);
}
