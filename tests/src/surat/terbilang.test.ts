import { describe, expect, it } from "@jest/globals";
import { jumlah, terbilang } from "../../../src/surat/terbilang.js";

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
