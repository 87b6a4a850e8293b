import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bedaTeks, berubah } from "../../../../src/web/bagian/beda-kata.js";

const pendek = (lama: string, baru: string) =>
  bedaTeks(lama, baru).map(({ jenis, teks }) => ({ sama: teks, tambah: `+${teks}`, hapus: `-${teks}` })[jenis]);

describe("what changed between two versions of a passage", () => {
  it("is told word by word, what was taken out before what came in its place", () => {
    expect(pendek("Dua akun telah di-reset hari ini.", "Tiga akun telah di-reset.")).toEqual([
      "-Dua",
      "+Tiga",
      "akun telah",
      "-di-reset hari ini.",
      "+di-reset.",
    ]);
  });

  it("is nothing where only blanks differ, and something where a new paragraph begins", () => {
    expect(berubah(bedaTeks("satu  dua", "satu dua "))).toBe(false);
    expect(pendek("satu. dua", "satu.\n\ndua")).toEqual(["satu.", "+\n\n", "dua"]);
  });

  it("keeps every word of both texts in its order", () => {
    const teks = fc.array(fc.constantFrom("a", "b", "c", "dd", "\n"), { maxLength: 30 }).map((kata) => kata.join(" "));
    const kata = (isi: string) => isi.split(/\s+/).filter((satu) => satu !== "");
    fc.assert(
      fc.property(teks, teks, (lama, baru) => {
        const beda = bedaTeks(lama, baru);
        const tanpa = (jenis: string) => beda.filter((b) => b.jenis !== jenis).flatMap((b) => kata(b.teks));
        expect(tanpa("tambah")).toEqual(kata(lama));
        expect(tanpa("hapus")).toEqual(kata(baru));
      }),
    );
  });

  it("does not compute for long where everything is another text", () => {
    const lama = Array.from({ length: 4_000 }, (_, i) => `l${i}`).join(" ");
    const baru = Array.from({ length: 4_000 }, (_, i) => `b${i}`).join(" ");
    expect(bedaTeks(lama, baru).map(({ jenis }) => jenis)).toEqual(["hapus", "tambah"]);
  });
});
