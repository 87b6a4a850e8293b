import { expect, test } from "@jest/globals";
import { diagram, ekstensi, lajur, temuan } from "../kit.js";

const periksa = (isi: string) => temuan("langkah-atau-alasan", diagram(isi));

test("a row in a lane is fine, and so is an activity that says why it is none", async () => {
  const a = `<bpmn:task id="a">${ekstensi('<sop:langkah nomor="1" aktivitas="Menulis" waktu="1 hari" />')}</bpmn:task>`;
  const b = `<bpmn:task id="b">${ekstensi('<sop:tanpaLangkah alasan="Wadah." />')}</bpmn:task>`;
  expect(await periksa(lajur("a", "b") + a + b)).toEqual([]);
});

test("an activity outside every lane, without row and without reason is told so twice", async () => {
  expect(await periksa('<bpmn:task id="a" />')).toEqual([
    ["a", "Kegiatan tidak berada di lajur mana pun, jadi tidak punya Pelaksana."],
    ["a", "Kegiatan bukan baris SOP dan tidak menyebut alasannya."],
  ]);
});

test("what stands in a sub-process stands in its lane", async () => {
  const dalam = `<bpmn:task id="b">${ekstensi('<sop:tanpaLangkah alasan="Wadah." />')}</bpmn:task>`;
  const luar = `<bpmn:subProcess id="a">${ekstensi('<sop:tanpaLangkah alasan="Wadah." />')}${dalam}</bpmn:subProcess>`;
  expect(await periksa(lajur("a") + luar)).toEqual([]);
});

test("a row cannot at the same time be none, nor be without Aktivitas", async () => {
  const a = `<bpmn:task id="a">${ekstensi('<sop:langkah nomor="1" waktu="1 hari" /><sop:tanpaLangkah alasan="Wadah." />')}</bpmn:task>`;
  expect((await periksa(lajur("a") + a)).map(([, pesan]) => pesan)).toEqual([
    "Kegiatan adalah baris SOP, tetapi sekaligus menyebut alasan bukan baris SOP.",
    "Baris SOP belum berisi Aktivitas.",
  ]);
});
