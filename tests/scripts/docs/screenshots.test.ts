import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { kecilkan, SATU_MAKS, SEMUA_MAKS, terlaluBesar } from "../../../scripts/docs/screenshots.js";

test("a picture of a page becomes smaller and keeps its size in pixels", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#eef"/>
    <text x="20" y="60" font-size="40">Periksa surat dan akun</text><circle cx="400" cy="250" r="90" fill="#1f5a8a"/></svg>`;
  const asli = await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
  const kecil = await kecilkan(asli);
  expect(kecil.length).toBeLessThan(asli.length);
  expect(await sharp(kecil).metadata()).toMatchObject({ format: "png", width: 640, height: 400, isPalette: true });
});

test("too large a picture is named, and too many of them are counted", () => {
  expect(terlaluBesar(new Map([["a.png", SATU_MAKS]]))).toEqual([]);
  expect(terlaluBesar(new Map([["a.png", SATU_MAKS + 1]]))).toEqual(["a.png has 151 kB, more than 150 kB"]);
  const banyak = new Map(Array.from({ length: 27 }, (_, i) => [`${i}.png`, SATU_MAKS] as const));
  expect(SATU_MAKS * 27).toBeGreaterThan(SEMUA_MAKS);
  expect(terlaluBesar(banyak)).toEqual(["all together have 4050 kB, more than 4000 kB"]);
});
