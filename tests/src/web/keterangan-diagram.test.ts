import { expect, test } from "@jest/globals";
import { keterangan } from "../../../web-modeler/keterangan.js";

const kegiatan = (nomor: string) => ({
  $type: "bpmn:UserTask",
  id: `k${nomor}`,
  name: "Nama",
  extensionElements: {
    values: [{ $type: "camunda:X" }, { $type: "sop:Langkah", nomor, aktivitas: "<i>A</i>", waktu: "1 hari" }],
  },
});
const baca = (unsur: unknown) => keterangan(unsur, "Kepala UKPBJ");

test("an activity tells its SOP row with the actor of its lane", () => {
  expect(baca(kegiatan("2"))).toEqual({
    id: "k2",
    nama: "Nama",
    jenis: "Kegiatan oleh orang",
    langkah: {
      id: "k2",
      nomor: 2,
      aktivitas: "<i>A</i>",
      persyaratan: "",
      waktu: "1 hari",
      output: "",
      keterangan: "",
      pelaksana: "Kepala UKPBJ",
    },
  });
});

test("an activity outside the SOP tells why", () => {
  const unsur = {
    $type: "bpmn:ServiceTask",
    id: "x",
    extensionElements: { values: [{ $type: "sop:TanpaLangkah", alasan: "Jalan keluar." }] },
  };
  expect(baca(unsur)).toEqual({ id: "x", nama: "", jenis: "Kegiatan otomatis", tanpaLangkah: "Jalan keluar." });
});

test("what is no element is passed over", () => {
  expect(baca(undefined)).toBeUndefined();
});
