/** Checks BPMN XML on the server; the browser hands the diagram it already holds to `periksa`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import { amankanXml } from "./aman.js";
import { type Bahasa, type Lingkungan, periksa, type Temuan } from "./index.js";
import { terjemahLint } from "./pesan.js";

const require = createRequire(import.meta.url);
const bacaJson = (berkas: string): unknown => JSON.parse(readFileSync(berkas, "utf8"));
const camunda = bacaJson(require.resolve("camunda-bpmn-moddle/resources/camunda.json"));
const sop = bacaJson("bpmn/sop-moddle.json");

/** Findings of BPMN XML; what cannot be read, or is dangerous to read, is itself a finding without element. */
export async function periksaXml(xml: string, lingkungan: Lingkungan, bahasa: Bahasa = "id"): Promise<Temuan[]> {
  const tolakan = amankanXml(xml);
  if (tolakan) return [{ id: "", aturan: "xml-aman", tingkat: "galat", pesan: terjemahLint(tolakan, bahasa) }];
  const bacaan = await new BpmnModdle({ camunda, sop }).fromXML(xml).catch(() => undefined);
  if (!bacaan) {
    const pesan = terjemahLint("The file is no BPMN diagram.", bahasa);
    return [{ id: "", aturan: "xml-bersih", tingkat: "galat", pesan }];
  }
  const rusak = bacaan.warnings.map(
    (w): Temuan => ({ id: "", aturan: "xml-bersih", tingkat: "galat", pesan: w.message.split("\n")[0] ?? "" }),
  );
  return [...rusak, ...(await periksa(bacaan.rootElement, lingkungan, bahasa))];
}
