/** Steps 5 and 6 of an account that were done after the backup, and are done again after the restore. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { nonceKredensial, pesanKeluar } from "../../src/db/schema.js";
import { selesaikanPemulihan } from "../../src/pemulihan/index.js";
import { epesanKirimKredensial } from "../../workers/topics/epesan-kirim-kredensial.js";
import { spseResetPassword } from "../../workers/topics/spse-reset-password.js";
import { startTestDatabase, type TestDatabase } from "../support/postgres.js";
import { akunUji, createKit } from "./kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

function setUp() {
  const { akun, akunSpse } = akunUji();
  const kit = createKit(database.db);
  kit.spse.akun.push(akunSpse);
  const { userId } = akunSpse;
  const reset = () => spseResetPassword.handle({ akunDiproses: akun }, kit.context());
  const deliver = () => {
    const hasil = { status: "direset", userId, cara: "otomatis" } as const;
    const lain = { namaSatker: "Biro Keuangan", nomorPermohonan: "RP-2026-0001" };
    return epesanKirimKredensial.handle({ akunDiproses: akun, hasil, ...lain }, kit.context());
  };
  const milik = eq(nonceKredensial.akun, akun.id);
  return { kit, reset, deliver, milik, kataSandi: () => kit.spse.kataSandi.get(userId) };
}

let jam = Date.parse("2026-11-23T02:00:00Z");
/** Each restore an hour after the one before. */
function restore() {
  jam += 3_600_000;
  const kini = new Date(jam).toISOString();
  return selesaikanPemulihan(database.db, { id: randomUUID(), titik: kini, dipulihkan: kini, nomorTerakhir: {} });
}

test("an account whose nonce the backup does not know gets the newest password, under another key, and is told so", async () => {
  const { kit, reset, deliver, milik, kataSandi } = setUp();
  await reset();
  await deliver();
  await database.db.delete(pesanKeluar);
  await database.db.delete(nonceKredensial).where(milik);
  await restore();
  await reset();
  await deliver();
  const [first, last] = kit.epesan.terkirim;
  expect(kit.epesan.terkirim).toHaveLength(2);
  expect(new Set(kit.epesan.percobaan).size).toBe(2);
  expect(new Set(kit.spse.kunci).size).toBe(2);
  expect(last?.isi).toContain(`Password : ${kataSandi()}\n`);
  expect(last?.isi).toContain("password tersebut tidak berlaku lagi");
  expect(first?.isi).not.toContain("tidak berlaku lagi");
});

test("an account whose nonce the backup knows gets no second message, and keeps its password", async () => {
  const { kit, reset, deliver, milik, kataSandi } = setUp();
  await reset();
  const [backup] = await database.db.select().from(nonceKredensial).where(milik);
  await deliver();
  const delivered = kataSandi();
  await database.db.delete(pesanKeluar);
  await database.db
    .update(nonceKredensial)
    .set({ nonce: backup?.nonce ?? Buffer.alloc(0) })
    .where(milik);
  await restore();
  await reset();
  await deliver();
  expect(kit.epesan.percobaan).toHaveLength(2);
  expect(kit.epesan.terkirim).toHaveLength(1);
  expect(new Set(kit.spse.kunci).size).toBe(1);
  expect(kataSandi()).toBe(delivered);
});
