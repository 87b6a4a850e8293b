import { describe, expect, it } from "@jest/globals";
import { bacaFolderSurat } from "../../../src/surat/berkas.js";
import { createGlyphGuard, petakanTeks, titikKode } from "../../../src/surat/huruf.js";
import { FOLDER_SURAT } from "./contoh.js";

const { huruf } = bacaFolderSurat(FOLDER_SURAT);
const saring = createGlyphGuard(huruf);
const punya = (keluarga: string, kode: number) =>
  huruf.some(({ nama, isi }) => nama.includes(keluarga) && nama.includes("Regular") && titikKode(isi).has(kode));

describe("characters the fonts cannot draw", () => {
  it.each([
    "Dr. Siti Aminah, S.T.",
    "Ŝtraße Łódź Ngô Bảo Châu",
    "محمد بن عبد الله ﷺ",
    "Al-Qur’ani ‘Aini",
    "e\u0301",
    "Дмитрий",
  ])("leaves %s as it is", (teks) => {
    expect(saring(teks)).toBe(teks);
  });

  it("replaces each of them by one box, a composed emoji or an accented foreign letter included", () => {
    expect(saring("a😀b 漢字 👨‍👩‍👧 क्षि\nz")).toMatch(/^a□b □□ □ □+\nz$/u);
  });

  it("replaces a letter and its accent when only two different fonts together have both", () => {
    const tandaArimo = Array.from({ length: 0x70 }, (_, i) => 0x300 + i).find(
      (kode) => punya("Arimo", kode) && !punya("NotoNaskh", kode),
    );
    expect(tandaArimo).toBeDefined();
    expect(saring(`م${String.fromCodePoint(tandaArimo ?? 0)}`)).toBe("□");
  });

  it("counts a character as drawable only when every style of its family has it", () => {
    const isi = (nama: string) => huruf.find((satu) => satu.nama.endsWith(nama))?.isi ?? Buffer.alloc(0);
    const regular = { nama: "fonts/X-Regular.ttf", isi: isi("Arimo-Regular.ttf") };
    const bold = { nama: "fonts/X-Bold.ttf", isi: isi("NotoNaskhArabic-Bold.ttf") };
    expect(createGlyphGuard([regular])("Дa")).toBe("Дa");
    expect(createGlyphGuard([regular, bold])("Дa")).toBe("□a");
  });

  it("reads from the fonts which characters they have", () => {
    expect([0x41, 0xe9, 0x25a1].every((kode) => punya("Arimo", kode))).toBe(true);
    expect([0x6f22, 0x0645].some((kode) => punya("Arimo", kode))).toBe(false);
    expect(punya("NotoNaskh", 0x0645)).toBe(true);
  });

  it("maps every text of a structure and nothing else", () => {
    expect(petakanTeks({ a: "x", b: [{ c: "y", n: 1 }] }, (teks) => teks.toUpperCase())).toEqual({
      a: "X",
      b: [{ c: "Y", n: 1 }],
    });
  });
});
