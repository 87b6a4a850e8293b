import { describe, expect, it } from "@jest/globals";
import { type BagianNomor, formatNomorSurat, PolaNomor } from "../../../src/surat/nomor.js";

const bagian: BagianNomor = { derajat: "B", urut: 123, unit: "LPSE", klasifikasi: "PL.02", tanggal: "2026-11-23" };

describe("letter numbers", () => {
  it("puts degree, serial, unit, classification, month and year in the official order", () => {
    expect(formatNomorSurat(bagian)).toBe("B/123/LPSE/PL.02/11/2026");
  });

  it("writes the month with two digits", () => {
    expect(formatNomorSurat({ ...bagian, tanggal: "2027-03-01", urut: 1 })).toBe("B/1/LPSE/PL.02/03/2027");
  });

  it("follows another agency's pattern", () => {
    const pola = "{derajat}-{urut4}/{unit}/{bulanRomawi}/{tahun}";
    expect(formatNomorSurat({ ...bagian, urut: 7, tanggal: "2026-09-01" }, pola)).toBe("B-0007/LPSE/IX/2026");
  });

  it("never fills a placeholder that a code itself contains", () => {
    expect(formatNomorSurat({ ...bagian, unit: "{tahun}" })).toBe("B/123/{tahun}/PL.02/11/2026");
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses the serial %p", (urut) => {
    expect(() => formatNomorSurat({ ...bagian, urut })).toThrow(RangeError);
  });

  it.each([
    ["{derajat}/{urut}/{bulan}", "harus memuat {tahun}"],
    ["{derajat}/{tahun}", "harus memuat {urut}"],
    ["{urut}/{tahun}/{hari}", "tidak mengenal {hari}"],
    ["{urut}/{tahun", "kurung kurawal"],
  ])("refuses the pattern %s, because numbers could recur or be wrong", (pola, pesan) => {
    const hasil = PolaNomor.safeParse(pola);
    expect(hasil.error?.issues[0]?.message).toContain(pesan);
  });
});
