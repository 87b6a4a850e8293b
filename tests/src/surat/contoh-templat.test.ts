import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { bacaFolderSurat } from "../../../src/surat/berkas.js";
import { naskahOtomatis } from "../../../src/surat/naskah-otomatis.js";
import { naskahPemberitahuan } from "../../../src/surat/naskah-pemberitahuan.js";
import { akun, dataOtomatis, dataSurat, FOLDER_SURAT } from "./contoh.js";

const { kop, redaksi } = bacaFolderSurat(FOLDER_SURAT);
const data = dataSurat({ akun: [akun(), akun({ keterangan: "Akun tidak dikenal." })] });

/** The paths of a JSON value at which texts and numbers stand; positions in lists do not matter. */
function jalur(nilai: unknown, awal = ""): string[] {
  if (Array.isArray(nilai)) return nilai.flatMap((isi) => jalur(isi, `${awal}[]`));
  if (typeof nilai !== "object" || nilai === null) return [awal];
  return Object.entries(nilai).flatMap(([kunci, isi]) => jalur(isi, `${awal}.${kunci}`));
}

const bentuk = (nilai: unknown) => [...new Set(jalur(JSON.parse(JSON.stringify(nilai))))].sort();

describe("the samples that templates show without the application", () => {
  it.each([
    ["surat-pemberitahuan.json", naskahPemberitahuan(kop, redaksi, data)],
    ["surat-keputusan.json", naskahOtomatis("surat-penolakan", kop, redaksi, dataOtomatis())],
  ])("%s has the shape of a real letter", (nama, naskah) => {
    const contoh: unknown = JSON.parse(readFileSync(join(FOLDER_SURAT, "contoh", nama), "utf8"));
    const pilihan = /^\.(kop\.(layanan|logo)|penandaTangan\.(atasNama|nip)|tembusan\[\])$/;
    const wajib = (nilai: unknown) => bentuk(nilai).filter((satu) => !pilihan.test(satu));
    expect(wajib(contoh)).toEqual(wajib(naskah));
  });
});
