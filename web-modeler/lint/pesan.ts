/** Sentences of the rules in the language of the reader. Pure. */

import type { Bahasa, Data } from "./jenis.js";
import { kamusLint, polaLint } from "./kamus-id.js";

const isi = (kalimat: string, data: Data): string =>
  kalimat.replace(/\{(\w+)\}/g, (asli, nama: string) => (nama in data ? String(data[nama]) : asli));

/** The Indonesian for a sentence of bpmnlint that holds names: matched by pattern. */
function menurutPola(kalimat: string): string | undefined {
  for (const [pola, hasil] of polaLint) if (pola.test(kalimat)) return kalimat.replace(pola, hasil);
  return undefined;
}

/** A rule's English sentence with its places filled, in `bahasa`; a sentence nobody translated stays English. */
export function terjemahLint(kalimat: string, bahasa: Bahasa, data: Data = {}): string {
  if (bahasa === "en") return isi(kalimat, data);
  return isi(kamusLint[kalimat] ?? menurutPola(kalimat) ?? kalimat, data);
}
