import { describe, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import {
  AMBANG_PERINGATAN_HARI,
  mulaiKerjaBerikutnya,
  sedangJamKerja,
  sisaHariKalender,
  tambahMilidetikKerja,
  tambahWaktuKerja,
  waktuKerjaAntara,
} from "../../../src/calendar/working-time.js";
import { CONTOH, FOLDER_KALENDER, tulisWib, wib } from "./examples.js";

const kalender = await muatKalender(FOLDER_KALENDER);
const JAM_MS = 3_600_000;

describe("adding working time", () => {
  test("is shown in docs/working-time.md by more than twenty examples", () => {
    expect(CONTOH.length).toBeGreaterThan(20);
  });

  test.each(CONTOH)("received $diterima with $waktu is due $tenggat: $sebab", ({ diterima, waktu, tenggat }) => {
    expect(tulisWib(tambahWaktuKerja(wib(diterima), waktu, kalender))).toBe(tenggat);
  });

  test("counts by the clocks of the Satker's own zone", () => {
    const diterima = wib("Jumat 20-11-2026 15.00", "Asia/Jayapura");
    const tenggat = tambahWaktuKerja(diterima, "P1D", kalender, { zona: "Asia/Jayapura" });
    expect(tenggat).toBe(wib("Senin 23-11-2026 15.00", "Asia/Jayapura"));
  });

  test("keeps the clock time in a zone whose daylight saving time ends in between", () => {
    const diterima = wib("Jumat 23-10-2026 15.00", "Europe/Brussels");
    const tenggat = tambahWaktuKerja(diterima, "P1D", kalender, { zona: "Europe/Brussels" });
    expect(tenggat).toBe(wib("Senin 26-10-2026 15.00", "Europe/Brussels"));
  });

  test("adds a share of a duration in milliseconds", () => {
    expect(tulisWib(tambahMilidetikKerja(wib("23-11-2026 15.00"), 2 * JAM_MS, kalender))).toBe(
      "Selasa 24-11-2026 08.30",
    );
    expect(() => tambahMilidetikKerja(wib("23-11-2026 15.00"), -1, kalender)).toThrow(RangeError);
  });

  test.each(["", "P", "PT", "P1DT", "1 hari", "P1W", "P1M", "P1Y", "PT1.5H", "-P1D", "P-1D", "PT5", "p1d"])(
    "refuses the duration %j and says how to write one",
    (durasi) => {
      expect(() => tambahWaktuKerja(wib("23-11-2026 15.00"), durasi, kalender)).toThrow(
        `Durasi "${durasi}" tidak dikenal: tulis hari kerja (P1D) atau jam dan menit kerja (PT8H, PT30M).`,
      );
    },
  );

  test("refuses what is not an instant, and a zone that does not exist", () => {
    expect(() => tambahWaktuKerja(Number.NaN, "P1D", kalender)).toThrow(RangeError);
    expect(() => tambahWaktuKerja(0, "P1D", kalender, { zona: "Asia/Bandung" })).toThrow(/Asia\/Bandung tidak dikenal/);
  });
});

describe("a year that is not loaded", () => {
  test.each([
    ["30-12-2027 15.00", "P2D", 2028],
    ["31-12-2027 16.31", "PT1M", 2028],
    ["31-12-2027 16.31", "PT0M", 2028],
    ["01-01-2028 00.00", "PT1M", 2028],
    ["31-12-2025 23.59", "PT1M", 2025],
    ["01-12-2027 10.00", "P99999999999999999999D", 2028],
  ])("is an error that names the file to add: %s with %s", (diterima, durasi, tahun) => {
    const hitung = () => tambahWaktuKerja(wib(diterima), durasi, kalender);
    expect(hitung).toThrow(`Kalender kerja tahun ${tahun} belum dimuat`);
    expect(hitung).toThrow(`Tambahkan berkas bpmn/kalender/${tahun}.json`);
    expect(hitung).toThrow(expect.objectContaining({ kode: "TAHUN_BELUM_DIMUAT" }));
  });

  test("does not matter while the due date stays inside the loaded years, up to the last minute of work", () => {
    expect(tulisWib(tambahWaktuKerja(wib("30-12-2027 15.00"), "P1D", kalender))).toBe("Jumat 31-12-2027 15.00");
    expect(tulisWib(tambahWaktuKerja(wib("31-12-2027 16.00"), "PT30M", kalender))).toBe("Jumat 31-12-2027 16.30");
    expect(sedangJamKerja(wib("31-12-2027 20.00"), kalender)).toBe(false);
  });

  test("is announced: the calendar days that are left, counted to the end of the last loaded year", () => {
    expect(AMBANG_PERINGATAN_HARI).toBe(60);
    expect(sisaHariKalender(wib("02-11-2027 00.00"), kalender)).toBe(60);
    expect(sisaHariKalender(wib("31-12-2027 12.00"), kalender)).toBe(0);
    expect(sisaHariKalender(wib("23-11-2026 00.00"), kalender)).toBe(404);
    expect(sisaHariKalender(wib("01-01-2028 00.00"), kalender)).toBe(0);
  });
});

describe("working time between two instants", () => {
  test.each([
    ["20-11-2026 15.00", "23-11-2026 15.00", 8],
    ["23-11-2026 11.30", "23-11-2026 13.30", 1],
    ["21-11-2026 00.00", "22-11-2026 23.59", 0],
    ["31-12-2026 15.00", "04-01-2027 08.30", 2],
    ["23-11-2026 16.00", "23-11-2026 15.00", -1],
  ])("from %s to %s is %d hours", (dari, sampai, jam) => {
    expect(waktuKerjaAntara(wib(dari), wib(sampai), kalender)).toBe(jam * JAM_MS);
  });
});

describe("now", () => {
  test.each([
    ["Senin 23-11-2026 07.29", false, "Senin 23-11-2026 07.30"],
    ["Senin 23-11-2026 07.30", true, "Senin 23-11-2026 07.30"],
    ["Senin 23-11-2026 12.00", false, "Senin 23-11-2026 13.00"],
    ["Jumat 20-11-2026 16.29", true, "Jumat 20-11-2026 16.29"],
    ["Jumat 20-11-2026 16.30", false, "Senin 23-11-2026 07.30"],
    ["Kamis 31-12-2026 16.00", false, "Senin 04-01-2027 07.30"],
  ])("at %s it is working time: %p, and work goes on or starts at %s", (saat, kerja, mulai) => {
    expect(sedangJamKerja(wib(saat), kalender)).toBe(kerja);
    expect(tulisWib(mulaiKerjaBerikutnya(wib(saat), kalender))).toBe(mulai);
  });
});
