import { describe, expect, test } from "@jest/globals";
import { DateTime } from "luxon";
import { readSeed } from "../../simulators/start.js";
import { SEED_FILE } from "./support/harness.js";

const seed = await readSeed(SEED_FILE);

describe("the seeded accounts", () => {
  test("hold the demo accounts", () => {
    const demo = ["BUDI.SANTOSO", "SITI.RAHMAWATI", "AGUS.WIJAYA"].map((id) =>
      seed.find(({ userId }) => userId === id),
    );
    expect(demo).toEqual([
      { userId: "BUDI.SANTOSO", nip: "198503152010011001", nama: "Budi Santoso", peran: "PPK", aktif: true },
      {
        userId: "SITI.RAHMAWATI",
        nip: "199007222015032002",
        nama: "Siti Rahmawati",
        peran: "Pejabat Pengadaan",
        aktif: true,
      },
      { userId: "AGUS.WIJAYA", nip: "198811302012121003", nama: "Agus Wijaya", peran: "PPK", aktif: true },
    ]);
  });

  test("are unique, with some that are not active", () => {
    expect(new Set(seed.map(({ userId }) => userId)).size).toBe(seed.length);
    expect(new Set(seed.map(({ nip }) => nip)).size).toBe(seed.length);
    expect(seed.filter(({ aktif }) => !aktif).length).toBeGreaterThan(2);
  });

  test("have a NIP made of birth date, month of appointment, sex and serial", () => {
    const odd = seed.filter(({ nip }) => {
      const [, birth = "", appointed = "", sex, serial] = /^(\d{8})(\d{6})([12])(\d{3})$/.exec(nip) ?? [];
      const age = DateTime.fromFormat(appointed, "yyyyMM").diff(DateTime.fromFormat(birth, "yyyyMMdd"), "years").years;
      return !(age >= 18 && age <= 35 && sex && serial !== "000");
    });
    expect(odd).toEqual([]);
  });
});
