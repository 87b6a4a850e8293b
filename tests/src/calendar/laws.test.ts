import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DateTime } from "luxon";
import { muatKalender } from "../../../src/calendar/load.js";
import {
  sedangJamKerja,
  tambahMilidetikKerja,
  tambahWaktuKerja,
  waktuKerjaAntara,
} from "../../../src/calendar/working-time.js";
import { FOLDER_KALENDER, wib } from "./examples.js";

const kalender = await muatKalender(FOLDER_KALENDER);
const MENIT_MS = 60_000;
const tambah = (dari: number, durasi: string) => tambahWaktuKerja(dari, durasi, kalender);
const antara = (dari: number, sampai: number) => waktuKerjaAntara(dari, sampai, kalender);

// Whole minutes hit the edges (16.00, 12.00) often; single milliseconds hit their neighbours.
const rentang = { min: wib("01-01-2026 00.00"), max: wib("01-09-2027 00.00") };
const saat = fc.oneof(
  fc.integer(rentang),
  fc.integer({ min: rentang.min / MENIT_MS / 15, max: rentang.max / MENIT_MS / 15 }).map((n) => n * 15 * MENIT_MS),
);
const menit = fc.integer({ min: 0, max: 6000 });
const hari = fc.integer({ min: 0, max: 25 });
const durasi = fc.oneof(
  menit.map((n) => `PT${n}M`),
  hari.map((n) => `P${n}D`),
  fc.tuple(hari, menit).map(([h, m]) => `P${h}DT${m}M`),
);
const jam = (waktu: number) => DateTime.fromMillis(waktu, { zone: "Asia/Jakarta" }).toFormat("HH:mm:ss.SSS");
const sifat = <T extends [unknown, ...unknown[]]>(
  ...isi: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...args: T) => void]
) => fc.assert(fc.property(...isi), { numRuns: 2000 });

describe("adding working time", () => {
  test("never gives an earlier due date for a later start", () => {
    sifat(saat, saat, durasi, (a, b, d) => {
      expect(tambah(Math.min(a, b), d)).toBeLessThanOrEqual(tambah(Math.max(a, b), d));
    });
  });

  test("never gives an earlier due date for more minutes or more days", () => {
    sifat(saat, menit, menit, (t, a, b) => expect(tambah(t, `PT${a}M`)).toBeLessThanOrEqual(tambah(t, `PT${a + b}M`)));
    sifat(saat, hari, hari, (t, a, b) => expect(tambah(t, `P${a}D`)).toBeLessThanOrEqual(tambah(t, `P${a + b}D`)));
  });

  test("adds minutes at once or one after the other with the same result", () => {
    sifat(saat, menit, menit, (t, a, b) => {
      expect(tambah(tambah(t, `PT${a}M`), `PT${b}M`)).toBe(tambah(t, `PT${a + b}M`));
    });
  });

  test("adds days at once or one after the other, unless the day in between moved the clock time", () => {
    sifat(saat, hari, hari, (t, a, b) => {
      const tengah = tambah(t, `P${a}D`);
      fc.pre(jam(tengah) === jam(tambah(t, "P0D")));
      expect(tambah(tengah, `P${b}D`)).toBe(tambah(t, `P${a + b}D`));
    });
  });

  test("ends in working time, the end of a stretch included, and never before the start", () => {
    sifat(saat, durasi, (t, d) => {
      const tenggat = tambah(t, d);
      expect(tenggat).toBeGreaterThanOrEqual(t);
      expect(sedangJamKerja(tenggat, kalender) || sedangJamKerja(tenggat - 1, kalender)).toBe(true);
    });
  });

  test("is the same at the same clock time in every zone", () => {
    sifat(saat, durasi, (t, d) => {
      const wita = tambahWaktuKerja(t - 60 * MENIT_MS, d, kalender, { zona: "Asia/Makassar" });
      expect(wita).toBe(tambah(t, d) - 60 * MENIT_MS);
    });
  });
});

describe("working time between", () => {
  test("a start and its due date is the minutes that were added", () => {
    sifat(saat, menit, (t, n) => expect(antara(t, tambah(t, `PT${n}M`))).toBe(n * MENIT_MS));
  });

  test("two instants, added to the first, gives the second when that is a due date", () => {
    sifat(saat, saat, fc.integer({ min: 1, max: 6000 }), (a, b, n) => {
      const sampai = tambah(b, `PT${n}M`);
      const dari = Math.min(a, sampai);
      expect(tambahMilidetikKerja(dari, antara(dari, sampai), kalender)).toBe(sampai);
    });
  });

  test("instants adds up, and changes its sign with the order", () => {
    sifat(saat, saat, saat, (a, b, c) => {
      expect(antara(a, b) + antara(b, c)).toBe(antara(a, c));
      expect(antara(a, b)).toBe(0 - antara(b, a));
    });
  });

  test("instants is the number of minutes that luxon finds by walking through them", () => {
    const langkah = fc.tuple(fc.integer({ min: rentang.min / MENIT_MS, max: rentang.max / MENIT_MS }), fc.nat(1500));
    fc.assert(
      fc.property(langkah, ([awal, panjang]) => {
        let jumlah = 0;
        for (let m = awal; m < awal + panjang; m++) if (kerjaMenurutLuxon(m * MENIT_MS)) jumlah++;
        expect(antara(awal * MENIT_MS, (awal + panjang) * MENIT_MS)).toBe(jumlah * MENIT_MS);
      }),
      { numRuns: 60 },
    );
  });
});

const LIBUR =
  "2026: 01-01 01-16 02-16 02-17 03-18 03-19 03-20 03-23 03-24 04-03 05-01 05-14 05-15 05-27 05-28 06-01 06-16 08-17 08-25 12-24 12-25 " +
  "2027: 01-01 01-05 02-05 03-08 03-09 03-10 03-11 03-12 03-15 03-25 03-26 05-06 05-17 05-18 05-19 05-20 06-01 08-17 12-24";

/** The rules once more, written another way and with luxon's clock. */
function kerjaMenurutLuxon(waktu: number): boolean {
  const s = DateTime.fromMillis(waktu, { zone: "Asia/Jakarta" });
  const tahun = LIBUR.split(/(?=20\d\d:)/).find((bagian) => bagian.startsWith(s.toFormat("yyyy"))) ?? "";
  if (s.weekday > 5 || tahun.includes(s.toFormat(" MM-dd"))) return false;
  const ramadan = ["2026-02-19/2026-03-21", "2027-02-08/2027-03-10"].some((masa) => {
    const [mulai = "", selesai = ""] = masa.split("/");
    return s.toISODate() !== null && s.toFormat("yyyy-MM-dd") >= mulai && s.toFormat("yyyy-MM-dd") < selesai;
  });
  const jumat = s.weekday === 5;
  const di = (dari: number, sampai: number) => s.hour * 60 + s.minute >= dari && s.hour * 60 + s.minute < sampai;
  if (ramadan) return jumat ? di(480, 690) || di(750, 930) : di(480, 720) || di(750, 900);
  return jumat ? di(450, 690) || di(780, 990) : di(450, 720) || di(780, 960);
}
