import { describe, expect, test } from "@jest/globals";
import { en } from "../../cockpit/teks/en.js";
import { id } from "../../cockpit/teks/id.js";
import { dariIsian, jamMenit, keIsian, lamaJatah, persen, saatPenuh } from "../../cockpit/waktu.js";
import { lamaKerja } from "../../src/calendar/words.js";
import { JAM, wib } from "./contoh.js";

describe("words for time", () => {
  test("spans are hours and minutes of working time, as on every other page", () => {
    expect(lamaKerja(7.5 * JAM, id)).toBe("7 jam 30 menit");
    expect(lamaKerja(17 * JAM, id)).toBe(lamaKerja(17 * JAM));
    expect(lamaKerja(-3.5 * JAM, id)).toBe("3 jam 30 menit");
    expect(lamaKerja(30_000, id)).toBe("kurang dari 1 menit");
    expect(lamaKerja(17 * JAM, en)).toBe("17 h");
  });

  test("an allowed time is the SOP's, however the seconds fall", () => {
    expect([lamaJatah(JAM / 2 - 700, id), lamaJatah(7.5 * JAM - 1, id)]).toEqual(["30 menit", "7 jam 30 menit"]);
  });

  test("instants are WIB, in each language's way", () => {
    const saat = wib("2026-08-05 15:04");
    expect(saatPenuh(saat, "id")).toBe("5 Agu 2026, 15.04 WIB");
    expect([saatPenuh(saat, "en"), jamMenit(saat, "en")]).toEqual(["5 Aug 2026, 15:04 WIB", "15:04"]);
  });

  test("what a date field shows is read back as the same instant", () => {
    const saat = wib("2026-11-23 16:00");
    expect([keIsian(saat), dariIsian(keIsian(saat))]).toEqual(["2026-11-23T16:00", saat]);
    expect(dariIsian("")).toBeNaN();
  });

  test("99.9 % is not rounded up to all", () => {
    expect([persen(0.967, "id"), persen(1, "id")]).toEqual(["96,7%", "100%"]);
    expect(persen(0.9991, "en")).not.toBe("100%");
  });
});
