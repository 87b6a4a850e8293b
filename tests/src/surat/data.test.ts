import { describe, expect, it } from "@jest/globals";
import { DataSurat } from "../../../src/surat/data.js";
import { periksa, SuratError } from "../../../src/surat/galat.js";
import { akun, dataSurat } from "./contoh.js";

const masalah = (masukan: unknown): readonly string[] => {
  try {
    periksa(DataSurat, masukan, "data surat");
    return [];
  } catch (error) {
    return error instanceof SuratError ? error.masalah : [String(error)];
  }
};

describe("the data of a letter", () => {
  it("refuses a password wherever it is handed along, and does not repeat it in the message", () => {
    const rahasia = "Rahasia#2026";
    for (const masukan of [
      { ...dataSurat(), password: rahasia },
      { ...dataSurat(), akun: [{ ...akun(), password: rahasia }] },
      { ...dataSurat(), permohonan: { ...dataSurat().permohonan, password: rahasia } },
    ]) {
      expect(masalah(masukan).join()).toContain("password");
      expect(masalah(masukan).join()).not.toContain(rahasia);
    }
  });

  it("names the faulty field and what is wrong with it, in Indonesian", () => {
    const data = dataSurat({ tanggal: "2026-02-30", akun: [akun({ nip: "123", nama: "  " })] });
    expect(masalah(data)).toEqual([
      "tanggal: harus tanggal yang ada, ditulis YYYY-MM-DD",
      "akun.0.nama: tidak boleh kosong",
      "akun.0.nip: harus 18 angka",
    ]);
  });

  it("asks for at least one account", () => {
    expect(masalah(dataSurat({ akun: [] }))).toEqual(["akun: paling sedikit satu akun"]);
  });

  it("takes an empty User ID or note, as forms send them, for an absent one", () => {
    const [satu] = periksa(DataSurat, dataSurat({ akun: [akun({ userId: " ", keterangan: "" })] }), "data").akun;
    expect(satu?.userId).toBeUndefined();
    expect(satu?.keterangan).toBeUndefined();
  });

  it("removes what prints nothing but could change how a name reads", () => {
    const nama = "\u202EBu\u200Bdi\u0007\t Sa\u00ADntoso\uFEFF \uD800";
    expect(periksa(DataSurat, dataSurat({ akun: [akun({ nama })] }), "data").akun[0]?.nama).toBe("Budi Santoso");
  });

  it("drops accents that have no letter to stand on, and keeps those that have", () => {
    const nama = "\u0301Budi \u0335e\u0301\u0327 -\u06D6 Z";
    expect(periksa(DataSurat, dataSurat({ akun: [akun({ nama })] }), "data").akun[0]?.nama).toBe(
      "Budi ȩ́ - Z".normalize("NFC"),
    );
  });

  it("keeps the paragraphs of a passage and drops superfluous blank lines", () => {
    const paragraf = { pembuka: " Satu.\r\n\r\n\r\n\nDua.\nTiga. ", isi: "x", penutup: "y" };
    expect(periksa(DataSurat, dataSurat({ paragraf }), "data").paragraf.pembuka).toBe("Satu.\n\nDua.\nTiga.");
  });
});
