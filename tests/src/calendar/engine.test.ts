import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { IANAZone } from "luxon";
import type { KalenderMesin } from "../../../src/calendar/engine.js";
import "../../../src/calendar/engine.js";
import { bacaBerkasKalender, muatKalender } from "../../../src/calendar/load.js";
import { tambahWaktuKerja } from "../../../src/calendar/working-time.js";
import { zonaIndonesia } from "../../../src/calendar/zone.js";
import { FOLDER_KALENDER, wib } from "./examples.js";

const { kalender: mesin } = globalThis as unknown as { kalender: KalenderMesin };
const teks = JSON.stringify((await bacaBerkasKalender(FOLDER_KALENDER)).map((berkas) => berkas.isi));

/** The packages that a source file pulls into a bundle, through all its relative imports. */
async function paket(berkas: URL): Promise<string[]> {
  const sumber = (await readFile(berkas, "utf8")).replaceAll(/^import type .*$/gm, "");
  const asal = [...sumber.matchAll(/from "([^"]+)"|^import "([^"]+)"/gm)].map(([, a, b]) => a ?? b ?? "");
  const dalam = asal
    .filter((satu) => satu.startsWith("."))
    .map((satu) => new URL(satu.replace(/\.js$/, ".ts"), berkas));
  return [...asal.filter((satu) => !satu.startsWith(".")), ...(await Promise.all(dalam.map(paket))).flat()];
}

describe("the engine's calendar", () => {
  test("says so when it is asked before it was loaded", () => {
    expect(() => mesin.tenggat("P1D", 0)).toThrow("Kalender kerja belum dimuat");
  });

  test("gives the same due dates as the calendar of gateway and workers", async () => {
    mesin.muat(teks);
    const kalender = await muatKalender(FOLDER_KALENDER);
    const saat = fc.integer({ min: wib("01-01-2026 00.00"), max: wib("01-11-2027 00.00") });
    const durasi = fc.constantFrom("P1D", "P3D", "PT30M", "PT8H", "P1DT2H");
    fc.assert(
      fc.property(saat, durasi, (t, d) => expect(mesin.tenggat(d, t)).toBe(tambahWaktuKerja(t, d, kalender))),
      { numRuns: 10_000 },
    );
  });

  test("fails with a sentence for the incident when a year is not loaded", () => {
    mesin.muat(teks);
    expect(() => mesin.tenggat("P1D", wib("31-12-2027 15.00"))).toThrow("Kalender kerja tahun 2028 belum dimuat");
  });

  test("refuses files that do not fit together, and dates and clock times it cannot read", () => {
    expect(() => mesin.muat("[]")).toThrow("tepat satu jam-kerja.json");
    mesin.muat(teks.replace('"2026-01-16"', '"16 Januari"'));
    expect(() => mesin.tenggat("P1D", wib("05-01-2026 10.00"))).toThrow('"16 Januari" bukan jam atau tanggal');
  });

  test("pulls no package into its bundle, since each would slow down the engine's start", async () => {
    expect(await paket(new URL("../../../src/calendar/engine.ts", import.meta.url))).toEqual([]);
    expect(await paket(new URL("../../../src/calendar/build.ts", import.meta.url))).toContain("zod");
  });
});

test.each(["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"])(
  "the constant offset of %s is that of the time-zone database",
  (zona) => {
    for (let saat = wib("01-01-2026 00.00"); saat < wib("01-01-2030 00.00"); saat += 86_400_000) {
      expect(zonaIndonesia(zona)?.(saat)).toBe(IANAZone.create(zona).offset(saat));
    }
  },
);
