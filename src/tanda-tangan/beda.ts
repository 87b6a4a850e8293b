/** The differences between two lists of words, cut to what a person has to look at. Pure. */
import { diffArrays } from "diff";

/** A stretch of words: in both, only in the draft, or only in the other letter. */
export interface Potongan {
  readonly jenis: "sama" | "hilang" | "tambah";
  readonly teks: string;
}

const KONTEKS = 6;
const PALING_BANYAK = 200;
/** Beyond this many single changes it is another text, and comparing word by word would only take time. */
const UBAHAN_PALING_BANYAK = 2_000;

/** Is it the same text? Words broken differently over lines still count as the same. */
export const teksSama = (draf: readonly string[], surat: readonly string[]): boolean =>
  draf.join("") === surat.join("");

/** The differences with a few words around each; empty where the texts are the same. */
export function bedaKata(draf: readonly string[], surat: readonly string[]): Potongan[] {
  if (teksSama(draf, surat)) return [];
  const mentah = diffArrays([...draf], [...surat], { maxEditLength: UBAHAN_PALING_BANYAK });
  if (!mentah)
    return [
      { jenis: "hilang", teks: ringkas(draf) },
      { jenis: "tambah", teks: ringkas(surat) },
    ];
  const potongan = mentah.map(({ value, added, removed }, i): Potongan => {
    if (added) return { jenis: "tambah", teks: value.join(" ") };
    if (removed) return { jenis: "hilang", teks: value.join(" ") };
    return { jenis: "sama", teks: pangkas(value, i === 0, i === mentah.length - 1) };
  });
  return potongan.slice(0, PALING_BANYAK);
}

const ringkas = (kata: readonly string[]): string => `${kata.slice(0, 80).join(" ")} …`;

/** Only the words next to a difference. */
function pangkas(kata: readonly string[], awal: boolean, akhir: boolean): string {
  const muat = (awal ? 0 : KONTEKS) + (akhir ? 0 : KONTEKS);
  if (kata.length <= muat) return kata.join(" ");
  const kiri = awal ? [] : kata.slice(0, KONTEKS);
  const kanan = akhir ? [] : kata.slice(-KONTEKS);
  return [...kiri, "…", ...kanan].join(" ");
}
