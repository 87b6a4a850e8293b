/** The server's check of a draft, before submission and again before deployment: what the engine may run, and the lint of the editor. */
import { readFileSync } from "node:fs";
import type { ModdleElement } from "bpmn-moddle";
import { z } from "zod";
import { periksa as lint } from "../../web-modeler/lint/index.js";
import { periksaJalan, type Temuan } from "./aman-jalan.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { bacaXmlAman } from "./xml-aman.js";

const Topik = z.object({
  topik: z.string(),
  masukan: z.array(z.string()),
  keluaran: z.array(z.string()),
  galat: z.array(z.string()),
});

/** The topics that workers serve, generated from workers/registry.ts (npm run docs:topik). */
export const topikDikenal = (): z.infer<typeof Topik>[] =>
  z.array(Topik).parse(JSON.parse(readFileSync("bpmn/topik.json", "utf8")));

const FORMULIR = /^forms\/(.+)\.html$/;

/** Names of the forms that come with a deployment. */
export const formulirDari = async (mesin: MesinModeler, deployment: string): Promise<string[]> =>
  (await mesin.namaBerkas(deployment)).flatMap((nama) => FORMULIR.exec(nama)?.[1] ?? []).sort();

/** All findings of a draft's XML; `berlaku` is the diagram in force with its deployment. */
export async function periksaDraf(
  mesin: MesinModeler,
  xml: string,
  berlaku: { readonly xml: string; readonly deployment: string },
): Promise<Temuan[]> {
  const [definisi, lama] = await Promise.all([bacaXmlAman(xml), bacaXmlAman(berlaku.xml)]);
  const lingkungan = { topik: topikDikenal(), formulir: await formulirDari(mesin, berlaku.deployment) };
  return [...periksaJalan(definisi, lama), ...(await lint(definisi, lingkungan))];
}

export type { ModdleElement, Temuan };
