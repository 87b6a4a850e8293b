/** Small diagrams for the rules' tests. */
import type { Lingkungan } from "../../../web-modeler/lint/index.js";
import { periksaXml } from "../../../web-modeler/lint/xml.js";

const ATAS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:sop="https://lpse.example/skema/sop/1.0" id="definisi" targetNamespace="uji">`;

export const lingkungan: Lingkungan = {
  topik: [{ topik: "surat-kirim", masukan: [], keluaran: [], galat: ["SURAT_TIDAK_TERKIRIM"] }],
  formulir: ["disposisi-permohonan"],
};

/** A document around what a process holds; `akar` stands beside the process, `sifat` are more attributes of it. */
export const diagram = (
  isi: string,
  { akar = "", sifat = 'camunda:historyTimeToLive="P365D"', id = "proses" } = {},
): string =>
  `${ATAS}<bpmn:process id="${id}" isExecutable="true" ${sifat}>${isi}</bpmn:process>${akar}</bpmn:definitions>`;

/** A lane of the group `kepala-ukpbj` that holds some elements. */
export const lajur = (...ids: string[]): string =>
  `<bpmn:laneSet id="lajur2"><bpmn:lane id="lajur" name="Kepala UKPBJ"><bpmn:extensionElements><sop:pelaksana grup="kepala-ukpbj" /></bpmn:extensionElements>${ids
    .map((i) => `<bpmn:flowNodeRef>${i}</bpmn:flowNodeRef>`)
    .join("")}</bpmn:lane></bpmn:laneSet>`;

export const ekstensi = (isi: string): string => `<bpmn:extensionElements>${isi}</bpmn:extensionElements>`;

/** What one rule of ours says: `[element, sentence]`. */
export async function temuan(aturan: string, xml: string): Promise<[string, string][]> {
  const semua = await periksaXml(xml, lingkungan);
  return semua.filter((t) => t.aturan === `sop/${aturan}`).map((t) => [t.id, t.pesan]);
}
