import { describe, expect, it } from "@jest/globals";
import {
  awalHariWib,
  bulanWib,
  pukulWib,
  saatWib,
  tahunWib,
  tanggalIndonesia,
  tanggalWib,
} from "../../../src/waktu/wib.js";

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

  it("turns the year at midnight in WIB, not in UTC, and tells month, year and time of day of an instant by Jakarta's clock", () => {
    expect(tahunWib(new Date("2026-12-31T16:59:59Z"))).toBe(2026);
    const saat = new Date("2026-12-31T17:05:00.000Z");
    expect([bulanWib(saat), tahunWib(saat.getTime()), pukulWib(saat)]).toEqual(["2027-01", 2027, "00.05"]);
    expect(saatWib(saat)).toBe("1 Januari 2027 pukul 00.05 WIB");
  });
});
