import { describe, expect, test } from "@jest/globals";
import { saatLengkap, saatSingkat, tanggalPanjang } from "../../../src/web/waktu.js";

describe("dates in words", () => {
  test("an instant is written in WIB whatever zone the computer is in", () => {
    expect(saatLengkap(new Date("2026-11-24T08:00:00Z"))).toBe("Selasa, 24 November 2026 pukul 15.00 WIB");
    expect(saatSingkat(new Date("2026-11-23T18:05:00Z"))).toBe("24 Nov 2026, 01.05");
  });

  test("a calendar date is spelled out, other text is left as it is", () => {
    expect(tanggalPanjang("2026-08-07")).toBe("7 Agustus 2026");
    expect(tanggalPanjang("besok")).toBe("besok");
    expect(tanggalPanjang("2026-13-01")).toBe("2026-13-01");
  });
});
