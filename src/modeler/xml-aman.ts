/** BPMN XML from outside, read safely: size, entities, depth and markup are checked before anybody else sees it. */
import type { ModdleElement } from "bpmn-moddle";
import { Galat } from "../galat.js";
import { bacaDefinisi, elementsOf } from "../sop/moddle.js";

/** The largest diagram in bytes; the largest real one here has 0.1 MB. */
export const XML_PALING_BESAR = 5 * 1_048_576;
const UNSUR_PALING_BANYAK = 60_000;
const DALAM_PALING_BANYAK = 100;

/** Markup that a browser would run, and addresses that are code, wherever somebody might show the text. */
const MARKAH_BERBAHAYA =
  /<\s*\/?\s*(script|iframe|frame|object|embed|applet|svg|math|img|link|style|meta|base|form|video|audio)\b|javascript\s*:|<[a-z][^>]*\son[a-z]+\s*=/i;

const tolak = (pesan: string): Galat => new Galat("DIAGRAM_TIDAK_SAH", pesan);

/** The refusal of a diagram beyond the limit. */
export const terlaluBesar = (): Galat =>
  new Galat("DIAGRAM_TERLALU_BESAR", `Diagram ini terlalu besar; paling besar ${XML_PALING_BESAR / 1_048_576} MB.`);

/** The parsed `bpmn:Definitions`; throws DIAGRAM_TERLALU_BESAR or DIAGRAM_TIDAK_SAH with a sentence. Runs nothing of it. */
export async function bacaXmlAman(xml: string): Promise<ModdleElement> {
  if (Buffer.byteLength(xml) > XML_PALING_BESAR) throw terlaluBesar();
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(xml))
    throw tolak("Diagram ini memuat DTD atau entitas XML dan tidak diterima demi keamanan.");
  if (/<\?(?!xml[\s?])/i.test(xml)) throw tolak("Diagram ini memuat perintah pengolahan XML dan tidak diterima.");
  periksaBentuk(xml);
  const definisi = await urai(xml);
  periksaMarkah(definisi);
  return definisi;
}

/** Counts tags before the parser builds anything of them. */
function periksaBentuk(xml: string): void {
  let dalam = 0;
  let unsur = 0;
  for (const [tanda] of xml.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\/|\/>|<(?=[\w])/g)) {
    if (tanda === "<") {
      dalam += 1;
      unsur += 1;
    } else if (tanda === "</" || tanda === "/>") dalam -= 1;
    if (dalam > DALAM_PALING_BANYAK) throw tolak("Diagram ini bersarang terlalu dalam dan tidak diterima.");
    if (unsur > UNSUR_PALING_BANYAK) throw tolak("Diagram ini memuat terlalu banyak unsur dan tidak diterima.");
  }
}

async function urai(xml: string): Promise<ModdleElement> {
  const dibaca = await bacaDefinisi(xml).catch(() => undefined);
  if (!dibaca) throw tolak("Berkas ini bukan diagram BPMN yang dapat dibaca.");
  const [peringatan] = dibaca.warnings;
  if (peringatan) throw tolak(`Diagram ini tidak utuh: ${peringatan.message.split("\n")[0]}.`);
  if (dibaca.rootElement.$type !== "bpmn:Definitions") throw tolak("Berkas ini bukan diagram BPMN.");
  return dibaca.rootElement;
}

/** Every text of the tree, wherever it stands. */
function periksaMarkah(akar: ModdleElement): void {
  const dilihat = new Set<object>();
  const antre: unknown[] = [akar];
  for (let nilai = antre.pop(); nilai !== undefined; nilai = antre.pop()) {
    if (typeof nilai === "string" && MARKAH_BERBAHAYA.test(nilai))
      throw tolak("Diagram ini memuat skrip atau markah HTML dalam salah satu teksnya dan tidak diterima.");
    if (typeof nilai !== "object" || nilai === null || dilihat.has(nilai)) continue;
    dilihat.add(nilai);
    antre.push(...Object.values(nilai).filter((v) => v !== undefined && typeof v !== "function"));
    if ("$attrs" in nilai) antre.push(nilai.$attrs);
  }
}

/** The executable processes of a diagram. */
export const prosesDari = (definisi: ModdleElement): ModdleElement[] =>
  elementsOf(definisi.rootElements).filter((e) => e.$type === "bpmn:Process" && e.isExecutable === true);

/** Throws DIAGRAM_TIDAK_SAH unless the diagram holds exactly one executable process, of this key. */
export function wajibProses(definisi: ModdleElement, kunci: string): void {
  const ids = prosesDari(definisi).map(({ id }) => id);
  if (ids.length === 1 && ids[0] === kunci) return;
  throw tolak(`Diagram ini harus memuat tepat satu proses yang dapat dijalankan, dengan id ${kunci}.`);
}
