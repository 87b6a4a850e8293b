import { describe, expect, it } from "@jest/globals";
import { awalHariWib, jumlah, tanggalIndonesia, tanggalWib, terbilang } from "../../../src/surat/tanggal.js";

describe("Indonesian dates", () => {
  it.each([
    ["2026-11-23", "23 November 2026"],
    ["2026-01-01", "1 Januari 2026"],
    ["2028-02-29", "29 Februari 2028"],
    ["2026-08-17", "17 Agustus 2026"],
  ])("writes %s as %s", (iso, tulisan) => {
    expect(tanggalIndonesia(iso)).toBe(tulisan);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "23-11-2026", "2026-11-23T00:00", ""])(
    "refuses %j, which is no calendar day",
    (iso) => {
      expect(() => tanggalIndonesia(iso)).toThrow(RangeError);
    },
  );

  it("lets a day begin in WIB seven hours before it begins in UTC", () => {
    expect(awalHariWib("2026-11-23").toISOString()).toBe("2026-11-22T17:00:00.000Z");
  });

  it("knows the WIB date of an instant just before and just after midnight in WIB", () => {
    expect(tanggalWib(new Date("2026-12-31T16:59:59.999Z"))).toBe("2026-12-31");
    expect(tanggalWib(new Date("2026-12-31T17:00:00.000Z"))).toBe("2027-01-01");
  });
});

describe("numbers in words", () => {
  it.each([
    [0, "nol"],
    [1, "satu"],
    [9, "sembilan"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [12, "dua belas"],
    [19, "sembilan belas"],
    [20, "dua puluh"],
    [21, "dua puluh satu"],
    [99, "sembilan puluh sembilan"],
    [100, "seratus"],
    [101, "seratus satu"],
    [110, "seratus sepuluh"],
    [111, "seratus sebelas"],
    [115, "seratus lima belas"],
    [199, "seratus sembilan puluh sembilan"],
    [200, "dua ratus"],
    [512, "lima ratus dua belas"],
    [999, "sembilan ratus sembilan puluh sembilan"],
  ])("says %i as %s", (n, kata) => {
    expect(terbilang(n)).toBe(kata);
  });

  it("has a wording of its own for each number from 0 to 999, without stray blanks", () => {
    const semua = Array.from({ length: 1000 }, (_, n) => terbilang(n));
    expect(new Set(semua).size).toBe(1000);
    expect(semua.filter((kata) => !/^[a-z]+( [a-z]+)*$/.test(kata))).toEqual([]);
  });

  it.each([-1, 1000, 1.5, Number.NaN])("refuses %p", (n) => {
    expect(() => terbilang(n)).toThrow(RangeError);
  });

  it("writes a quantity as digits followed by words, and beyond 999 as digits only", () => {
    expect(jumlah(3)).toBe("3 (tiga)");
    expect(jumlah(1000)).toBe("1000");
  });
});
