import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { audit, nonceKredensial } from "../../src/db/schema.js";
import { createEngine } from "../../src/engine/client.js";
import { ambilAtauBuatNonce, bacaNonce } from "../../src/kredensial/index.js";
import { sapuNonce, UMUR_MIN_MS } from "../../workers/sapu-nonce.js";
import { startTestDatabase, type TestDatabase } from "../support/postgres.js";
import { fakeLogger } from "./kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.delete(nonceKredensial);
  await database.db.delete(audit);
});

/** An engine that knows these instances, and lets us read them or not. */
function sweeper(running: readonly string[], { allowed = true, later = UMUR_MIN_MS + 60_000 } = {}) {
  const asked: string[][] = [];
  const engine = createEngine({
    url: "http://engine",
    user: "layanan-workers",
    password: "rahasia",
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (pathname.endsWith("/authorization/check")) return Response.json({ authorized: allowed });
      const { processInstanceIds } = JSON.parse(String(init?.body)) as { processInstanceIds: string[] };
      asked.push(processInstanceIds);
      return Response.json(processInstanceIds.filter((id) => running.includes(id)).map((id) => ({ id })));
    },
  });
  const { logger, teks } = fakeLogger();
  const now = () => new Date(Date.now() + later);
  const deps = { db: database.db, engine, logger, oleh: "layanan-workers", now };
  return { sweep: () => sapuNonce(deps), asked, log: teks };
}

const nonce = async (instans: string) => {
  const pemilik = { instans, akun: randomUUID() };
  await ambilAtauBuatNonce(database.db, { ...pemilik, idKunci: "k1" });
  return { akun: pemilik.akun, state: async () => (await bacaNonce(database.db, pemilik))?.keadaan };
};

describe("a sweep", () => {
  test("destroys the nonces of instances the engine no longer knows, with a line in the audit, and no others", async () => {
    const [gone, alsoGone, kept] = [await nonce("dihapus"), await nonce("dihapus"), await nonce("berjalan")];
    const { sweep } = sweeper(["berjalan"]);
    expect(await sweep()).toBe(2);
    expect(await Promise.all([gone, alsoGone, kept].map(({ state }) => state()))).toEqual([
      "hancur",
      "hancur",
      "hidup",
    ]);
    const lines = await database.db.select().from(audit);
    expect(lines.map(({ oleh, tindakan, objek, rincian }) => ({ oleh, tindakan, objek, rincian }))).toEqual(
      expect.arrayContaining(
        [gone, alsoGone].map(({ akun }) => ({
          oleh: "layanan-workers",
          tindakan: "kredensial.hancurkan",
          objek: akun,
          rincian: { instans: "dihapus" },
        })),
      ),
    );
    expect(lines).toHaveLength(2);
    expect(await sweep()).toBe(0);
  });

  test("of several processes at once destroys each nonce once", async () => {
    for (let i = 0; i < 20; i++) await nonce(`dihapus-${i % 5}`);
    const counts = await Promise.all([1, 2, 3, 4].map(() => sweeper([]).sweep()));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(20);
    expect(await database.db.select().from(audit)).toHaveLength(20);
  });

  test("asks for many instances a hundred at a time", async () => {
    for (let i = 0; i < 101; i++) await nonce(`dihapus-${i}`);
    const { sweep, asked } = sweeper([]);
    expect(await sweep()).toBe(101);
    expect(asked.map((ids) => ids.length)).toEqual([100, 1]);
  });

  test("leaves young nonces alone", async () => {
    const { state } = await nonce("dihapus");
    expect(await sweeper([], { later: UMUR_MIN_MS - 60_000 }).sweep()).toBe(0);
    expect(await state()).toBe("hidup");
  });

  test("destroys nothing where the engine would hide running requests from us, and says so", async () => {
    const { state } = await nonce("berjalan");
    const { sweep, log } = sweeper([], { allowed: false });
    expect(await sweep()).toBe(0);
    expect(await state()).toBe("hidup");
    expect(log()).toContain("may not read all requests");
  });
});
