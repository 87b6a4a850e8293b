import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bacaFolderSurat } from "../../../src/surat/berkas.js";
import { FOLDER_SURAT, salinFolder, ubahJson } from "./contoh.js";

describe("the letter folder", () => {
  let dir: string;
  beforeEach(() => {
    dir = salinFolder();
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it("is shipped complete: letterhead, wording, fonts, templates", () => {
    const folder = bacaFolderSurat(FOLDER_SURAT);
    expect(folder.templat.map(({ nama }) => nama)).toContain("surat-pemberitahuan.typ");
    expect(folder.huruf.length).toBeGreaterThan(0);
  });

  it("names every faulty field of kop.json at once", () => {
    ubahJson(dir, "kop.json", (kop) => {
      kop.kementerian = "";
      kop.penandaTangan = { jabatan: "Kepala", nama: "Nama", nip: "12" };
      kop.nomor = { derajat: "B", unit: "LPSE", klasifikasi: "PL 02", pola: "{urut}" };
      kop.telpon = "x";
      delete kop.kota;
    });
    const pesan = [
      "kop.json: ",
      "kementerian: tidak boleh kosong",
      "kota: ",
      "penandaTangan.nip: harus 18 angka",
      "nomor.klasifikasi: hanya huruf, angka, titik, dan tanda hubung",
      "nomor.pola: harus memuat {tahun}",
      "telpon",
    ];
    for (const bagian of pesan) expect(() => bacaFolderSurat(dir)).toThrow(bagian);
  });

  it("says that kop.json is not JSON, or is missing", () => {
    writeFileSync(join(dir, "kop.json"), '{ "kota": "Jakarta", }');
    expect(() => bacaFolderSurat(dir)).toThrow("kop.json: bukan JSON yang benar");
    rmSync(join(dir, "kop.json"));
    expect(() => bacaFolderSurat(dir)).toThrow("kop.json: tidak terbaca");
  });

  it("says which logo is missing, and accepts none from outside the folder", () => {
    ubahJson(dir, "kop.json", (kop) => {
      kop.logo = "lambang.svg";
    });
    expect(() => bacaFolderSurat(dir)).toThrow("logo: berkas lambang.svg tidak ada");
    ubahJson(dir, "kop.json", (kop) => {
      kop.logo = "../lambang.svg";
    });
    expect(() => bacaFolderSurat(dir)).toThrow("logo: harus nama berkas");
  });

  it("names an unknown placeholder of redaksi.json and lists those that exist", () => {
    ubahJson(dir, "redaksi.json", (redaksi) => {
      Object.assign(redaksi.suratPemberitahuan ?? {}, { hal: "Pemberitahuan {perihal}" });
    });
    expect(() => bacaFolderSurat(dir)).toThrow(
      /redaksi\.json: suratPemberitahuan\.hal: tidak mengenal \{perihal\}; yang ada: .*\{peran\}/,
    );
  });

  it("misses the fonts when they are gone", () => {
    rmSync(join(dir, "fonts"), { recursive: true });
    expect(() => bacaFolderSurat(dir)).toThrow("fonts: tidak ada huruf");
  });
});
