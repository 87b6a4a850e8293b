/** The server's check of a draft, before submission and again before deployment: what the engine may run, and the lint of the editor. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { periksa as lint } from "../../web-modeler/lint/index.js";
import { KUNCI_PROSES } from "../proses/kunci.js";
import { periksaJalan, type Temuan } from "./aman-jalan.js";
import type { Definisi, MesinModeler } from "./mesin-modeler.js";
import { xmlVersi } from "./versi.js";
import { bacaXmlAman } from "./xml-aman.js";

const Topik = z.object({
  topik: z.string(),
  masukan: z.array(z.string()),
  keluaran: z.array(z.string()),
  galat: z.array(z.string()),
});

/**
 * The topics that workers serve, generated from workers/registry.ts (npm run docs:topics). None in other processes: only
 * answers of this one are checked by the gateway, and a worker must be able to believe its variables.
 */
export const topikDikenal = (kunci: string = KUNCI_PROSES): z.infer<typeof Topik>[] =>
  kunci === KUNCI_PROSES ? z.array(Topik).parse(JSON.parse(readFileSync("bpmn/topik.json", "utf8"))) : [];

const FORMULIR = /^forms\/(.+)\.html$/;

/** Names of the forms that come with a deployment. */
export const formulirDari = async (mesin: MesinModeler, deployment: string): Promise<string[]> =>
  (await mesin.namaBerkas(deployment)).flatMap((nama) => FORMULIR.exec(nama)?.[1] ?? []).sort();

/** All findings of a draft's XML; `berlaku` is the version in force, undefined for a process that never was. */
export async function periksaDraf(
  mesin: MesinModeler,
  { kunci, xml }: { readonly kunci: string; readonly xml: string },
  berlaku: Definisi | undefined,
  bahasa: "id" | "en" = "id",
): Promise<Temuan[]> {
  const [definisi, lama, formulir] = await Promise.all([
    bacaXmlAman(xml),
    berlaku && xmlVersi(mesin, berlaku.id).then(bacaXmlAman),
    berlaku ? formulirDari(mesin, berlaku.deploymentId) : [],
  ]);
  const lingkungan = { topik: topikDikenal(kunci), formulir };
  return [...periksaJalan(definisi, lama), ...(await lint(definisi, lingkungan, bahasa))];
}

export type { Temuan };
