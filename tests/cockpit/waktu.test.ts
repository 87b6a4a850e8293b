import { describe, expect, test } from "@jest/globals";
import { en } from "../../cockpit/teks/en.js";
import { id } from "../../cockpit/teks/id.js";
import { dariIsian, jamMenit, keIsian, lamaJatah, lamaKerja, persen, saatPenuh } from "../../cockpit/waktu.js";
import { JAM, wib } from "./contoh.js";

describe("words for time", () => {
  test("a working day is 7 hours 30 minutes", () => {
    expect(lamaKerja(7.5 * JAM, id)).toBe("1 hari");
    expect(lamaKerja(17 * JAM, id)).toBe("2 hari 2 jam");
    expect(lamaKerja(-3.5 * JAM, id)).toBe("3 jam 30 menit");
    expect(lamaKerja(30_000, id)).toBe("kurang dari 1 menit");
    expect(lamaKerja(17 * JAM, en)).toBe("2 days 2 h");
  });

  test("an allowed time is the SOP's, however the seconds fall", () => {
    expect([lamaJatah(JAM / 2 - 700, id), lamaJatah(7.5 * JAM - 1, id)]).toEqual(["30 menit", "1 hari"]);
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
