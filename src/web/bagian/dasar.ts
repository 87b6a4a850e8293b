/** Small building blocks that forms and pages share. */
import { type Anak, h, ikon } from "../dom.js";
import { potongMiring } from "../teks.js";
import { IKON } from "./ikon.js";

/** SOP text with its italics. */
export const teksSop = (teks: string): Anak[] =>
  potongMiring(teks).map((p) => (p.miring ? h("i", {}, p.teks) : p.teks));

/** A button that never submits the form around it. */
export function tombol(isi: Anak, saatDitekan: (e: Event) => void, sifat: Record<string, string | boolean> = {}) {
  return h("button", { type: "button", class: "rp-tombol", onclick: saatDitekan, ...sifat }, isi);
}

/** A message in a box; `bahaya` is announced at once by screen readers. */
export function kotak(jenis: "info" | "awas" | "bahaya" | "sukses", ...isi: Anak[]): HTMLElement {
  const peran = jenis === "bahaya" ? "alert" : "status";
  return h("div", { class: `rp-kotak rp-kotak-${jenis}`, role: peran }, isi);
}

/** A section with a heading. */
export function bagianJudul(judul: string, ...isi: Anak[]): HTMLElement {
  return h("section", { class: "rp-bagian" }, h("h3", {}, judul), isi);
}

/** Terms and what they are. */
export function daftarIstilah(pasangan: readonly (readonly [string, Anak])[]): HTMLElement {
  return h(
    "dl",
    { class: "rp-istilah" },
    pasangan.map(([istilah, arti]) => h("div", {}, h("dt", {}, istilah), h("dd", {}, arti))),
  );
}

/** A link that looks like a button and opens in a new tab. */
export const tautanTabBaru = (alamat: string, teks: string): HTMLElement =>
  h("a", { href: alamat, target: "_blank", rel: "noopener", class: "rp-tombol rp-tipis" }, ikon(IKON.tabBaru), teks);
