import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createLetterRenderer } from "../../support/surat.js";
import { akun, dataSurat, FOLDER_SURAT } from "./contoh.js";
import { bacaPdf, rapat, teksHalaman } from "./pdf.js";

const surat = createLetterRenderer({ dir: FOLDER_SURAT });
/** Points in a centimetre. */
const CM = 72 / 2.54;

describe("hostile names", () => {
  it.each([
    '#set page(fill: red) *tebal* _miring_ $x^2$ `kode` @ref <label> #include "kop.json"',
    "\"Kutip\" 'tunggal' “pintar” \\ \\u{41} // komentar /* x */",
    '{satker} {"a":1} <b>x</b> &amp; %s $y',
    "- butir = judul + nomor / istilah: arti ~ -- --- ...",
    "Ŝtraße Łódź Ngô Bảo Châu",
  ])("print %s letter for letter", async (nama) => {
    const { halaman } = await bacaPdf(surat.render(dataSurat({ akun: [akun({ nama })], kepada: nama })).pdf);
    expect(halaman).toHaveLength(1);
    expect(teksHalaman(halaman[0]).split(rapat(nama))).toHaveLength(3);
  });

  it("print Arabic with glyphs of its own", () => {
    const nama = "محمد بن عبد الله";
    const tercetak = surat.render(dataSurat({ akun: [akun({ nama })] }));
    expect(tercetak.teks).toContain(nama);
    expect(tercetak.pdf.toString("latin1")).toContain("NotoNaskhArabic");
  });

  it("replace what no font can draw by a box, on paper and in the plain text alike", async () => {
    const tercetak = surat.render(dataSurat({ akun: [akun({ nama: "Budi 😀漢" })] }));
    expect(tercetak.teks).toContain("Budi □□");
    expect(teksHalaman((await bacaPdf(tercetak.pdf)).halaman[0])).toContain("Budi□□");
  });

  it("of 300 letters without a blank stay on the page, as do the other longest texts", async () => {
    const panjang = akun({
      nama: "W".repeat(300),
      userId: "M".repeat(150),
      status: "gagal",
      keterangan: "Q".repeat(500),
    });
    const paragraf = { pembuka: "G".repeat(900), isi: "x", penutup: "y" };
    const data = dataSurat({ nomorSurat: "Z".repeat(100), kepada: "X".repeat(300), akun: [panjang, akun()], paragraf });
    const { halaman } = await bacaPdf(surat.render(data).pdf);
    const batas = {
      W: [300, 9.38],
      M: [150, 14.88],
      Q: [500, 18.83],
      G: [900, 19],
      Z: [100, 14],
      X: [300, 16.5],
    } as const;
    for (const [huruf, [banyak, tepi]] of Object.entries(batas)) {
      const tercetak = halaman
        .flat()
        .filter(({ teks }) => rapat(teks) !== "" && rapat(teks) === huruf.repeat(rapat(teks).length));
      expect(tercetak.map(({ teks }) => rapat(teks)).join("")).toBe(huruf.repeat(banyak));
      expect(Math.max(...tercetak.map(({ x, lebar }) => (x + lebar) / CM))).toBeLessThanOrEqual(tepi);
    }
    expect(Math.min(...halaman.flat().map(({ y }) => y))).toBeGreaterThan(CM * 2);
  });

  it("with accents that have no letter to stand on still leave a letter that can be made", () => {
    for (const nama of ["a\u0606\u2028\u0335\u017E", "x\u07DE\u2028\u06D6\u0300", "\u0301"]) {
      const paragraf = { pembuka: `a${nama}`, isi: "x", penutup: "y" };
      expect(surat.render(dataSurat({ nomorSurat: `x${nama}`, paragraf })).halaman).toBe(1);
    }
  });

  it("of any kind leave a letter that can be made, twice with the same bytes", () => {
    const teks = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(teks, teks, teks, (nama, keterangan, isi) => {
        const data = dataSurat({
          akun: [akun({ nama: `a${nama}`, keterangan })],
          paragraf: { pembuka: `a${isi}`, isi: `b${nama}`, penutup: "c" },
        });
        const pertama = surat.render(data);
        return surat.render(data).sha256 === pertama.sha256;
      }),
      { numRuns: 150 },
    );
  });
});
