import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import {
  ambilAtauBuatNonce,
  ambilKredensial,
  bacaNonce,
  type GantunganKunci,
  hancurkanNonce,
  KredensialError,
  kredensialDari,
  nonceBaru,
} from "../../../src/kredensial/index.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

const lama = { id: "k1", rahasia: "kunci lama untuk pengujian" };
const baru = { id: "k2", rahasia: "kunci baru untuk pengujian" };
const pemilik = () => ({ instans: randomUUID(), akun: randomUUID(), idKunci: "k1" });

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

describe("the nonces", () => {
  test("are made once: the same account gets the same nonce, also when two ask at once", async () => {
    const milik = pemilik();
    const [a, b] = await Promise.all([ambilAtauBuatNonce(database.db, milik), ambilAtauBuatNonce(database.db, milik)]);
    expect(a).toEqual(b);
    expect(a).toMatchObject({ keadaan: "hidup", percobaan: 1, idKunci: "k1" });
    expect(a.nonce).toHaveLength(32);
  });

  test("are replaced with a higher attempt when a new one is asked for", async () => {
    const milik = pemilik();
    const pertama = await ambilAtauBuatNonce(database.db, milik);
    const kedua = await nonceBaru(database.db, { ...milik, idKunci: "k2" });
    expect(kedua).toMatchObject({ percobaan: 2, idKunci: "k2" });
    expect(kedua.nonce.equals(pertama.nonce)).toBe(false);
    expect(await bacaNonce(database.db, milik)).toEqual(kedua);
  });

  test("start at attempt 1 when a new one is asked for where there was none", async () => {
    expect(await nonceBaru(database.db, pemilik())).toMatchObject({ percobaan: 1 });
  });

  test("cannot be read or made again once destroyed, and no column holds them any more", async () => {
    const milik = pemilik();
    const { nonce } = await ambilAtauBuatNonce(database.db, milik);
    await hancurkanNonce(database.db, milik.instans, milik.akun);
    expect(await bacaNonce(database.db, milik)).toEqual({ keadaan: "hancur", percobaan: 1 });
    await expect(ambilAtauBuatNonce(database.db, milik)).rejects.toMatchObject({ sebab: "NONCE_DIHANCURKAN" });
    await expect(nonceBaru(database.db, milik)).rejects.toBeInstanceOf(KredensialError);
    const { rows } = await database.db.execute(sql`select t::text as baris from nonce_kredensial t`);
    expect(JSON.stringify(rows)).not.toContain(nonce.toString("hex"));
  });

  test("of one account are destroyed alone, those of an instance all together", async () => {
    const satu = pemilik();
    const dua = { ...satu, akun: randomUUID() };
    const asing = pemilik();
    for (const milik of [satu, dua, asing]) await ambilAtauBuatNonce(database.db, milik);
    await hancurkanNonce(database.db, satu.instans, satu.akun);
    expect((await bacaNonce(database.db, dua))?.keadaan).toBe("hidup");
    await hancurkanNonce(database.db, satu.instans);
    expect((await bacaNonce(database.db, dua))?.keadaan).toBe("hancur");
    expect((await bacaNonce(database.db, asing))?.keadaan).toBe("hidup");
  });

  test("are unknown where none was ever made", async () => {
    expect(await bacaNonce(database.db, pemilik())).toBeUndefined();
  });
});

describe("the credential of an account", () => {
  test("is the same for every attempt until its nonce is destroyed, then nobody gets it", async () => {
    const milik = pemilik();
    const pertama = await ambilKredensial(database.db, [lama], milik);
    expect(await ambilKredensial(database.db, [lama], milik)).toEqual(pertama);
    await hancurkanNonce(database.db, milik.instans, milik.akun);
    await expect(ambilKredensial(database.db, [lama], milik)).rejects.toMatchObject({ sebab: "NONCE_DIHANCURKAN" });
  });

  test("survives a key rotation: old nonces keep their key, new ones take the first", async () => {
    const milik = pemilik();
    const sebelum = await ambilKredensial(database.db, [lama], milik);
    const gantungan: GantunganKunci = [baru, lama];
    expect(await ambilKredensial(database.db, gantungan, milik)).toEqual(sebelum);
    const lain = pemilik();
    await ambilKredensial(database.db, gantungan, lain);
    expect(await bacaNonce(database.db, lain)).toMatchObject({ idKunci: "k2" });
  });

  test("is refused, without a word of the nonce, when the key it was made with is gone", () => {
    const nonce = { keadaan: "hidup", percobaan: 1, nonce: randomBytes(32), idKunci: "k1" } as const;
    expect(() => kredensialDari([baru], pemilik(), nonce)).toThrow("the key k1 is not configured any more");
  });
});
