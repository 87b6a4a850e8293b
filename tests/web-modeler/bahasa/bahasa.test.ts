import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { kamusBpmn } from "../../../web-modeler/src/bahasa/kamus-bpmn.js";
import { inggris, kamusKita } from "../../../web-modeler/src/bahasa/kamus-kita.js";
import { kamusPanel } from "../../../web-modeler/src/bahasa/kamus-panel.js";
import { kamusTemplat } from "../../../web-modeler/src/bahasa/kamus-templat.js";
import { kata } from "../../../web-modeler/src/berlaku/istilah.js";
import { kamusBerlaku } from "../../../web-modeler/src/berlaku/kamus-id.js";

const kamus: Readonly<Record<string, string>> = {
  ...kamusBpmn,
  ...kamusPanel,
  ...kamusTemplat,
  ...kamusKita,
  ...kamusBerlaku,
};
const hilang = (kunci: Iterable<string>) => [...new Set(kunci)].filter((k) => !(k in kamus));

let terpakai: { kunci: string[] };
beforeAll(async () => {
  const { stdout } = await promisify(execFile)("node", ["tests/web-modeler/bahasa/kode-terpakai.mjs"], {
    maxBuffer: 10_000_000,
  });
  terpakai = JSON.parse(stdout) as typeof terpakai;
}, 120_000);

const berkas = (folder: string): string[] =>
  readdirSync(folder).flatMap((f) => {
    const p = join(folder, f);
    return statSync(p).isDirectory() ? berkas(p) : /\.ts$/.test(p) ? [p] : [];
  });

describe("the modeler speaks Indonesian", () => {
  test("every key that any loaded part translates has its Indonesian", () => {
    expect(terpakai.kunci.length).toBeGreaterThan(400);
    expect(hilang(terpakai.kunci)).toEqual([]);
  });

  test("so have the labels of the replace menu and the colours, which are translated as data", () => {
    const sumber = [
      "bpmn-js/lib/features/replace/ReplaceOptions.js",
      "bpmn-js/lib/features/popup-menu/PopupEntries.js",
      "bpmn-js-color-picker/colors/ColorPopupProvider.js",
    ];
    const label = sumber.flatMap((s) =>
      [...readFileSync(`node_modules/${s}`, "utf8").matchAll(/label: *'([^']+)'/g)].map((m) => m[1] ?? ""),
    );
    expect(label.length).toBeGreaterThan(70);
    expect(hilang(label)).toEqual([]);
  });

  test("and the keys our own code takes from tables: columns, shortcuts, states, units", () => {
    const kode = berkas("web-modeler/src")
      .map((f) => readFileSync(f, "utf8"))
      .join("\n");
    const kolom = [...kode.matchAll(/^ {2}\["[^"]+", "([A-Z][^"]+)"\],$/gm)].map((m) => m[1] ?? "");
    const judul = [
      ...kode.matchAll(/^ {2}(?:nomor|aktivitas|persyaratan|waktu|output|keterangan): "([A-Z][^"]+)",$/gm),
    ].map((m) => m[1] ?? "");
    expect(kolom.length).toBeGreaterThan(15);
    expect(judul.length).toBe(6);
    expect(hilang([...kolom, ...judul])).toEqual([]);
    const keadaan = ["disusun", "diajukan", "disetujui", "ditolak", "diterapkan", "berlaku", "lama", "digantikan"];
    const semua = [...keadaan.map((k) => `state:${k}`), ...["menit", "jam", "hari"].map((s) => `unit:${s}`)];
    expect(hilang(semua)).toEqual([]);
    expect(semua.filter((k) => !(k in inggris))).toEqual([]);
  });

  test("what the server writes into a comparison or a trial run has its English", () => {
    const sumber = ["beda/urai", "uji/jalan", "uji/index"]
      .map((f) => readFileSync(`src/modeler/${f}.ts`, "utf8"))
      .join();
    const label = [...sumber.matchAll(/catat\((?:"|`\$\{awalan\})([A-Z][^"`$]*)/g)].map((m) => (m[1] ?? "").trim());
    const kalimat = [...sumber.matchAll(/["`](Mesin proses[^"`$]*|[A-Z][a-z-]+ [^"`$]*\.)["`$]/g)].map(
      (m) => m[1] ?? "",
    );
    expect([label.length, kalimat.length].every((n) => n > 6)).toBe(true);
    const asing = [...label, ...kalimat].filter(
      (k) => ![...kata.keys()].some((ada) => ada.startsWith(k.trim()) || k.startsWith(ada)),
    );
    expect(asing.filter((k) => !/masih berjalan/.test(k))).toEqual([]);
  });

  test("places in braces are the same in both languages", () => {
    const tempat = (s: string) => [...s.matchAll(/(?<!\$)\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect(Object.entries(kamus).filter(([k, v]) => String(tempat(k)) !== String(tempat(v)))).toEqual([]);
  });
});
