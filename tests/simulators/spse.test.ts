import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Simulators } from "../../simulators/start.js";
import { ask, BUDI, SANDI, setel, startForTest } from "./support/harness.js";

let simulators: Simulators;
let url: string;
beforeAll(async () => {
  simulators = await startForTest();
  url = simulators.spseUrl;
});
beforeEach(() => ask("DELETE", `${url}/simulator/gangguan`));
afterAll(() => simulators.close());

const akun = async (userId: string) => {
  const { body } = await ask("GET", `${url}/simulator/akun`);
  return body.find((entry: { userId: string }) => entry.userId === userId);
};
const cocok = async (userId: string, kataSandi: string) =>
  (await ask("POST", `${url}/simulator/verifikasi`, { userId, kataSandi })).body.cocok;

describe("the password", () => {
  test("is in force after it was set, and only that one", async () => {
    expect(await cocok("AGUS.WIJAYA", SANDI)).toBe(false);
    expect((await setel(url, "AGUS.WIJAYA", SANDI, "agus-1")).status).toBe(204);
    expect(await cocok("AGUS.WIJAYA", SANDI)).toBe(true);
    expect(await cocok("AGUS.WIJAYA", `${SANDI}!`)).toBe(false);
    expect(await cocok("TIDAK.ADA", SANDI)).toBe(false);
  });

  test("is set once for a repeated key, and the reset is counted once", async () => {
    await setel(url, BUDI.userId, SANDI, "budi-1");
    const first = await akun(BUDI.userId);
    await setel(url, BUDI.userId, SANDI, "budi-1");
    expect(await akun(BUDI.userId)).toEqual(first);
    expect(first).toMatchObject({ jumlahReset: 1, resetTerakhir: expect.stringMatching(/^20\d\d-/) });
  });

  test("is counted once when the same request arrives twice at the same moment", async () => {
    const both = await Promise.all(["x", "x"].map((kunci) => setel(url, "SITI.RAHMAWATI", SANDI, kunci)));
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect((await akun("SITI.RAHMAWATI")).jumlahReset).toBe(1);
  });

  test("of another account cannot be set with a key used already", async () => {
    await setel(url, BUDI.userId, SANDI, "budi-1");
    const reply = await setel(url, "AGUS.WIJAYA", SANDI, "budi-1");
    expect([reply.status, reply.body.kode]).toEqual([409, "KUNCI_DIPAKAI_ULANG"]);
  });

  test.each(["Pendek#1", "aB3$efgh"])("is accepted when it keeps the rule: %s", async (kataSandi) => {
    expect((await setel(url, BUDI.userId, kataSandi, `kuat-${kataSandi}`)).status).toBe(204);
  });

  test.each(["aB3$efg", "ab3$efgh", "AB3$EFGH", "aBc$efgh", "aB3xefgh", "aB3 efgh"])(
    "is refused when it breaks the rule: %s",
    async (kataSandi) => {
      const before = await akun(BUDI.userId);
      const reply = await setel(url, BUDI.userId, kataSandi, "lemah");
      expect([reply.status, reply.body.kode]).toEqual([422, "KATA_SANDI_LEMAH"]);
      expect(await akun(BUDI.userId)).toEqual(before);
    },
  );

  test("never comes back, in no reply and no list", async () => {
    const replies = [
      await setel(url, BUDI.userId, SANDI, "bocor-1"),
      await setel(url, BUDI.userId, `${SANDI}2`, "bocor-1"),
      await setel(url, "TIDAK.ADA", SANDI, "bocor-2"),
      await ask("PUT", `${url}/akun/${BUDI.userId}/kata-sandi`, `{"kataSandi":"${SANDI}"`, { "idempotency-key": "k" }),
      await ask("PUT", `${url}/akun/${BUDI.userId}/kata-sandi`, { sandi: SANDI }, { "idempotency-key": "k" }),
      await ask("PUT", `${url}/akun/${BUDI.userId}/kata-sandi`, { kataSandi: SANDI }),
      await ask("GET", `${url}/simulator/akun`),
      await ask("GET", `${url}/`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([204, 409, 404, 400, 400, 400, 200, 200]);
    for (const { text } of replies) expect(text).not.toContain(SANDI);
  });
});

test("Accounts made in bulk are found, and made again keep their password", async () => {
  const baru = [1, 2, 3].map((n) => ({
    userId: `UJI.${n}`,
    nip: `19800101200501${1000 + n}`,
    nama: `Uji ${n}`,
    peran: "PPK",
  }));
  const make = () => ask("POST", `${url}/simulator/akun`, { akun: baru });
  expect((await make()).body).toEqual({ dibuat: 3, diperbarui: 0 });
  await setel(url, "UJI.2", SANDI, "uji-2");
  expect((await make()).body).toEqual({ dibuat: 0, diperbarui: 3 });
  expect((await ask("GET", `${url}/akun?nip=${baru[1]?.nip}`)).body).toEqual({ ...baru[1], aktif: true });
  expect(await cocok("UJI.2", SANDI)).toBe(true);
});

test("An account with an unknown field is refused by the name of the field", async () => {
  const reply = await ask("POST", `${url}/simulator/akun`, {
    akun: [{ userId: "A", nip: "1", nama: "A", peran: "PPK" }],
  });
  expect(reply.status).toBe(400);
  expect(reply.body.galat).toEqual([{ jalur: "akun.0.nip", sebab: "invalid_format" }]);
});

test("An unknown path and an unreadable path are problems, not defects", async () => {
  expect((await ask("GET", `${url}/tidak-ada`)).body.kode).toBe("JALUR_TIDAK_DIKENAL");
  expect((await ask("PUT", `${url}/akun/%E0%A4%A/kata-sandi`, {})).body.kode).toBe("PERMINTAAN_TIDAK_SAH");
});
