import { expect, test } from "@jest/globals";
import { diagram, temuan } from "../kit.js";

const alur = (dari: string, ke: string) =>
  `<bpmn:sequenceFlow id="${dari}-${ke}" sourceRef="${dari}" targetRef="${ke}" />`;
const MULAI = '<bpmn:startEvent id="mulai"><bpmn:outgoing>mulai-a</bpmn:outgoing></bpmn:startEvent>';
const periksa = (isi: string) => temuan("jalan-buntu", diagram(isi));
const simpul = (tipe: string, id: string, masuk: string[], keluar: string[], isi = "") =>
  `<bpmn:${tipe} id="${id}">${masuk.map((d) => `<bpmn:incoming>${d}-${id}</bpmn:incoming>`).join("")}${keluar
    .map((k) => `<bpmn:outgoing>${id}-${k}</bpmn:outgoing>`)
    .join("")}${isi}</bpmn:${tipe}>`;

test("start, step, end: nothing to say", async () => {
  const isi = MULAI + simpul("task", "a", ["mulai"], ["z"]) + simpul("endEvent", "z", ["a"], []);
  expect(await periksa(isi + alur("mulai", "a") + alur("a", "z"))).toEqual([]);
});

test("a step behind nothing is unreachable, and so is what follows it", async () => {
  const isi = MULAI + simpul("task", "a", ["mulai"], ["z"]) + simpul("endEvent", "z", ["a", "b"], []);
  const lepas = simpul("task", "b", [], ["z"]);
  expect(await periksa(isi + lepas + alur("mulai", "a") + alur("a", "z") + alur("b", "z"))).toEqual([
    ["b", "Tidak ada jalan ke sini dari kejadian awal."],
  ]);
});

test("a circle without a way out never ends, and the steps before it neither", async () => {
  const isi =
    MULAI +
    simpul("task", "a", ["mulai", "b"], ["b"]) +
    simpul("task", "b", ["a"], ["a"]) +
    simpul("endEvent", "z", [], []);
  const hasil = await periksa(isi + alur("mulai", "a") + alur("a", "b") + alur("b", "a"));
  expect(hasil.filter(([, p]) => p === "Dari sini tidak ada jalan menuju kejadian akhir.").map(([id]) => id)).toEqual([
    "a",
    "b",
    "mulai",
  ]);
});

test("a boundary event leads on, an event sub-process starts by itself", async () => {
  const tepi = '<bpmn:boundaryEvent id="t" attachedToRef="a"><bpmn:outgoing>t-y</bpmn:outgoing></bpmn:boundaryEvent>';
  const isi = MULAI + simpul("task", "a", ["mulai"], ["z"]) + simpul("endEvent", "z", ["a"], []);
  const kejadian = '<bpmn:subProcess id="s" triggeredByEvent="true" />';
  const semua = isi + tepi + simpul("endEvent", "y", ["t"], []) + kejadian;
  expect(await periksa(semua + alur("mulai", "a") + alur("a", "z") + alur("t", "y"))).toEqual([]);
});
