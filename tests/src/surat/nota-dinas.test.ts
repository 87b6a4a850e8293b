import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import { bacaFolderSurat } from "../../../src/surat/berkas.js";
import { createLetterRenderer } from "../../support/surat.js";
import { banyakAkun, dataOtomatis, dataSurat, salinFolder, ubahJson } from "./contoh.js";
import { bacaPdf, type Potongan, teksHalaman } from "./pdf.js";

const dir = salinFolder();
afterAll(() => rmSync(dir, { recursive: true }));
const setel = (jenis: string, bentuk: string) =>
  ubahJson(dir, "redaksi.json", (redaksi) => {
    Object.assign(redaksi[jenis] ?? {}, { bentuk });
  });
/** Points in a centimetre. */
const CM = 72 / 2.54;

const baris = (halaman: readonly Potongan[] | undefined, teks: string) => {
  const ketemu = (halaman ?? []).find((potongan) => potongan.teks.startsWith(teks));
  if (ketemu === undefined) throw new Error(`"${teks}" is not on the page`);
  return ketemu;
};

describe("a letter that redaksi.json makes a Nota Dinas", () => {
  setel("suratPemberitahuan", "nota-dinas");
  const surat = createLetterRenderer({ dir });
  const tercetak = surat.render(dataSurat({ kepada: "Balai Besar Contoh" }));

  it("has heading and number in the middle, then Yth., Dari, Hal, Lampiran, Tanggal, and a rule before the words", async () => {
    const { halaman } = await bacaPdf(tercetak.pdf);
    const [satu] = halaman;
    const urutan = [
      "NOTA DINAS",
      "Nomor B/123",
      "Yth.",
      "Dari",
      "Hal",
      "Lampiran",
      "Tanggal",
      "Alinea pembuka",
      "Tembusan",
    ];
    const y = urutan.map((teks) => baris(satu, teks).y);
    expect(y).toEqual([...y].sort((a, b) => b - a));
    for (const teks of ["NOTA DINAS", "Nomor B/123"]) {
      const { x, lebar } = baris(satu, teks);
      expect((x + lebar / 2) / CM).toBeCloseTo(11, 1);
    }
    expect(teksHalaman(satu)).toContain("Dari:KepalaUnitKerjaPengadaanBarang/Jasa");
    expect(teksHalaman(satu)).toContain("Tanggal:23November2026");
  });

  it("addresses an office of the same house: no place beside the date, no sifat, nobody di tempat", async () => {
    const teks = teksHalaman((await bacaPdf(tercetak.pdf)).halaman[0]);
    expect(teks).toContain("Yth.:KepalaSatuanKerjaBalaiBesarContoh");
    for (const asing of ["ditempat", "Sifat", "Jakarta,23"]) expect(teks).not.toContain(asing);
  });

  it("says the same in its plain text", () => {
    expect(tercetak.teks).toContain("NOTA DINAS\nNomor B/123/LPSE/PL.02/11/2026");
    expect(tercetak.teks).toContain("Yth.: Kepala Satuan Kerja\nBalai Besar Contoh\nDari: Kepala Unit");
  });

  it("moves a long list to an annex and keeps long words on the page", async () => {
    const data = dataSurat({ akun: banyakAkun(6), kepada: "X".repeat(300), nomorSurat: "Z".repeat(100) });
    const { halaman } = await bacaPdf(surat.render(data).pdf);
    expect(halaman).toHaveLength(2);
    const tepi = halaman.flat().map(({ x, lebar }) => (x + lebar) / CM);
    expect(Math.max(...tepi)).toBeLessThanOrEqual(19.01);
  });

  it("leaves the other kinds of letter as they are", () => {
    expect(surat.renderOtomatis("surat-penolakan", dataOtomatis()).teks).toContain("Sifat: Biasa");
  });
});

describe("the form of a letter in redaksi.json", () => {
  it("is refused at the start where it is neither Surat Dinas nor Nota Dinas, with file, field and what may stand there", () => {
    setel("suratPenolakan", "memo");
    expect(() => bacaFolderSurat(dir)).toThrow(
      'redaksi.json: suratPenolakan.bentuk: harus "surat-dinas" atau "nota-dinas"',
    );
    setel("suratPenolakan", "surat-dinas");
  });

  it("is a Surat Dinas where the file does not say", () => {
    ubahJson(dir, "redaksi.json", (redaksi) => {
      Object.assign(redaksi.suratPenolakan ?? {}, { bentuk: undefined });
    });
    expect(bacaFolderSurat(dir).redaksi.suratPenolakan.bentuk).toBe("surat-dinas");
  });
});
