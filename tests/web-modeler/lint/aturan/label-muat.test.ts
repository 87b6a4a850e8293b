import { describe, expect, test } from "@jest/globals";
import { jumlahBaris } from "../../../../web-modeler/lint/aturan/label-muat.js";
import { diagram, temuan } from "../kit.js";

const kotak = (nama: string, lebar = 100, tinggi = 80) =>
  temuan(
    "label-muat",
    diagram(`<bpmn:task id="a" name="${nama}" />`, {
      akar: `<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="proses"><bpmndi:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="0" y="0" width="${lebar}" height="${tinggi}" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    }),
  );

test("five lines fit into a task, a whole sentence of the SOP does not", async () => {
  expect(await kotak("Reset password di Aplikasi SPSE")).toEqual([]);
  const kalimat =
    "Menerima Surat Permohonan dan mendisposisi kepada Kepala LPSE untuk ditindaklanjuti oleh Tim Pengelola";
  expect(await kotak(kalimat)).toEqual([["a", "Tulisan terlalu panjang untuk bentuknya."]]);
  expect(await kotak(kalimat, 300)).toEqual([]);
});

test("one word wider than the shape does not fit either", async () => {
  expect(await kotak("Pertanggungjawabannya")).toHaveLength(1);
});

describe("lines", () => {
  test("break between words and at line feeds", () => {
    expect(jumlahBaris("satu dua tiga", 30)).toBe(3);
    expect(jumlahBaris("satu\ndua", 500)).toBe(2);
  });
});
