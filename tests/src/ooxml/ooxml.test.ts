import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bacaXml, cari, isiTeks } from "../../../src/ooxml/baca-xml.js";
import { hurufKolom } from "../../../src/ooxml/xlsx.js";
import { el, lolosXml } from "../../../src/ooxml/xml.js";
import { bacaZip, tulisZip } from "../../../src/ooxml/zip.js";

const BATAS = { satu: 1_000, semua: 1_500, entri: 3 };

describe("XML that is written", () => {
  test("is read back with every character that XML can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (teks) => {
        const akar = bacaXml(el("a", { b: teks }, el("c", {}, lolosXml(teks))));
        // What XML has no way to write is left out.
        const sah = teks.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
        expect(cari(akar, "a")[0]?.atribut.b).toBe(sah);
        expect(cari(akar, "c").map(isiTeks)).toEqual([sah]);
      }),
    );
  });
});

describe("ZIP files", () => {
  test("are the same bytes for the same entries", () => {
    expect(tulisZip({ a: "satu", b: "dua" }).equals(tulisZip({ a: "satu", b: "dua" }))).toBe(true);
  });

  test("give only the entries asked for", () => {
    const isi = bacaZip(tulisZip({ a: "satu", b: "dua" }), (nama) => nama === "b", BATAS);
    expect([...isi].map(([nama, data]) => [nama, data.toString()])).toEqual([["b", "dua"]]);
  });

  test.each([
    ["one entry is too large", { a: "x".repeat(1_001) }],
    ["all together are too large", { a: "x".repeat(900), b: "x".repeat(900) }],
    ["there are too many", { a: "", b: "", c: "", d: "" }],
  ])("are refused where %s", (_apa, isi) => {
    expect(() => bacaZip(tulisZip(isi), () => true, BATAS)).toThrow(/terlalu/);
  });
});

test("columns of a sheet have letters like in a spreadsheet", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(hurufKolom)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
