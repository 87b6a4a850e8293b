/** The language of the page: Indonesian, or English where the reader chose it. English sentences are the keys. */
import type { Bahasa } from "../../lint/jenis.js";
import { kamusBerlaku } from "../berlaku/kamus-id.js";
import { kamusBpmn } from "./kamus-bpmn.js";
import { inggris, kamusKita } from "./kamus-kita.js";
import { kamusPanel } from "./kamus-panel.js";
import { kamusTemplat } from "./kamus-templat.js";

const KUNCI = "modeler:bahasa";
const kamus: Readonly<Record<string, string>> = {
  ...kamusBpmn,
  ...kamusPanel,
  ...kamusTemplat,
  ...kamusKita,
  ...kamusBerlaku,
};

function awal(): Bahasa {
  try {
    return localStorage.getItem(KUNCI) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}
const pilihan: Bahasa = awal();

/** What the reader chose in this browser, "id" without a choice; it is the same until the page is loaded anew. */
export const bahasa = (): Bahasa => pilihan;

/** Keeps the choice; the page is then loaded anew, because bpmn-js asks for its texts only once. */
export function pilihBahasa(b: Bahasa): void {
  localStorage.setItem(KUNCI, b);
}

/** A sentence in the reader's language, its `{places}` filled; keys that hold a line break come as bpmn-js writes them. */
export function t(kalimat: string, data: Readonly<Record<string, string | number>> = {}): string {
  const dasar = pilihan === "en" ? (inggris[kalimat] ?? kalimat) : (kamus[kalimat] ?? kalimat);
  return dasar.replace(/\{(\w+)\}/g, (asli, nama: string) => (nama in data ? String(data[nama]) : asli));
}
