import { expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { csv } from "../../../src/tabel/csv.js";
import type { Tabel } from "../../../src/tabel/tabel.js";
import { xlsx } from "../../../src/tabel/xlsx.js";

const tabel = (...baris: Tabel["baris"]): Tabel => ({
  nama: "Uji",
  kolom: [
    { judul: "Nama", jenis: "teks", lebar: 10 },
    { judul: "Jumlah", jenis: "angka", lebar: 10 },
    { judul: "Saat", jenis: "saat", lebar: 10 },
  ],
  baris,
});

const isiXlsx = async (t: Tabel): Promise<string> =>
  Object.entries(unzipSync(await xlsx([t])))
    .filter(([nama]) => /sheet1|sharedStrings/.test(nama))
    .map(([, isi]) => Buffer.from(isi).toString())
    .join("");

test("CSV begins with the mark of UTF-8, parts by semicolons, and shows Jakarta's clock", () => {
  const isi = csv([tabel(["Biro Keuangan", 12.5, new Date("2026-11-23T03:05:00Z")], [null, -3, null])]);
  expect(isi.toString()).toBe("\uFEFFNama;Jumlah;Saat\r\nBiro Keuangan;12,5;2026-11-23 10:05\r\n;-3;\r\n");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("CSV text %j is no formula", (teks) => {
  const [, baris = ""] = csv([tabel([teks, 1, null])])
    .toString()
    .split("\r\n");
  expect(baris.replace(/^"/, "").startsWith("'")).toBe(true);
});

test("CSV text with separators, quotes and line breaks stays one cell", () => {
  expect(csv([tabel(['a;"b"\nc', 1, null])]).toString()).toContain('"a;""b""\nc";1;');
});

test("several tables stand one below the other under their names", () => {
  expect(csv([tabel(["a", 1, null]), { ...tabel(["b", 2, null]), nama: "Dua" }]).toString()).toBe(
    "\uFEFFUji\r\nNama;Jumlah;Saat\r\na;1;\r\n\r\nDua\r\nNama;Jumlah;Saat\r\nb;2;\r\n",
  );
});

test("a workbook holds no formula whatever the text begins with, and no character that Excel refuses", async () => {
  const isi = await isiXlsx(tabel(["=HYPERLINK(1)", 1, null], ["\u0001<b>&\u0008", 2, new Date(0)]));
  expect(isi).toContain("=HYPERLINK(1)");
  expect(isi).not.toMatch(/<f[ >]/);
  expect(isi).toContain("&lt;b&gt;&amp;");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
  expect(isi).not.toMatch(/[\u0000-\u0008]/);
});

test("an empty table is a workbook with its headings", async () => {
  expect(await isiXlsx(tabel())).toContain("Jumlah");
});
