import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { beriNomor, beriNomorTahun, teksNomorPermohonan } from "../../src/nomor-urut.js";
import { startTestDatabase, type TestDatabase } from "../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("fifty callers at once get fifty different numbers, without a gap among themselves", async () => {
  const minta = Array.from({ length: 50 }, () => ({ jenis: "surat" as const, tahun: 2026, kunci: randomUUID() }));
  const nomor = await Promise.all(minta.map((m) => beriNomor(database.db, m)));
  expect([...nomor].sort((a, b) => a - b)).toEqual(minta.map((_, i) => i + 1));
});

test("one thing asked for many times at once has one number", async () => {
  const minta = { jenis: "permohonan" as const, tahun: 2026, kunci: randomUUID() };
  const nomor = await Promise.all(Array.from({ length: 20 }, () => beriNomor(database.db, minta)));
  expect(new Set(nomor).size).toBe(1);
});

test("the serial begins anew each year, and for each kind", async () => {
  const minta = (jenis: "surat" | "permohonan", tahun: number) => ({ jenis, tahun, kunci: randomUUID() });
  expect(await beriNomor(database.db, minta("surat", 2031))).toBe(1);
  expect(await beriNomor(database.db, minta("surat", 2031))).toBe(2);
  expect(await beriNomor(database.db, minta("permohonan", 2031))).toBe(1);
  expect(await beriNomor(database.db, minta("surat", 2032))).toBe(1);
});

test("a thing that asks again in the next year keeps number and year", async () => {
  const kunci = randomUUID();
  const pertama = await beriNomorTahun(database.db, { jenis: "surat", tahun: 2040, kunci });
  expect(await beriNomorTahun(database.db, { jenis: "surat", tahun: 2041, kunci })).toEqual(pertama);
});

test("a number given in a transaction that fails may be given again, never twice", async () => {
  const minta = () => ({ jenis: "surat" as const, tahun: 2050, kunci: randomUUID() });
  const batal = database.db.transaction(async (tx) => {
    await beriNomor(tx, minta());
    throw new Error("batal");
  });
  await expect(batal).rejects.toThrow("batal");
  expect(await beriNomor(database.db, minta())).toBe(1);
});

test("a request's number is written with its year and at least four digits", () => {
  expect(teksNomorPermohonan({ tahun: 2026, urut: 7 })).toBe("RP-2026-0007");
  expect(teksNomorPermohonan({ tahun: 2026, urut: 12345 })).toBe("RP-2026-12345");
});
