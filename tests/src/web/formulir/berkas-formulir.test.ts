import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { susunFormulir } from "../../../../src/proses/tugas.js";
import { lembarTugas } from "../../../../src/web/formulir/daftar.js";

const FOLDER = "bpmn/forms";
const berkas = readdirSync(FOLDER).sort();
const nama = Object.keys(susunFormulir(() => "")).sort();

test("there is one form file, one answer schema and one browser form per user task", () => {
  expect(berkas).toEqual(nama.map((n) => `${n}.html`));
  expect([...Object.keys(lembarTugas), "permohonan-diajukan"].sort()).toEqual(nama);
});

test("the form files differ in nothing but their name", () => {
  const umum = new Set(
    berkas.map((b) => readFileSync(`${FOLDER}/${b}`, "utf8").replace(b.replace(/\.html$/, ""), "NAMA")),
  );
  expect([...umum]).toHaveLength(1);
  expect([...umum][0]).toContain('data-formulir="NAMA"');
});
