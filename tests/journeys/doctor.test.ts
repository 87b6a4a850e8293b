/** `npm run doctor` on the running system. */
import { expect, it } from "@jest/globals";
import { examine } from "../../scripts/doctor.js";
import { readConfig, systemOptions } from "../../src/config.js";
import { testSystem } from "./setup/system.js";

const { addresses, dataDir, secrets } = testSystem();
const port = (address: string) => new URL(address).port;
const config = readConfig(systemOptions, {
  DATA_DIR: dataDir,
  GATEWAY_PORT: port(addresses.gateway),
  ENGINE_PORT: port(addresses.engine),
  POSTGRES_PORT: port(addresses.database),
  SPSE_SIMULATOR_PORT: port(addresses.spse),
  EPESAN_SIMULATOR_PORT: port(addresses.epesan),
  WORKERS_PORT: port(addresses.workers),
});

it("finds a healthy system fine, and tells none of its secrets", async () => {
  const findings = await examine(config, new Date());
  expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["Database", "Schema", "Keys", "Engine", "Process", "Topics", "SPSE", "e-Pesan", "Workers"]),
  );
  const text = JSON.stringify(findings);
  expect(Object.values(secrets).filter((secret) => text.includes(secret))).toEqual([]);
});

it("says that the keys of credentials under way are gone before a request stops for it", async () => {
  // The system runs with the key k1; this is what an admin would see who took it away too early.
  const { database } = await import("../../scripts/doctor/database.js");
  const pg = (await import("pg")).default;
  const client = new pg.Client({ connectionString: addresses.database });
  await client.connect();
  const akun = "00000000-0000-4000-8000-000000000d0c";
  try {
    await client.query(
      "INSERT INTO nonce_kredensial (instans, akun, nonce, id_kunci) VALUES ('doctor', $1, '\\x01', 'k0')",
      [akun],
    );
    const found = await database(addresses.database, ["k1"]);
    expect(found.find(({ what }) => what === "Keys")).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("k0 (1)"),
    });
  } finally {
    await client.query("DELETE FROM nonce_kredensial WHERE akun = $1", [akun]);
    await client.end();
  }
});
