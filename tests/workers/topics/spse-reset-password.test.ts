import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bacaNonce, hancurkanNonce } from "../../../src/kredensial/index.js";
import { spseResetPassword as topik } from "../../../workers/topics/spse-reset-password.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { akunUji, createKit, ditolak, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

describe("spse-reset-password", () => {
  test("sets a password on the account that has the NIP and says so, without the password", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push(akunSpse);
    const hasil = await topik.handle({ akunDiproses: akun }, kit.context());
    expect(hasil).toEqual({ hasil: { status: "direset", userId: "BUDI.SANTOSO", cara: "otomatis" } });
    expect(kit.spse.kataSandi.get("BUDI.SANTOSO")).toHaveLength(16);
  });

  test("sets the same password under the same key when an attempt is repeated after a lost reply", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push(akunSpse);
    kit.spse.gagal("setelKataSandi", tidakTersedia(), true);
    await expect(topik.handle({ akunDiproses: akun }, kit.context())).rejects.toMatchObject({ kind: "unavailable" });
    const pertama = kit.spse.kataSandi.get("BUDI.SANTOSO");
    await topik.handle({ akunDiproses: akun }, kit.context());
    expect(kit.spse.kataSandi.get("BUDI.SANTOSO")).toBe(pertama);
    expect(new Set(kit.spse.kunci).size).toBe(1);
  });

  test("is left to the next holder of a lost lock, who sets the same password", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push(akunSpse);
    const pertama = kit.attempt(topik, { akunDiproses: akun });
    kit.lock.lose();
    expect(await pertama).toEqual({ kind: "abandoned" });
    expect(await kit.attempt(topik, { akunDiproses: akun })).toMatchObject({ kind: "complete" });
    expect(new Set(kit.spse.kunci).size).toBe(1);
  });

  test("gives two accounts of one request two passwords", async () => {
    const kit = createKit(database.db);
    const satu = akunUji({ userId: "SATU" });
    const dua = akunUji({ userId: "DUA", nip: "198503152010011002" });
    kit.spse.akun.push(satu.akunSpse, dua.akunSpse);
    await topik.handle({ akunDiproses: satu.akun }, kit.context());
    await topik.handle({ akunDiproses: dua.akun }, kit.context());
    expect(kit.spse.kataSandi.get("SATU")).not.toBe(kit.spse.kataSandi.get("DUA"));
  });

  test("names the NIP and User ID that SPSE does not know", async () => {
    const kit = createKit(database.db);
    const { akun } = akunUji({ userId: "SALAH" });
    await expect(topik.handle({ akunDiproses: akun }, kit.context())).rejects.toMatchObject({
      code: "AKUN_TIDAK_DIKENAL",
      message: expect.stringMatching(/Budi Santoso.*SALAH.*198503152010011001/),
    });
  });

  test("asks the Tim for the User ID where a NIP has several accounts", async () => {
    const kit = createKit(database.db);
    kit.spse.gagal("cariAkun", ditolak("AKUN_GANDA"));
    await expect(topik.handle({ akunDiproses: akunUji().akun }, kit.context())).rejects.toMatchObject({
      code: "AKUN_TIDAK_DIKENAL",
      message: expect.stringContaining("lebih dari satu akun"),
    });
  });

  test("leaves an inactive account to the Tim and makes no nonce for it", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push({ ...akunSpse, aktif: false });
    const context = kit.context();
    await expect(topik.handle({ akunDiproses: akun }, context)).rejects.toMatchObject({
      code: "SPSE_TIDAK_TERSEDIA",
      message: expect.stringContaining("nonaktif"),
    });
    expect(await bacaNonce(database.db, { instans: context.task.instans, akun: akun.id })).toBeUndefined();
  });

  test.each([
    ["SPSE_TANPA_API", /belum terhubung/],
    ["KATA_SANDI_LEMAH", /menolak reset.*KATA_SANDI_LEMAH/],
  ])("leaves the refusal %s to the Tim with a sentence about it", async (kode, kalimat) => {
    const kit = createKit(database.db);
    kit.spse.gagal("cariAkun", ditolak(kode));
    await expect(topik.handle({ akunDiproses: akunUji().akun }, kit.context())).rejects.toMatchObject({
      code: "SPSE_TIDAK_TERSEDIA",
      message: expect.stringMatching(kalimat),
    });
  });

  test("never sets another password once the delivered one's nonce is destroyed", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push(akunSpse);
    const context = kit.context();
    await topik.handle({ akunDiproses: akun }, context);
    const terkirim = kit.spse.kataSandi.get("BUDI.SANTOSO");
    await hancurkanNonce(database.db, context.task.instans, akun.id);
    await expect(topik.handle({ akunDiproses: akun }, context)).rejects.toMatchObject({ sebab: "NONCE_DIHANCURKAN" });
    expect(kit.spse.kataSandi.get("BUDI.SANTOSO")).toBe(terkirim);
  });

  test("writes no password to the log", async () => {
    const kit = createKit(database.db);
    const { akun, akunSpse } = akunUji();
    kit.spse.akun.push(akunSpse);
    await topik.run({ akunDiproses: akun }, kit.context());
    expect(kit.log()).not.toContain(kit.spse.kataSandi.get("BUDI.SANTOSO"));
  });
});
