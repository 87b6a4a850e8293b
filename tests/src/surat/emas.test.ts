/** The letters' pages against pictures that a person has looked at; `EMAS_BARU=1` writes them anew, to be looked at again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { cetakContoh, NamaContoh } from "../../../src/surat/contoh.js";
import { createPencetakSurat } from "../../../src/surat/render.js";
import { bacaGambar, gambarHalaman, selisih } from "../sop/ekspor/raster.js";
import { FOLDER_SURAT } from "./contoh.js";

const FOLDER = "tests/fixtures/surat/emas";
/** A line of text that is gone or moved changes a square by some 30, another renderer's smoothing by less than 10. */
const BATAS = 16;
const pencetak = createPencetakSurat({ dir: FOLDER_SURAT });
const { kop, redaksi } = pencetak.bawaan;
const nota = {
  kop,
  redaksi: { ...redaksi, suratPemberitahuan: { ...redaksi.suratPemberitahuan, bentuk: "nota-dinas" as const } },
};

const SURAT = [
  ...NamaContoh.options.map((nama) => [nama, nama, pencetak.bawaan] as const),
  ["nota-dinas", "sebagianBerhasil", nota] as const,
];

describe("the letters' pages look as they did when a person last looked at them", () => {
  test.each(SURAT)("%s", async (berkas, nama, isi) => {
    const { pdf } = cetakContoh(pencetak.untuk(isi), nama, "2026-11-23");
    for (const [i, gambar] of (await gambarHalaman(pdf)).entries()) {
      const emas = `${FOLDER}/${berkas}-${i + 1}.png`;
      if (process.env.EMAS_BARU !== undefined) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(emas, gambar.png);
      }
      expect([emas, existsSync(emas)]).toEqual([emas, true]);
      const jarak = selisih(gambar, await bacaGambar(readFileSync(emas)));
      expect([emas, jarak < BATAS]).toEqual([emas, true]);
    }
  });

  test("and the comparison sees a line that is missing", async () => {
    const tanpa = { ...pencetak.bawaan, kop: { ...kop, sifat: "Segera" } };
    const [asli] = await gambarHalaman(
      cetakContoh(pencetak.untuk(pencetak.bawaan), "surat-penolakan", "2026-11-23").pdf,
    );
    const tanpaKota = { ...tanpa, kop: { ...tanpa.kop, tembusan: [] } };
    const [lain] = await gambarHalaman(cetakContoh(pencetak.untuk(tanpaKota), "surat-penolakan", "2026-11-23").pdf);
    if (!asli || !lain) throw new Error("a letter without a page");
    expect(selisih(asli, lain)).toBeGreaterThan(BATAS);
  });
});
