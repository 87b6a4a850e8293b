import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type BatasLangkah,
  saatBerikutnya,
  saatPengingat,
  saatTerjadwal,
  siklus,
  siklusTanpaTenggat,
  tingkatPada,
} from "../../../src/calendar/escalation.js";
import { muatKalender } from "../../../src/calendar/load.js";
import { lamaKerja, sisaKerja } from "../../../src/calendar/words.js";
import { tambahWaktuKerja, waktuKerjaAntara } from "../../../src/calendar/working-time.js";
import { FOLDER_KALENDER, tulisWib, wib } from "./examples.js";

const kalender = await muatKalender(FOLDER_KALENDER);
const MENIT = 60_000;

function langkah(mulai: string, durasi: string): BatasLangkah & { mulai: number } {
  const dari = wib(mulai);
  const tenggat = tambahWaktuKerja(dari, durasi, kalender);
  return { mulai: dari, tenggat, pengingat: saatPengingat(dari, tenggat, kalender) };
}

describe("the reminder", () => {
  test.each([
    ["Senin 23-11-2026 08.00", "PT30M", "Senin 23-11-2026 08.24"],
    ["Senin 23-11-2026 15.40", "PT60M", "Selasa 24-11-2026 07.58"],
    ["Jumat 20-11-2026 15.00", "P1D", "Senin 23-11-2026 13.24"],
    ["Senin 23-11-2026 10.00", "P1D", "Selasa 24-11-2026 08.30"],
  ])("of a step that began on %s and may take %s comes on %s: at 80 % of its working time", (mulai, durasi, saat) => {
    expect(tulisWib(langkah(mulai, durasi).pengingat)).toBe(saat);
  });
});

describe("a step's timer", () => {
  const satu = langkah("Jumat 20-11-2026 14.00", "P1D");
  const berikut = (kini: string) => tulisWib(saatBerikutnya(satu, wib(kini), kalender));

  test.each([
    ["at the start", "Jumat 20-11-2026 14.00", "Senin 23-11-2026 11.24"],
    ["after the reminder", "Senin 23-11-2026 13.00", "Senin 23-11-2026 14.00"],
    ["after the breach", "Senin 23-11-2026 14.00", "Selasa 24-11-2026 14.00"],
    ["after each further working day", "Selasa 24-11-2026 14.00", "Rabu 25-11-2026 14.00"],
    ["over a weekend", "Jumat 27-11-2026 14.01", "Senin 30-11-2026 14.00"],
  ])("%s goes off next at the reminder, the breach, each working day", (_wann, kini, saat) => {
    expect(berikut(kini)).toBe(saat);
  });

  test("that was kept from going off does so once, and then at the next instant to come", () => {
    const kini = wib("Kamis 26-11-2026 09.00");
    expect(tingkatPada(satu, kini, kalender)).toEqual({ jenis: "ulang", hari: 2 });
    expect(berikut("Kamis 26-11-2026 09.00")).toBe("Kamis 26-11-2026 14.00");
    const terjadwal = saatTerjadwal(satu, { jenis: "ulang", hari: 2 }, kalender);
    expect(tulisWib(terjadwal)).toBe("Rabu 25-11-2026 14.00");
    expect(waktuKerjaAntara(terjadwal, kini, kalender) / MENIT).toBe(120 + 90);
  });

  test("tells reminder, breach and repetition apart by when it goes off", () => {
    const pada = (kini: string) => tingkatPada(satu, wib(kini), kalender);
    expect(pada("Senin 23-11-2026 13.59")).toEqual({ jenis: "pengingat", hari: 0 });
    expect(pada("Senin 23-11-2026 14.00")).toEqual({ jenis: "lewat", hari: 0 });
    expect(pada("Selasa 24-11-2026 13.59")).toEqual({ jenis: "lewat", hari: 0 });
    expect(pada("Selasa 24-11-2026 14.00")).toEqual({ jenis: "ulang", hari: 1 });
  });

  test("is a cycle that still holds the breach should the reminder's transaction fail", () => {
    expect(siklus(satu, satu.mulai, kalender)).toBe("R/2026-11-23T04:24:00.000Z/2026-11-23T07:00:00.000Z");
    expect(siklus(satu, satu.tenggat, kalender)).toBe("R/2026-11-24T07:00:00.000Z/P1D");
  });

  test("goes off later each time, never at an instant gone by, and at each level once", () => {
    const mulai = fc.integer({ min: wib("01-01-2026 00.00"), max: wib("01-10-2027 00.00") });
    fc.assert(
      fc.property(mulai, fc.constantFrom("P1D", "PT10M", "PT60M", "PT7H"), (dari, durasi) => {
        const tenggat = tambahWaktuKerja(dari, durasi, kalender);
        const batas = { tenggat, pengingat: saatPengingat(dari, tenggat, kalender) };
        const tingkat: unknown[] = [];
        let kini = dari;
        for (let i = 0; i < 4; i++) {
          const saat = saatBerikutnya(batas, kini, kalender);
          expect(saat).toBeGreaterThan(kini);
          kini = saat;
          tingkat.push(tingkatPada(batas, kini, kalender));
        }
        expect(tingkat).toEqual([
          { jenis: "pengingat", hari: 0 },
          { jenis: "lewat", hari: 0 },
          { jenis: "ulang", hari: 1 },
          { jenis: "ulang", hari: 2 },
        ]);
      }),
    );
  });
});

describe("the timer of a step without a due date", () => {
  const mulai = wib("Senin 23-11-2026 10.00");

  test("goes off at once, and then each working day", () => {
    expect(siklusTanpaTenggat(mulai + 1_000, mulai, kalender)).toBe("R/2026-11-23T03:00:01.000Z/P1D");
    expect(siklusTanpaTenggat(mulai, mulai, kalender)).toBe("R/2026-11-24T03:00:00.000Z/P1D");
  });

  test("fails when it goes off and the calendar still cannot tell, not when the step begins", () => {
    const tahunDepan = wib("Senin 03-01-2028 10.00");
    expect(siklusTanpaTenggat(tahunDepan + 1_000, tahunDepan, kalender)).toMatch(/^R\/2028-01-03/);
    expect(() => siklusTanpaTenggat(tahunDepan, tahunDepan, kalender)).toThrow("tahun 2028 belum dimuat");
  });
});

describe("working time in words", () => {
  test.each([
    [130 * MENIT, "sisa 2 jam 10 menit kerja"],
    [120 * MENIT, "sisa 2 jam kerja"],
    [-25 * MENIT, "lewat 25 menit kerja"],
    [20_000, "sisa kurang dari 1 menit kerja"],
    [0, "sisa kurang dari 1 menit kerja"],
  ])("%d ms is %s", (ms, kata) => expect(sisaKerja(ms)).toBe(kata));

  test("a span has no sign", () => expect(lamaKerja(-60 * MENIT)).toBe("1 jam"));
});
