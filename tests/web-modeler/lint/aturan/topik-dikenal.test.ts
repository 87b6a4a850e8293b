import { expect, test } from "@jest/globals";
import { diagram, temuan } from "../kit.js";

const tugas = (sifat: string) => temuan("topik-dikenal", diagram(`<bpmn:serviceTask id="a" ${sifat} />`));

test("a topic that a worker serves is right", async () => {
  expect(await tugas('camunda:type="external" camunda:topic="surat-kirim"')).toEqual([]);
});

test("a topic that no worker serves is an error", async () => {
  expect(await tugas('camunda:type="external" camunda:topic="surat-krim"')).toEqual([
    ["a", "Tidak ada pekerja yang melayani topik “surat-krim”."],
  ]);
});

test("an automated activity must say what does it", async () => {
  expect(await tugas("")).toEqual([["a", "Kegiatan otomatis belum menyebut siapa yang mengerjakannya; pilih topik."]]);
  expect(await tugas('camunda:type="external"')).toEqual([["a", "Kegiatan otomatis belum menyebut topik."]]);
  expect(await tugas('camunda:topic="surat-kirim"')).toEqual([
    ["a", "Kegiatan yang bertopik harus berjenis eksternal."],
  ]);
});
