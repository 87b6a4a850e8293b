import { describe, expect, test } from "@jest/globals";
import { buatKalender } from "../../../src/calendar/build.js";
import { bacaBerkasKalender, muatKalender } from "../../../src/calendar/load.js";
import { BerkasJamKerja, BerkasTahun } from "../../../src/calendar/schema.js";
import { waktuKerjaAntara } from "../../../src/calendar/working-time.js";
import { FOLDER_KALENDER, wib } from "./examples.js";

const kalender = await muatKalender(FOLDER_KALENDER);
const isi = new Map((await bacaBerkasKalender(FOLDER_KALENDER)).map((berkas) => [berkas.nama, berkas.isi]));
const berkasTahun = (tahun: number) => BerkasTahun.parse(isi.get(`${tahun}.json`));
const tanggal = (hari: { tanggal: string }[]) => hari.map((satu) => satu.tanggal.slice(5)).join(" ");

describe("the shipped calendar", () => {
  test.each([
    [2026, 240],
    [2027, 242],
  ])("of %d has %d working days", (tahun, jumlah) => {
    expect(kalender.diZona().tabel(tahun).hari).toHaveLength(jumlah);
  });

  test("has the dates of the joint decrees", () => {
    const [a, b] = [berkasTahun(2026), berkasTahun(2027)];
    expect(tanggal(a.liburNasional)).toBe(
      "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25",
    );
    expect(tanggal(a.cutiBersama)).toBe("02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24");
    expect(tanggal(b.liburNasional)).toBe(
      "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26",
    );
    expect(tanggal(b.cutiBersama)).toBe("02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24");
  });

  test("names the decree of every year", () => {
    expect(berkasTahun(2026).dasar.join(" ")).toMatch(/1497 Tahun 2025.*2 Tahun 2025.*5 Tahun 2025.*42 Tahun 2025/);
    expect(berkasTahun(2027).dasar.join(" ")).toMatch(/1205 Tahun 2026.*3 Tahun 2026.*2 Tahun 2026/);
  });

  test("has weeks of 37 hours 30 minutes, and of 32 hours 30 minutes in Ramadan (Perpres 21/2023)", () => {
    const seminggu = (senin: string, minggu: string) => waktuKerjaAntara(wib(senin), wib(minggu), kalender) / 3_600_000;
    expect(seminggu("Senin 02-11-2026 00.00", "Minggu 08-11-2026 00.00")).toBe(37.5);
    expect(seminggu("Senin 02-03-2026 00.00", "Minggu 08-03-2026 00.00")).toBe(32.5);
  });

  test("keeps Ramadan hours from the first to the last day of the period, and no longer", () => {
    const ramadan = [{ mulai: "2026-11-03", selesai: "2026-11-06", sumber: "uji" }];
    const kalenderUji = buatKalender([
      { nama: "2026.json", isi: { ...berkasTahun(2026), ramadan } },
      { nama: "jam-kerja.json", isi: isi.get("jam-kerja.json") },
    ]);
    const jam = ["02", "03", "06", "09"].map(
      (hari) => waktuKerjaAntara(wib(`${hari}-11-2026 00.00`), wib(`${hari}-11-2026 23.59`), kalenderUji) / 3_600_000,
    );
    expect(jam).toEqual([7.5, 6.5, 6.5, 7.5]);
  });

  test("marks what no decree says: where the breaks lie, and a Ramadan not yet decreed", () => {
    const { biasa, ramadan } = BerkasJamKerja.parse(isi.get("jam-kerja.json"));
    for (const hari of [biasa.seninKamis, biasa.jumat, ramadan.seninKamis, ramadan.jumat]) {
      expect(hari.istirahat.sumber).toMatch(/belum bersumber/);
    }
    for (const masa of berkasTahun(2027).ramadan) expect(masa.sumber).toBe("perkiraan; belum ditetapkan");
  });
});
