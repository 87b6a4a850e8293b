import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { beriNomorSurat } from "../../../src/surat-keluar/index.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const minta = (kunci: string = randomUUID()) => ({
  kunci,
  jenis: "surat-penolakan" as const,
  instans: kunci,
  nomorPermohonan: "RP-2026-0001",
  satker: "Biro Keuangan",
});
const pola = (tulis: (urut: number) => string, versi = 1) => ({
  versi,
  surat: { nomorSurat: (urut: number, tanggal: string) => `${tulis(urut)}/${tanggal.slice(0, 4)}` } as never,
});
const biasa = pola(String);
const beri = (kunci?: string, saat = "2026-11-23T02:00:00Z", templat = biasa) =>
  beriNomorSurat(database.db, minta(kunci), new Date(saat), templat);

describe("letter numbers", () => {
  test("are all different however many ask at once", async () => {
    const semua = await Promise.all(Array.from({ length: 20 }, () => beri()));
    expect(new Set(semua.map(({ nomor }) => nomor)).size).toBe(20);
  });

  test("stay with their letter: number, date and template of the first time", async () => {
    const kunci = randomUUID();
    const [a, b] = await Promise.all([beri(kunci), beri(kunci)]);
    expect(a).toEqual(b);
    expect(await beri(kunci, "2027-03-01T00:00:00Z", pola(String, 7))).toEqual(a);
  });

  test("begin anew at midnight in WIB, not in UTC", async () => {
    expect((await beri(undefined, "2027-12-31T16:59:59Z")).nomor).toMatch(/\/2027$/);
    expect(await beri(undefined, "2027-12-31T17:00:00Z")).toMatchObject({ nomor: "1/2028", tanggal: "2028-01-01" });
  });

  test("never recur when the pattern changes within the year: the serial that would is passed over", async () => {
    const saat = "2030-05-01T00:00:00Z";
    const sebelas = pola((urut) => `1${urut}`);
    expect((await beri(undefined, saat, sebelas)).nomor).toBe("11/2030");
    for (let urut = 2; urut <= 10; urut += 1) await beri(undefined, saat);
    expect((await beri(undefined, saat)).nomor).toBe("12/2030");
  });
});
