// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions are the engine's, not JavaScript's
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { ModdleElement } from "bpmn-moddle";
import { periksaJalan } from "../../../src/modeler/aman-jalan.js";
import { bacaDefinisi } from "../../../src/sop/moddle.js";
import { ganti } from "../../support/ganti.js";

const asal = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
let berlaku: ModdleElement;
beforeAll(async () => {
  berlaku = (await bacaDefinisi(asal)).rootElement;
});

const ubah = (cari: string | RegExp, dengan: string): string => ganti(asal, cari, dengan);
const temuan = async (xml: string) => periksaJalan((await bacaDefinisi(xml)).rootElement, berlaku);
const syarat = (isi: string) =>
  ubah("${keputusanPemohon == 'tarik'}", `$${isi.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`);

test("the diagram in force passes, its listeners included", async () => {
  expect(await temuan(asal)).toEqual([]);
});

test.each([
  "{keputusanPemohon == 'tarik' && empty alasan}",
  "{jumlah < 3}",
  "{akunDisetujui.elements().size() > 1}",
  "{hasil.prop('status').stringValue() == 'gagal'}",
])("$%s may be said anew", async (isi) => expect(await temuan(syarat(isi))).toEqual([]));

describe("is not given to the engine", () => {
  test.each([
    ["{execution.processEngineServices.identityService.createUserQuery().count() > 0}"],
    ["{execution.setVariable('a', 1)}"],
    ["{''.getClass().forName('java.lang.Runtime')}"],
    ["{''['class']}"],
    ["{task.assignee == 'x'}"],
    ["{S('x')}"],
  ])("$%s", async (isi) => {
    expect(await temuan(syarat(isi))).toMatchObject([
      { id: "alur-permohonan-ditarik", aturan: "hanya-yang-aman", tingkat: "galat" },
    ]);
  });

  test.each([
    ["a shell task", "surat-kirim", 'camunda:type="external" camunda:topic="surat-kirim"', 'camunda:type="shell"'],
    [
      "a Java class",
      "surat-kirim",
      'camunda:type="external" camunda:topic="surat-kirim"',
      'camunda:class="org.contoh.Jahat"',
    ],
    [
      "a delegate expression",
      "surat-kirim",
      'camunda:type="external" camunda:topic="surat-kirim"',
      'camunda:delegateExpression="$${jahat}"',
    ],
    [
      "a script in a condition",
      "alur-dikembalikan-lpse",
      /(<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression")(>\$\{keputusanPerintah)/,
      '$1 language="javascript"$2',
    ],
    [
      "a script in a mapping",
      "arsip-simpan",
      "${sla.tenggat('PT10M')}",
      '<camunda:script scriptFormat="javascript">1</camunda:script>',
    ],
    [
      "a script task",
      "skrip",
      /<bpmn:endEvent id="akhir-ditolak"/,
      '<bpmn:scriptTask id="skrip" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>$&',
    ],
    [
      "a listener of code",
      "eskalasi-tenggat",
      '<sop:tanpaLangkah alasan="Wadah pemantauan tenggat." />',
      '$&<camunda:executionListener class="org.contoh.Jahat" event="start" />',
    ],
  ])("%s", async (_apa, id, cari, dengan) => {
    expect(await temuan(ubah(cari, dengan))).toMatchObject([{ id, aturan: "hanya-yang-aman", tingkat: "galat" }]);
  });
});
