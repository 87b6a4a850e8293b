import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { coerceFailure } from "../../workers/runtime/index.js";
import { spseResetPassword } from "../../workers/topics/spse-reset-password.js";
import { startTestDatabase, type TestDatabase } from "../support/postgres.js";
import { akunUji, createKit } from "./kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("a database that is away for a while costs an attempt, not an incident, and no password", async () => {
  const kit = createKit(database.db);
  const { akun, akunSpse } = akunUji();
  kit.spse.akun.push(akunSpse);
  await spseResetPassword.handle({ akunDiproses: akun }, kit.context());
  const before = kit.spse.kataSandi.get("BUDI.SANTOSO");
  await database.server.stop();
  const thrown = await spseResetPassword.handle({ akunDiproses: akun }, kit.context()).catch((error: unknown) => error);
  expect(coerceFailure(thrown)).toMatchObject({ kind: "unavailable" });
  await database.server.start();
  await spseResetPassword.handle({ akunDiproses: akun }, kit.context());
  expect(kit.spse.kataSandi.get("BUDI.SANTOSO")).toBe(before);
});
