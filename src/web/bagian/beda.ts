/** A text with what was added and taken out in it: marked by line, colour, and in words for who hears the page. */

import { type Anak, h } from "../dom.js";
import type { BedaKata } from "./beda-kata.js";

const MARKA = { tambah: ["ins", "ditambah"], hapus: ["del", "dihapus"] } as const;

function potongan({ jenis, teks }: BedaKata): Anak {
  if (jenis === "sama") return teks;
  const [unsur, kata] = MARKA[jenis];
  const terlihat = teks.trim() === "" ? "¶\n" : teks;
  return h(
    unsur,
    {},
    h("span", { class: "rp-sembunyi" }, `[${kata}: `),
    terlihat,
    h("span", { class: "rp-sembunyi" }, "] "),
  );
}

/** The words of both texts in their order. */
export const teksBeda = (beda: readonly BedaKata[]): HTMLElement =>
  h(
    "p",
    { class: "rp-beda-isi" },
    beda.map((b) => [potongan(b), " "]),
  );

/** What the marks mean. */
export const artiBeda = (): HTMLElement =>
  h(
    "p",
    { class: "rp-bantuan", "aria-hidden": "true" },
    h("del", {}, "dicoret"),
    ": dihapus; ",
    h("ins", {}, "digarisbawahi"),
    ": ditambah.",
  );
