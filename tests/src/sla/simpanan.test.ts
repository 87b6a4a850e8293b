import { expect, test } from "@jest/globals";
import { createSimpanan } from "../../../src/sla/simpanan.js";

/** A holder over a source that answers 1, 2, 3 … when told to, and a clock that a test moves. */
function uji() {
  let kini = 0;
  const menunggu: { selesai: (n: number) => void; gagal: (e: Error) => void }[] = [];
  const kabar: unknown[] = [];
  const simpanan = createSimpanan(
    () => new Promise<number>((selesai, gagal) => menunggu.push({ selesai, gagal })),
    { segar: 10, basi: 100 },
    () => kini,
    (e) => kabar.push(e),
  );
  return { simpanan, menunggu, kabar, pada: (saat: number) => (kini = saat) };
}

test("many who ask at once share one fetch", async () => {
  const { simpanan, menunggu } = uji();
  const semua = [simpanan.ambil(), simpanan.ambil(), simpanan.ambil()];
  expect(menunggu).toHaveLength(1);
  menunggu[0]?.selesai(1);
  expect(await Promise.all(semua)).toEqual([1, 1, 1]);
});

test("a fresh value is served as it is; a stale one too, while the next is fetched once; an old one is waited for", async () => {
  const { simpanan, menunggu, pada } = uji();
  const pertama = simpanan.ambil();
  menunggu[0]?.selesai(1);
  await pertama;
  pada(9);
  expect(await simpanan.ambil()).toBe(1);
  expect(menunggu).toHaveLength(1);
  pada(11);
  expect(await Promise.all([simpanan.ambil(), simpanan.ambil()])).toEqual([1, 1]);
  expect(menunggu).toHaveLength(2);
  menunggu[1]?.selesai(2);
  await new Promise(setImmediate);
  expect(await simpanan.ambil()).toBe(2);
  pada(200);
  const lama = simpanan.ambil();
  menunggu[2]?.selesai(3);
  expect(await lama).toBe(3);
});

test("a failure is told to who waits, or in the background, and the next one asks again", async () => {
  const { simpanan, menunggu, kabar, pada } = uji();
  const gagal = simpanan.ambil();
  menunggu[0]?.gagal(new Error("engine away"));
  await expect(gagal).rejects.toThrow("engine away");
  const lagi = simpanan.ambil();
  menunggu[1]?.selesai(1);
  expect(await lagi).toBe(1);
  pada(50);
  expect(await simpanan.ambil()).toBe(1);
  menunggu[2]?.gagal(new Error("away again"));
  await new Promise(setImmediate);
  expect(kabar).toHaveLength(1);
});

test("after a change nobody is given what was fetched before it, not even by a fetch under way", async () => {
  const { simpanan, menunggu } = uji();
  const sebelum = simpanan.ambil();
  simpanan.lupakan();
  const sesudah = simpanan.ambil();
  menunggu[0]?.selesai(1);
  expect(await sebelum).toBe(1);
  menunggu[1]?.selesai(2);
  expect(await sesudah).toBe(2);
  expect(await simpanan.ambil()).toBe(2);
});
