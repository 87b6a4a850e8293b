import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { perKelompok, semuaHalaman } from "../../../src/engine/halaman.js";

test("every row is read once, however many there are, and no query asks for more than a page", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 7 }), async (banyak, ukuran) => {
      const semua = Array.from({ length: banyak }, (_, i) => `b${i}`);
      const ambil = async (dari: number, jumlah: number) => {
        expect(jumlah).toBe(ukuran);
        return semua.slice(dari, dari + jumlah);
      };
      expect(await semuaHalaman(ambil, (b) => b, ukuran)).toEqual(semua);
    }),
  );
});

test("a row that moved onto the next page meanwhile is there once", async () => {
  const halaman = [["a", "b"], ["b", "c"], ["d"]];
  expect(
    await semuaHalaman(
      async (dari) => halaman[dari / 2] ?? [],
      (b) => b,
      2,
    ),
  ).toEqual(["a", "b", "c", "d"]);
});

test("batches keep their order, and a failing one fails the whole", async () => {
  const kerja = async (k: readonly number[]) => k.map((n) => n * 2);
  expect(await perKelompok([1, 2, 3, 4, 5, 6, 7], 2, kerja)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(await perKelompok([], 2, kerja)).toEqual([]);
  await expect(perKelompok([1, 2], 1, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
});
