import { z } from "zod";

/**
 * Characters that print nothing but could change how a letter reads: controls, bidirectional overrides, soft hyphens,
 * zero-width characters, lone surrogates. ZWNJ and ZWJ (U+200C, U+200D) stay: Arabic script needs them.
 */
const TAK_TERCETAK = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Accents without a letter to stand on; which font draws them depends on their surroundings, or none does. */
const TANDA_YATIM = /(?<![\p{L}\p{N}\p{M}\u200C\u200D])[\p{M}\u200C\u200D]+/gu;

/** One line of clean text: NFC, runs of white space as one blank, nothing invisible, no accent without a letter. */
export function satuBaris(teks: string): string {
  const bersih = teks.replace(/\s+/gu, " ").replace(TAK_TERCETAK, "").normalize("NFC");
  return bersih.replace(TANDA_YATIM, "").replace(/ +/g, " ").trim();
}

/** Clean text of several lines; a blank line separates paragraphs. */
export function banyakBaris(teks: string): string {
  const baris = teks.split(/\r\n|[\n\r\u2028\u2029]/u).map(satuBaris);
  return baris
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The paragraphs of a text cleaned by `banyakBaris`. */
export function alinea(teks: string): string[] {
  return teks.split("\n\n").filter((satu) => satu !== "");
}

const KOSONG = "tidak boleh kosong";

/** A required line of text, cleaned, of at most `maks` characters. */
export const barisTeks = (maks: number) =>
  z
    .string()
    .transform(satuBaris)
    .pipe(z.string().min(1, KOSONG).max(maks, `paling banyak ${maks} huruf`));

/** Like `barisTeks`, but optional: an empty text counts as absent, because forms send it so. */
export const barisTeksOpsional = (maks: number) =>
  z
    .string()
    .transform(satuBaris)
    .pipe(z.string().max(maks, `paling banyak ${maks} huruf`))
    .transform((teks) => teks || undefined)
    .optional();

/** A required text of one or more paragraphs, cleaned, of at most `maks` characters. */
export const alineaTeks = (maks: number) =>
  z
    .string()
    .transform(banyakBaris)
    .pipe(z.string().min(1, KOSONG).max(maks, `paling banyak ${maks} huruf`));
