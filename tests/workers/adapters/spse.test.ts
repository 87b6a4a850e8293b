import { describe, expect, test } from "@jest/globals";
import { createAdapters } from "../../../workers/adapters/index.js";
import { failureOf, replaying } from "./support/recorded.js";

const NIP = "198503152010011001";
const BUDI = { userId: "BUDI.SANTOSO", nip: NIP, nama: "Budi Santoso", peran: "PPK", aktif: true };
const NOW = Date.parse("2026-10-21T07:27:00Z");

function spseOn(fixture: string, token?: string) {
  const { fetch, sent } = replaying(fixture);
  const options = {
    spse: { url: "https://jembatan.go.id/spse/", token, timeoutMs: 1_000 },
    epesan: { timeoutMs: 1_000 },
  };
  return { spse: createAdapters({ ...options, fetch, now: () => NOW }).spse, sent };
}
const setel = { userId: "BUDI.SANTOSO", kataSandi: "Rahasia#2026x", kunci: "instansi:akun:reset:1" };

describe("cariAkun", () => {
  test("asks by user ID when there is one, else by NIP", async () => {
    const { spse, sent } = spseOn("spse/akun-200", "t0ken");
    expect(await spse.cariAkun({ userId: "BUDI.SANTOSO", nip: NIP })).toEqual(BUDI);
    expect(await spse.cariAkun({ nip: NIP })).toEqual(BUDI);
    expect(await spse.cariAkun({ userId: "", nip: NIP })).toEqual(BUDI);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://jembatan.go.id/spse/akun?userId=BUDI.SANTOSO",
      `GET https://jembatan.go.id/spse/akun?nip=${NIP}`,
      `GET https://jembatan.go.id/spse/akun?nip=${NIP}`,
    ]);
    expect(sent[0]?.headers).toEqual({ accept: expect.any(String), authorization: "Bearer t0ken" });
  });

  test("takes only the fields it uses", async () => {
    expect(await spseOn("spse/akun-200-more-fields").spse.cariAkun({ nip: NIP })).toEqual(BUDI);
  });

  test("refuses the account of another person", async () => {
    const otherNip = { nip: "198811302012121003" };
    const byUserId = await failureOf(spseOn("spse/akun-200").spse.cariAkun({ userId: "BUDI.SANTOSO", ...otherNip }));
    expect(byUserId).toMatchObject({ kind: "rejected", code: "AKUN_TIDAK_DIKENAL" });
    expect(await failureOf(spseOn("spse/akun-200").spse.cariAkun(otherNip))).toMatchObject({ kind: "malformed" });
  });

  test.each([
    ["spse/akun-404", "rejected", "AKUN_TIDAK_DIKENAL", "SPSE GET /akun: expected 200, got 404 AKUN_TIDAK_DIKENAL"],
    ["spse/akun-409", "rejected", "AKUN_GANDA", "SPSE GET /akun: expected 200, got 409 AKUN_GANDA"],
    ["spse/akun-404-wrong-path", "malformed", undefined, "SPSE GET /akun: expected 200, got 404 without a kode"],
    ["spse/token-401", "malformed", undefined, "SPSE GET /akun: expected 200, got 401"],
    ["spse/akun-302-login", "malformed", undefined, "SPSE GET /akun: expected 200, got 302"],
    [
      "spse/akun-200-aktif-as-text",
      "malformed",
      undefined,
      "SPSE GET /akun: the 200 reply breaks the contract (aktif: invalid_type)",
    ],
    [
      "spse/akun-200-login-page",
      "malformed",
      undefined,
      "SPSE GET /akun: the 200 reply breaks the contract (body: invalid_type)",
    ],
    ["spse/gateway-502", "unavailable", undefined, "SPSE GET /akun: expected 200, got 502"],
  ])("on %s is %s", async (fixture, kind, code, message) => {
    expect(await failureOf(spseOn(fixture).spse.cariAkun({ nip: NIP }))).toEqual({
      ...{ kind, code, message },
      retryAfterMs: undefined,
    });
  });
});

describe("setelKataSandi", () => {
  test("puts the password into the body only and the key into its header", async () => {
    const { spse, sent } = spseOn("spse/kata-sandi-204");
    expect(await spse.setelKataSandi({ ...setel, userId: "a/b ?#ä" })).toBeUndefined();
    expect(sent).toEqual([
      {
        method: "PUT",
        url: "https://jembatan.go.id/spse/akun/a%2Fb%20%3F%23%C3%A4/kata-sandi",
        headers: { accept: expect.any(String), "content-type": "application/json", "idempotency-key": setel.kunci },
        body: { kataSandi: setel.kataSandi },
        redirect: "manual",
      },
    ]);
  });

  test.each(["", ".", "..", "\ud800"])(
    "refuses the user ID %j, which no URL can hold, without asking",
    async (userId) => {
      const { spse, sent } = spseOn("spse/kata-sandi-204");
      const failure = await failureOf(spse.setelKataSandi({ ...setel, userId }));
      expect(failure).toMatchObject({ kind: "rejected", code: "AKUN_TIDAK_DIKENAL" });
      expect(sent).toEqual([]);
    },
  );

  test.each(["", "dua\nbaris", "é", "x".repeat(256)])("refuses the key %j without asking", async (kunci) => {
    const { spse, sent } = spseOn("spse/kata-sandi-204");
    expect(await failureOf(spse.setelKataSandi({ ...setel, kunci }))).toMatchObject({ kind: "malformed" });
    expect(sent).toEqual([]);
  });

  test.each([
    ["spse/kata-sandi-409", "rejected", "AKUN_NONAKTIF", undefined],
    ["spse/kata-sandi-422", "rejected", "KATA_SANDI_LEMAH", undefined],
    ["spse/kata-sandi-429", "unavailable", undefined, 30_000],
    ["spse/kata-sandi-503", "unavailable", undefined, 60_000],
    ["spse/gateway-502", "unavailable", undefined, undefined],
    ["spse/kata-sandi-200-ok", "malformed", undefined, undefined],
  ])("on %s is %s", async (fixture, kind, code, retryAfterMs) => {
    expect(await failureOf(spseOn(fixture).spse.setelKataSandi(setel))).toMatchObject({ kind, code, retryAfterMs });
  });
});
