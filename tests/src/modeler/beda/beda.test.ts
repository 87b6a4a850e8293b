// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions are the engine's, not JavaScript's
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { diff } from "bpmn-js-differ";
import { bandingkan, type Perubahan } from "../../../../src/modeler/beda/index.js";
import { bacaDefinisi } from "../../../../src/sop/moddle.js";
import { ganti } from "../../../support/ganti.js";

const asal = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");

const ubah = (cari: string | RegExp, dengan: string): string => ganti(asal, cari, dengan);
async function beda(baru: string, lama = asal): Promise<Perubahan[]> {
  const [a, b] = await Promise.all([bacaDefinisi(lama), bacaDefinisi(baru)]);
  expect([...a.warnings, ...b.warnings]).toEqual([]);
  return bandingkan(a.rootElement, b.rootElement);
}
const satuSatu = async (baru: string) =>
  (await beda(baru)).flatMap((p) => p.rincian.map((r) => [p.jenis, p.elemen, r.sifat, r.lama, r.baru]));

test("a diagram written anew without a change has no changes", async () => {
  expect(await beda(asal)).toEqual([]);
});

describe("each kind of change is told with its old and new words", () => {
  test.each([
    [
      "SOP: Waktu",
      /(nomor="4".*?)waktu="30 menit"/,
      '$1waktu="45 menit"',
      "verifikasi-permohonan",
      "Waktu",
      "30 menit",
      "45 menit",
    ],
    [
      "SOP: keterangan",
      'keterangan="Surat Permohonan ditandatangani oleh Kepala Satuan Kerja"',
      'keterangan=""',
      "kirim-permohonan",
      "Keterangan",
      "Surat Permohonan ditandatangani oleh Kepala Satuan Kerja",
      "",
    ],
    [
      "SOP: reason of an activity without a row",
      'alasan="Wadah pemantauan tenggat."',
      'alasan="Lain."',
      "eskalasi-tenggat",
      "Alasan bukan baris SOP",
      "Wadah pemantauan tenggat.",
      "Lain.",
    ],
    [
      "SOP: group of a lane",
      '<sop:pelaksana grup="kepala-lpse" />',
      '<sop:pelaksana grup="kepala-ukpbj" />',
      "lane-kepala-lpse",
      "Grup pelaksana lajur",
      "kepala-lpse",
      "kepala-ukpbj",
    ],
    [
      "form",
      "forms/perintah-reset.html",
      "forms/koreksi-draf.html",
      "perintah-reset",
      "Formulir",
      "embedded:deployment:forms/perintah-reset.html",
      "embedded:deployment:forms/koreksi-draf.html",
    ],
    [
      "candidate group",
      'camunda:candidateGroups="kepala-lpse" camunda:dueDate="${tenggat}"',
      'camunda:candidateGroups="kepala-ukpbj" camunda:dueDate="$${tenggat}"',
      "perintah-reset",
      "Grup pelaksana",
      "kepala-lpse",
      "kepala-ukpbj",
    ],
    [
      "topic",
      'camunda:topic="surat-kirim"',
      'camunda:topic="arsip-simpan"',
      "surat-kirim",
      "Topik kerja otomatis",
      "surat-kirim",
      "arsip-simpan",
    ],
    [
      "input mapping",
      "${sla.tenggat('PT10M')}",
      "$${sla.tenggat('PT20M')}",
      "arsip-simpan",
      "Masukan tenggat",
      "${sla.tenggat('PT10M')}",
      "${sla.tenggat('PT20M')}",
    ],
    [
      "condition",
      "keputusanPerintah == 'kembalikan'",
      "keputusanPerintah == 'balik'",
      "alur-dikembalikan-lpse",
      "Syarat",
      "${keputusanPerintah == 'kembalikan'}",
      "${keputusanPerintah == 'balik'}",
    ],
    [
      "default flow",
      'default="alur-diperintahkan"',
      "",
      "perintah-diputuskan",
      "Alur bila tidak ada syarat terpenuhi",
      "diperintahkan",
      "",
    ],
    [
      "listener",
      /(setVariable\(&#39;)hasil_/,
      "$1capaian_",
      "proses-akun",
      "Pendengar kegiatan, saat end",
      expect.stringContaining("hasil_"),
      expect.stringContaining("capaian_"),
    ],
    [
      "loop",
      "${akunDisetujui.elements()}",
      "$${akun.elements()}",
      "proses-akun",
      "Pengulangan › Daftar yang diulang",
      "${akunDisetujui.elements()}",
      "${akun.elements()}",
    ],
    [
      "error code",
      'errorCode="SURAT_TIDAK_TERKIRIM"',
      'errorCode="LAIN"',
      "galat-surat-tidak-terkirim",
      "Kode galat",
      "SURAT_TIDAK_TERKIRIM",
      "LAIN",
    ],
    [
      "starters",
      'candidateStarterGroups="satuan-kerja"',
      'candidateStarterGroups="kepala-lpse"',
      "reset-password-spse",
      "Grup yang boleh memulai",
      "satuan-kerja",
      "kepala-lpse",
    ],
    [
      "history",
      'historyTimeToLive="P365D"',
      'historyTimeToLive="P30D"',
      "reset-password-spse",
      "Lama riwayat disimpan",
      "P365D",
      "P30D",
    ],
    [
      "name of a flow",
      'name="didisposisi"',
      'name="diteruskan"',
      "alur-didisposisi",
      "Nama",
      "didisposisi",
      "diteruskan",
    ],
    [
      "asynchronous",
      'id="akun-gagal" name="Akun gagal di-reset" camunda:asyncBefore="true"',
      'id="akun-gagal" name="Akun gagal di-reset"',
      "akun-gagal",
      "Menunggu sebelum",
      "true",
      "false",
    ],
    [
      "interrupting",
      'name="60 menit" cancelActivity="false"',
      'name="60 menit"',
      "tenggat-langkah-3",
      "Menghentikan kegiatan",
      "false",
      "true",
    ],
  ])("%s", async (_apa, cari, ganti, elemen, sifat, lama, baru) => {
    expect(await satuSatu(ubah(cari, ganti))).toContainEqual(["ubah", elemen, sifat, lama, baru]);
  });

  test("timer", async () => {
    const semula = "${sla.siklus(pengingat, tenggat)}";
    const baru = ubah(
      /(id="tenggat-langkah-2-timer">\s*<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">)[^<]+/,
      "$1$${lain}",
    );
    expect(await satuSatu(baru)).toEqual([["ubah", "tenggat-langkah-2", "Pewaktu (berulang)", semula, "${lain}"]]);
  });

  test("lane: an activity that another actor does now", async () => {
    const tanpa = ubah("<bpmn:flowNodeRef>surat-kirim</bpmn:flowNodeRef>", "");
    const baru = ganti(
      tanpa,
      "<bpmn:flowNodeRef>koreksi-draf</bpmn:flowNodeRef>",
      "$&<bpmn:flowNodeRef>surat-kirim</bpmn:flowNodeRef>",
    );
    expect(await satuSatu(baru)).toEqual([
      ["ubah", "surat-kirim", "Lajur pelaksana", "Tim Pengelola LPSE", "Kepala LPSE"],
    ]);
  });

  test("an extension that nobody here knows", async () => {
    const asing = (nilai: string) =>
      ganti(
        ubah("<bpmn:definitions xmlns:bpmn=", '<bpmn:definitions xmlns:lain="http://lain" xmlns:bpmn='),
        '<sop:pelaksana grup="satuan-kerja" />',
        `$&<lain:hal jenis="${nilai}"><lain:isi>x</lain:isi></lain:hal>`,
      );
    const [satu] = (await beda(asing("b"), asing("a"))).flatMap((p) => p.rincian);
    expect(satu).toMatchObject({
      sifat: "Tambahan lain:hal",
      lama: expect.stringContaining("a"),
      baru: expect.stringContaining("b"),
    });
  });
});

test("added and removed elements are named, with what they say", async () => {
  const tambahan = `<bpmn:userTask id="telaah" name="Telaah" camunda:candidateGroups="kepala-lpse" /><bpmn:endEvent id="akhir-surat-terkirim"`;
  const ada = await beda(ubah('<bpmn:endEvent id="akhir-surat-terkirim"', tambahan));
  expect(ada).toMatchObject([{ jenis: "tambah", elemen: "telaah", nama: "Kegiatan oleh orang “Telaah”" }]);
  expect(ada[0]?.rincian).toContainEqual({ sifat: "Grup pelaksana", lama: "", baru: "kepala-lpse" });
  expect(await beda(asal, ubah('<bpmn:endEvent id="akhir-surat-terkirim"', tambahan))).toMatchObject([
    { jenis: "hapus", elemen: "telaah" },
  ]);
});

test("what only moved is told apart from what changed", async () => {
  const baru = ubah(/(bpmnElement="perintah-reset"[^>]*>\s*<dc:Bounds x=")\d+/, "$1999");
  expect(await beda(baru)).toEqual([
    expect.objectContaining({ jenis: "pindah", elemen: "perintah-reset", rincian: [] }),
  ]);
});

test("everything bpmn-js-differ finds is found, for every attribute of the diagram changed in turn", async () => {
  const model = asal.slice(0, asal.indexOf("<bpmndi:BPMNDiagram"));
  const atribut = [
    ...model.matchAll(/ (?!xmlns|xsi|id=|targetNamespace|version=|encoding=)([\w:]+)="([^"]*)"/g),
  ].filter(
    ([, nama]) =>
      !/Ref$|^default$|cancelActivity|isInterrupting|triggeredByEvent|isExecutable|asyncBefore/.test(String(nama)),
  );
  expect(atribut.length).toBeGreaterThan(250);
  const lama = (await bacaDefinisi(asal)).rootElement;
  // Every thirteenth keeps the test short; the choice shifts with the diagram.
  for (const [i, { index, 0: teks }] of atribut.entries()) {
    if (i % 13 !== 0) continue;
    const baru = `${asal.slice(0, index)}${teks.slice(0, -1)}X"${asal.slice(index + teks.length)}`;
    const { rootElement, warnings } = await bacaDefinisi(baru);
    expect(warnings).toEqual([]);
    const ditemukan = bandingkan(lama, rootElement);
    expect({ teks, jumlah: Math.min(1, ditemukan.flatMap((p) => p.rincian).length) }).toEqual({ teks, jumlah: 1 });
    const elemen = new Set(ditemukan.map((p) => p.elemen));
    const kata = Object.keys(diff(lama, rootElement)._changed).filter(
      // A pool refers to the whole process and an event definition belongs to its event.
      (id) => /^[a-z]/.test(id) && !/^pool-|-(timer|pesan|eskalasi|galat)$/.test(id),
    );
    expect(kata.filter((id) => !elemen.has(id))).toEqual([]);
  }
});
