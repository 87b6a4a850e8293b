import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createFormulirTerbaca } from "../../../../src/gateway/mesin/formulir-terbaca.js";
import type { Mesin } from "../../../../src/gateway/mesin/mesin.js";
import { susunFormulir } from "../../../../src/proses/tugas.js";

const asal = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
const baru = asal.replace(
  '<bpmn:endEvent id="akhir-ditolak"',
  '<bpmn:userTask id="periksa-ulang" camunda:formKey="embedded:deployment:forms/verifikasi-permohonan.html" />$&',
);

test("a new step uses the form its own definition gives it; each definition is read once", async () => {
  let dibaca = 0;
  const diagram = async (id: string) => {
    dibaca += 1;
    return id === "p:2:b" ? baru : asal;
  };
  const formulirTugas = createFormulirTerbaca(
    { diagram } as unknown as Mesin,
    susunFormulir(() => "2026-11-23"),
  );
  expect(await formulirTugas("p:2:b", "periksa-ulang")).toBe("verifikasi-permohonan");
  expect(await formulirTugas("p:2:b", "perintah-reset")).toBe("perintah-reset");
  expect(await formulirTugas("p:1:a", "periksa-ulang")).toBeUndefined();
  expect(dibaca).toBe(2);
});
