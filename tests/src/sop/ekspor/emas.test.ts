/** The SOP's pages against pictures that a person has looked at; `EMAS_BARU=1` writes them anew, to be looked at again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { bacaDokumenSop } from "../../../../src/sop/dokumen.js";
import { createPencetakSop } from "../../../../src/sop/ekspor/index.js";
import { imporSop } from "../../../../src/sop/impor/index.js";
import { DIAGRAM } from "../contoh.js";
import { bacaGambar, gambarHalaman, selisih } from "./raster.js";

const FOLDER = "tests/fixtures/sop/emas";
/** A missing or moved arrow changes a square by some 25, another renderer's smoothing by less than 10. */
const BATAS = 16;
const pencetak = createPencetakSop({ dir: "surat" });
const draf = (nama: string) => imporSop(readFileSync(`tests/fixtures/sop/${nama}.txt`)).xml;

describe("the SOP's pages look as they did when a person last looked at them", () => {
  test.each([
    ["reset-password", () => DIAGRAM, 3],
    ["peminjaman-ruang-rapat", () => draf("peminjaman-ruang-rapat"), 2],
    ["pengadaan-langsung", () => draf("pengadaan-langsung"), 4],
  ])("%s", async (nama, xml, banyak) => {
    const halaman = await gambarHalaman(pencetak.pdf(await bacaDokumenSop(xml())));
    expect(halaman).toHaveLength(banyak);
    for (const [i, gambar] of halaman.entries()) {
      const berkas = `${FOLDER}/${nama}-${i + 1}.png`;
      if (process.env.EMAS_BARU !== undefined) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(berkas, gambar.png);
      }
      expect([berkas, existsSync(berkas)]).toEqual([berkas, true]);
      const jarak = selisih(gambar, await bacaGambar(readFileSync(berkas)));
      expect([berkas, jarak < BATAS]).toEqual([berkas, true]);
    }
  });
});
