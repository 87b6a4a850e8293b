import { describe, expect, test } from "@jest/globals";
import { createPembatasMasuk } from "../../../../src/gateway/pintu/pembatas-masuk.js";

const MENIT = 60_000;
function uji(percobaan = 3, seluruhnya = 6) {
  let kini = 1_000_000;
  let dicoba = 0;
  const pembatas = createPembatasMasuk({ percobaan, seluruhnya }, () => kini);
  const masuk = (alamat: string, akun: string, benar: boolean) =>
    pembatas(alamat, akun, async () => {
      dicoba += 1;
      return benar ? "benar" : "salah";
    });
  return {
    masuk,
    jeda: async (alamat: string, akun: string, benar = false) => (await masuk(alamat, akun, benar)).jedaMs,
    lewat: (ms: number) => {
      kini += ms;
    },
    dicoba: () => dicoba,
  };
}

describe("whoever guesses", () => {
  test("waits after the third wrong password, twice as long after each further one, at most a quarter of an hour", async () => {
    const { jeda, lewat } = uji(3, 1_000);
    for (let i = 0; i < 3; i += 1) expect(await jeda("a", "dewi")).toBe(0);
    const jedaJeda: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const ms = await jeda("a", "dewi");
      jedaJeda.push(ms);
      lewat(ms);
      await jeda("a", "dewi");
    }
    expect(jedaJeda).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000]);
  });

  test("does not get through by many attempts at once", async () => {
    const { masuk, dicoba } = uji();
    await Promise.all(Array.from({ length: 20 }, () => masuk("a", "dewi", false)));
    expect(dicoba()).toBe(3);
  });

  test("does not get through by trying many accounts, nor one account from many places", async () => {
    const satu = uji();
    await Promise.all(Array.from({ length: 20 }, (_, i) => satu.masuk("a", `akun-${i}`, false)));
    expect(satu.dicoba()).toBe(6);
    const banyak = uji();
    for (let i = 0; i < 20; i += 1) await banyak.masuk(`alamat-${i}`, "dewi", false);
    expect(banyak.dicoba()).toBe(6);
  });
});

describe("a person", () => {
  test("gets in at once after mistakes, and they are forgotten", async () => {
    const { masuk, jeda } = uji();
    await jeda("a", "dewi");
    await jeda("a", "dewi");
    expect(await masuk("a", "dewi", true)).toEqual({ jedaMs: 0 });
    expect([await jeda("a", "dewi"), await jeda("a", "dewi")]).toEqual([0, 0]);
  });

  test("is not locked out by what others try: from elsewhere, or with other accounts at the same place", async () => {
    const { masuk } = uji();
    await masuk("kantor", "dewi", true);
    for (let i = 0; i < 20; i += 1) {
      await masuk(`luar-${i}`, "dewi", false);
      await masuk("kantor", `akun-${i}`, false);
    }
    expect(await masuk("kantor", "dewi", true)).toEqual({ jedaMs: 0 });
  });

  test("waits at a new place while it is under attack, a quarter of an hour at most", async () => {
    const { masuk, jeda, lewat } = uji();
    for (let i = 0; i < 6; i += 1) await masuk(`luar-${i}`, "dewi", false);
    expect(await jeda("rumah", "dewi", true)).toBe(15 * MENIT);
    lewat(15 * MENIT);
    expect(await masuk("rumah", "dewi", true)).toEqual({ jedaMs: 0 });
  });

  test("is not known by a refusal that says nothing of the password, and is not forgiven by one", async () => {
    const pembatas = createPembatasMasuk({ percobaan: 2, seluruhnya: 4 }, () => 0);
    await pembatas("a", "dewi", async () => "salah");
    await pembatas("a", "dewi", async () => "lain");
    await pembatas("a", "dewi", async () => "salah");
    expect((await pembatas("a", "dewi", async () => "lain")).jedaMs).toBe(30_000);
    await pembatas("a", "rudi", async () => "lain");
    expect((await pembatas("a", "rudi", async () => "benar")).jedaMs).toBe(15 * MENIT);
  });

  test("is not charged for an engine that does not answer", async () => {
    const pembatas = createPembatasMasuk({ percobaan: 1, seluruhnya: 1 }, () => 0);
    for (let i = 0; i < 5; i += 1)
      await expect(pembatas("a", "dewi", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await pembatas("a", "dewi", async () => "benar")).toEqual({ jedaMs: 0 });
  });
});
