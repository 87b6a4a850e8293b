import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { teksXml } from "../../../web-modeler/src/berkas/penyandian.js";

const FOLDER = "tests/web-modeler/penyandian";

test.each(readdirSync(FOLDER))("%s keeps its letters, and no longer says in which encoding it came", (nama) => {
  const teks = teksXml(readFileSync(`${FOLDER}/${nama}`));
  expect(teks).toContain('name="Prüfung café ñandú"');
  expect(teks.startsWith('<?xml version="1.0"?>')).toBe(true);
});

test("a file without declaration is UTF-8, one in an unknown encoding is read as such", () => {
  const isi = (awal: string) => new TextEncoder().encode(`${awal}<a>é</a>`);
  expect(teksXml(isi(""))).toBe("<a>é</a>");
  expect(teksXml(isi('<?xml version="1.0" encoding="x-lain"?>'))).toBe('<?xml version="1.0"?><a>é</a>');
});
