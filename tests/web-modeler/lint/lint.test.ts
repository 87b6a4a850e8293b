import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { aturanKita } from "../../../web-modeler/lint/aturan/index.js";
import { periksaXml } from "../../../web-modeler/lint/xml.js";
import { diagram, lingkungan } from "./kit.js";

const nama = (folder: string, akhiran: string) =>
  readdirSync(folder)
    .filter((f) => f.endsWith(akhiran) && f !== "index.ts")
    .map((f) => f.slice(0, -akhiran.length));

test("one rule, one file, one test, one reason", () => {
  const terdaftar = aturanKita.map((a) => a.nama).sort();
  expect(nama("web-modeler/lint/aturan", ".ts").sort()).toEqual(terdaftar);
  expect(nama("tests/web-modeler/lint/aturan", ".test.ts").sort()).toEqual(terdaftar);
  for (const a of aturanKita) expect(a.sebab.length).toBeGreaterThan(40);
});

test("bpmnlint's recommended rules and Camunda's speak Indonesian, and English where asked", async () => {
  const xml = diagram('<bpmn:task id="a" />', { sifat: "" });
  const pesan = async (bahasa: "id" | "en") =>
    (await periksaXml(xml, lingkungan, bahasa)).filter((t) => !t.aturan.startsWith("sop/")).map((t) => t.pesan);
  expect(await pesan("id")).toEqual(
    expect.arrayContaining(["Masa simpan riwayat proses belum diisi.", "Proses belum punya kejadian awal."]),
  );
  expect(await pesan("en")).toEqual(expect.arrayContaining(["Process is missing start event"]));
});

test("errors come first and name their element", async () => {
  const semua = await periksaXml(diagram('<bpmn:task id="a" />'), lingkungan);
  expect(semua[0]).toMatchObject({ tingkat: "galat", aturan: expect.any(String) });
  expect(semua.every((t) => t.id !== "")).toBe(true);
});

test("a finding of XML that is no BPMN is a sentence, not an exception", async () => {
  for (const xml of ["", "halo", "<a/>", diagram("<bpmn:task id=").slice(0, -5)]) {
    expect(await periksaXml(xml, lingkungan)).toEqual([
      { id: "", aturan: expect.stringContaining("xml-"), tingkat: "galat", pesan: "Berkas ini bukan diagram BPMN." },
    ]);
  }
});

test("every sentence of our rules and of bpmnlint has its Indonesian", async () => {
  const { kamusLint, polaLint } = await import("../../../web-modeler/lint/kamus-id.js");
  const kita = readdirSync("web-modeler/lint/aturan").flatMap((f) => {
    const isi = readFileSync(`web-modeler/lint/aturan/${f}`, "utf8");
    return [...isi.matchAll(/lapor\(\s*[\w.]+,\s*(?:"([^"]+)"|'([^']+)')/g)].map((m) => m[1] ?? m[2] ?? "");
  });
  const dasar = readdirSync("node_modules/bpmnlint/rules").flatMap((f) => {
    const isi = readFileSync(`node_modules/bpmnlint/rules/${f}`, "utf8");
    return [...isi.matchAll(/report\([\w.]+, '([^']+)'[,)\s]/g)].map((m) => m[1] ?? "");
  });
  expect(kita.length).toBeGreaterThan(30);
  expect(dasar.length).toBeGreaterThan(25);
  const lama = new Set(["Element type <"]);
  const hilang = [...kita, ...dasar].filter(
    (k) => !(k in kamusLint) && !polaLint.some(([p]) => p.test(k)) && !lama.has(k),
  );
  expect(hilang).toEqual([]);
});
