import { expect, test } from "@jest/globals";
import { diagram, temuan } from "../kit.js";

const TUGAS = '<bpmn:serviceTask id="a" camunda:type="external" camunda:topic="surat-kirim" />';
const tepi = (galat: string, pada = "a") =>
  `<bpmn:boundaryEvent id="tepi" attachedToRef="${pada}"><bpmn:errorEventDefinition id="d" ${galat && `errorRef="${galat}"`} /></bpmn:boundaryEvent>`;
const akar =
  '<bpmn:error id="benar" name="x" errorCode="SURAT_TIDAK_TERKIRIM" /><bpmn:error id="salah" name="y" errorCode="LAIN" />';
const periksa = (isi: string) => temuan("galat-cocok", diagram(isi, { akar }));

test("an error caught at the activity, by a catch-all, or around the sub-process is caught", async () => {
  expect(await periksa(TUGAS + tepi("benar"))).toEqual([]);
  expect(await periksa(TUGAS + tepi(""))).toEqual([]);
  expect(await periksa(`<bpmn:subProcess id="s">${TUGAS}</bpmn:subProcess>${tepi("benar", "s")}`)).toEqual([]);
});

test("an error that nothing catches is reported with its code", async () => {
  expect(await periksa(TUGAS)).toEqual([
    ["a", "Galat “SURAT_TIDAK_TERKIRIM” dari topik “surat-kirim” tidak ditangkap."],
  ]);
});

test("waiting for a code the topic never raises is reported at the event", async () => {
  expect(await periksa(TUGAS + tepi("salah"))).toEqual([
    ["a", "Galat “SURAT_TIDAK_TERKIRIM” dari topik “surat-kirim” tidak ditangkap."],
    ["tepi", "Topik “surat-kirim” tidak pernah menimbulkan galat “LAIN”."],
  ]);
});

test("an error event sub-process catches too", async () => {
  const awal = '<bpmn:startEvent id="m"><bpmn:errorEventDefinition id="d" errorRef="benar" /></bpmn:startEvent>';
  expect(await periksa(`${TUGAS}<bpmn:subProcess id="s" triggeredByEvent="true">${awal}</bpmn:subProcess>`)).toEqual(
    [],
  );
});
