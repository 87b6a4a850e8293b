import { createHash, randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { PANJANG_KATA_SANDI, turunkanKataSandi } from "../../../src/kredensial/index.js";

const kunci = { id: "k1", rahasia: "kunci rahasia untuk pengujian" };
const konteks = { instans: "instans-1", akun: "7f0c8a52-0000-4000-8000-000000000001", percobaan: 1 };

/** SPSE's rule, written here once more on purpose. */
const aturanSpse = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9]).{8,}$/;

describe("a derived password", () => {
  test("satisfies the SPSE rule without look-alikes for 10,000 random nonces, and repeats exactly", () => {
    const nonces = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(nonces, fc.uuid(), fc.integer({ min: 1, max: 99 }), (bytes, akun, percobaan) => {
        const nonce = Buffer.from(bytes);
        const pertama = turunkanKataSandi(kunci, nonce, { instans: "i", akun, percobaan });
        expect(pertama).toMatch(aturanSpse);
        expect(pertama).not.toMatch(/[0Oo1lIi\s"'&<>\\]/);
        expect(pertama).toHaveLength(PANJANG_KATA_SANDI);
        expect(turunkanKataSandi(kunci, nonce, { instans: "i", akun, percobaan })).toBe(pertama);
      }),
      { numRuns: 10_000 },
    );
  });

  test("stays the same over releases, so that a retry after an update does not change a password", () => {
    const kataSandi = turunkanKataSandi(kunci, Buffer.alloc(32, 7), konteks);
    expect(createHash("sha256").update(kataSandi).digest("hex")).toBe(
      "ce23ccb4e90dd8a1dd73224b638ea9e0522bb68cc3dbf0c2dc4ef7c604425658",
    );
  });

  test("is another one for another key, nonce, instance, account or attempt", () => {
    const nonce = randomBytes(32);
    const semua = [
      turunkanKataSandi(kunci, nonce, konteks),
      turunkanKataSandi({ ...kunci, rahasia: "kunci rahasia yang lain" }, nonce, konteks),
      turunkanKataSandi(kunci, randomBytes(32), konteks),
      turunkanKataSandi(kunci, nonce, { ...konteks, instans: "instans-2" }),
      turunkanKataSandi(kunci, nonce, { ...konteks, akun: randomUUID() }),
      turunkanKataSandi(kunci, nonce, { ...konteks, percobaan: 2 }),
    ];
    expect(new Set(semua).size).toBe(semua.length);
  });

  test("does not depend on where one part of the input ends and the next begins", () => {
    const nonce = Buffer.alloc(32, 1);
    const a = turunkanKataSandi(kunci, nonce, { instans: "ab", akun: "c", percobaan: 1 });
    const b = turunkanKataSandi(kunci, nonce, { instans: "a", akun: "bc", percobaan: 1 });
    expect(a).not.toBe(b);
  });

  test("uses every allowed character about equally often at every place", () => {
    const hitung = new Map<string, number>();
    for (let i = 0; i < 4_000; i++) {
      const nonce = Buffer.alloc(32);
      nonce.writeUInt32BE(i);
      for (const huruf of turunkanKataSandi(kunci, nonce, konteks)) hitung.set(huruf, (hitung.get(huruf) ?? 0) + 1);
    }
    expect(hitung.size).toBe(65);
    const kecil = [..."abcdefghjkmnpqrstuvwxyz"].map((huruf) => hitung.get(huruf) ?? 0);
    expect(Math.max(...kecil) / Math.min(...kecil)).toBeLessThan(1.3);
  });

  test("is refused for a nonce that is too short to be one, such as a destroyed one", () => {
    expect(() => turunkanKataSandi(kunci, Buffer.alloc(0), konteks)).toThrow(RangeError);
  });
});
