import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bacaPesan, catatDicoba, catatTerkirim, kunciPesan, sidikPesan } from "../../../src/pesan-keluar/index.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const kunci = { id: "k1", rahasia: "kunci rahasia untuk pengujian" };
const pesan = { kepada: "budi@x.go.id", perihal: "Akun", isi: "Password : rahasia" };
const baris = (ubah: object = {}) => ({
  kunci: randomUUID(),
  nomorPermohonan: "RP-2026-0001",
  tujuan: "surat",
  kepada: pesan.kepada,
  perihal: pesan.perihal,
  sidik: "a".repeat(64),
  ...ubah,
});

describe("the log of outgoing messages", () => {
  test("knows a message as tried, then as delivered", async () => {
    const satu = baris();
    expect(await bacaPesan(database.db, satu.kunci)).toBeUndefined();
    expect(await catatDicoba(database.db, satu)).toEqual({ sidik: satu.sidik, terkirim: null });
    const terkirim = new Date("2026-11-23T02:00:00Z");
    await catatTerkirim(database.db, { kunci: satu.kunci, idPesan: "pesan-1", terkirim });
    expect(await bacaPesan(database.db, satu.kunci)).toEqual({ sidik: satu.sidik, terkirim });
  });

  test("keeps the first try's hash when the message is tried again with another text", async () => {
    const satu = baris();
    await catatDicoba(database.db, satu);
    const lagi = await catatDicoba(database.db, { ...satu, sidik: "b".repeat(64) });
    expect(lagi.sidik).toBe(satu.sidik);
  });
});

describe("a message's keyed hash", () => {
  test("recognises the message and nothing else", () => {
    const sidik = sidikPesan(kunci, pesan);
    expect(sidikPesan(kunci, { ...pesan })).toBe(sidik);
    const lampiran = [{ nama: "a.pdf", base64: "AA==" }];
    const lain = [
      { ...pesan, isi: "x" },
      { ...pesan, kepada: "x" },
      { ...pesan, perihal: "x" },
      { ...pesan, lampiran },
    ];
    for (const satu of lain) expect(sidikPesan(kunci, satu)).not.toBe(sidik);
  });

  test("cannot be made without the key, so guessing passwords against it is no use", () => {
    expect(sidikPesan({ ...kunci, rahasia: "kunci yang lain sama sekali" }, pesan)).not.toBe(sidikPesan(kunci, pesan));
  });
});

describe("an idempotency key", () => {
  test("is the same for the same message and differs in each of its parts", () => {
    const maksud = { instans: randomUUID(), tujuan: "eskalasi", pembeda: [4, "andi@x.go.id", "satu"] };
    const semua = [
      maksud,
      { ...maksud, instans: randomUUID() },
      { ...maksud, tujuan: "surat" },
      { ...maksud, pembeda: [4, "andi@x.go.id", "dua"] },
      { ...maksud, pembeda: [4, "andi@x.go.idsatu"] },
    ].map(kunciPesan);
    expect(new Set(semua).size).toBe(semua.length);
    expect(kunciPesan(maksud)).toBe(semua[0]);
  });

  test("is visible ASCII without the address in it", () => {
    const kunciSatu = kunciPesan({ instans: randomUUID(), tujuan: "eskalasi", pembeda: ["andí@x.go.id"] });
    expect(kunciSatu).toMatch(/^[\x21-\x7e]{1,255}$/);
    expect(kunciSatu).not.toContain("@");
  });
});
