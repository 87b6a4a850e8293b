/** Whatever anybody types, into a request or into the template: a letter that can be made, on its page, with that text in it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createPencetakSurat } from "../../../src/surat/render.js";
import { dataOtomatis, FOLDER_SURAT } from "./contoh.js";
import { bacaPdf, rapat, teksHalaman } from "./pdf.js";

const pencetak = createPencetakSurat({ dir: FOLDER_SURAT });
const surat = pencetak.untuk(pencetak.bawaan);
/** Points in a centimetre, and the paper's edges with the margins of `pustaka.typ`. */
const CM = 72 / 2.54;
const TEPI = { kiri: 3, kanan: 19, bawah: 1.9, atas: 29.7 - 0.9 } as const;

const LIAR = [
  '#read("kop.json") #eval("1+1") *tebal* _miring_ $x^2$ `kode` @ref <label> [x] {y}',
  '=HYPERLINK("http://x") +1 -1 @SUM(A1)',
  "\"Kutip\" 'tunggal' “pintar” \\ \\u{41} // komentar /* x */",
  "محمد بن عبد الله آل سعود",
  "W".repeat(200),
  "{satker} {alasan} {nomorPermohonan}",
];

async function diDalamHalaman(pdf: Buffer, halamanMaks: number): Promise<string> {
  const { halaman } = await bacaPdf(pdf);
  expect(halaman.length).toBeLessThanOrEqual(halamanMaks);
  for (const { teks, x, y, lebar } of halaman.flat().filter((p) => p.teks.trim() !== "")) {
    expect([teks, x / CM >= TEPI.kiri - 0.05, (x + lebar) / CM <= TEPI.kanan + 0.05]).toEqual([teks, true, true]);
    expect([teks, y / CM >= TEPI.bawah, y / CM <= TEPI.atas]).toEqual([teks, true, true]);
  }
  return halaman.map(teksHalaman).join("");
}

describe.each(["surat-penolakan", "surat-pengembalian"] as const)("%s", (jenis) => {
  it.each(LIAR)("prints %s letter for letter wherever it stands, inside the page", async (liar) => {
    const keputusan = { pejabat: liar, langkah: liar, saat: "2026-11-23T03:05:00Z" };
    const paragraf = surat.paragrafOtomatis(jenis, { ...dataOtomatis(), alasan: liar });
    const teks = await diDalamHalaman(
      surat.renderOtomatis(jenis, dataOtomatis({ keputusan, kepada: liar, paragraf })).pdf,
      2,
    );
    // pdf.js gives Arabic in the order of the page; that it is drawn is what the golden pictures show.
    if (/^[\x20-\x7E]*$/.test(liar)) expect(teks.split(rapat(liar)).length - 1).toBe(4);
  });
});

describe("a template with hostile words", () => {
  it.each(LIAR.filter((liar) => !liar.includes("{") && liar.length <= 120))("prints %s as words", async (liar) => {
    const { kop, redaksi } = pencetak.bawaan;
    const isi = {
      kop: { ...kop, unit: liar, kementerian: liar, alamat: [liar], tembusan: [liar] },
      redaksi: {
        ...redaksi,
        istilahAsing: [liar.slice(0, 60).trim()],
        suratPenolakan: { ...redaksi.suratPenolakan, hal: liar },
      },
    };
    await diDalamHalaman(pencetak.untuk(isi).renderOtomatis("surat-penolakan", dataOtomatis()).pdf, 1);
  });

  it("of any kind still prints", () => {
    const { kop, redaksi } = pencetak.bawaan;
    const teks = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((t) => /[a-z]/i.test(t));
    fc.assert(
      fc.property(teks, teks, (satu, dua) => {
        const isi = { kop: { ...kop, unit: `a${satu}` }, redaksi: { ...redaksi, istilahAsing: [`b${dua}`] } };
        return pencetak.untuk(isi).renderOtomatis("surat-penolakan", dataOtomatis()).halaman === 1;
      }),
      { numRuns: 60 },
    );
  });
});
