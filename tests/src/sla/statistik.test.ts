import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bulanIni, kuantil, median, rerata, tren, ukur } from "../../../src/sla/statistik.js";
import { tanggalWib } from "../../../src/waktu/wib.js";
import { langkahSelesai, MENIT_MS, wib } from "./contoh.js";

test("nothing has no median, no quantile, no mean, and no compliance", () => {
  expect([median([]), kuantil([], 0.9), rerata([])]).toEqual([null, null, null]);
  expect(ukur([])).toEqual({
    selesai: 0,
    tepat: 0,
    kepatuhan: null,
    rerataMs: null,
    medianMs: null,
    p90Ms: null,
    jatahMs: null,
  });
});

test("median and p90 of known values", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(kuantil([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBe(90);
  expect(kuantil([5], 0.9)).toBe(5);
});

test("at least nine of ten values do not exceed p90, and it is one of them", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (nilai) => {
      const p90 = kuantil(nilai, 0.9) ?? Number.NaN;
      expect(nilai).toContain(p90);
      expect(nilai.filter((n) => n <= p90).length).toBeGreaterThanOrEqual(0.9 * nilai.length);
    }),
  );
});

test("finished at the due instant is in time, one millisecond later is not", () => {
  const batas = wib("20 10:00");
  const dua = [langkahSelesai({ selesai: batas }), langkahSelesai({ selesai: batas + 1 })];
  expect(ukur(dua)).toMatchObject({ selesai: 2, tepat: 1, kepatuhan: 0.5 });
});

test("a step of a year that is not loaded counts as finished, but not in the lengths", () => {
  const semua = [langkahSelesai({ pakaiMs: null, jatahMs: null }), langkahSelesai({ pakaiMs: 10 * MENIT_MS })];
  expect(ukur(semua)).toMatchObject({ selesai: 2, medianMs: 10 * MENIT_MS, jatahMs: 60 * MENIT_MS });
});

test("days and months are those of Jakarta: 23.59 of the last of October is not November", () => {
  const kini = wib("23 10:00");
  const oktober = langkahSelesai({ selesai: Date.parse("2026-10-31T16:59:59Z") });
  const november = langkahSelesai({ selesai: Date.parse("2026-10-31T17:00:00Z") });
  expect(tanggalWib(oktober.selesai)).toBe("2026-10-31");
  expect(bulanIni([oktober, november], kini)).toEqual([november]);
});

test("the trend has one entry for each of the last days, today last, and empty days are in it", () => {
  const terlambat = langkahSelesai({ selesai: wib("23 08:00"), tenggat: wib("20 10:00") });
  const hasil = tren(
    [terlambat, langkahSelesai({ selesai: wib("23 09:00"), tenggat: wib("23 09:00") })],
    wib("23 10:00"),
    3,
  );
  expect(hasil).toEqual([
    { tanggal: "2026-11-21", selesai: 0, tepat: 0 },
    { tanggal: "2026-11-22", selesai: 0, tepat: 0 },
    { tanggal: "2026-11-23", selesai: 2, tepat: 1 },
  ]);
});
