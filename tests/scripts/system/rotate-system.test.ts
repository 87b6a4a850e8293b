/** Rotation below a running system of one part, PostgreSQL; with the engine and requests: tests/faults/rotation.test.ts. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import pg from "pg";
import { rotate } from "../../../scripts/rotate.js";
import { type System, startSystem } from "../../../scripts/system/index.js";
import { findFreePorts } from "../../../scripts/system/ports.js";
import { rotated } from "../../../scripts/system/rotation.js";
import { openSecrets, storedSecrets, writeSecrets } from "../../../scripts/system/secrets.js";
import { readConfig, type SystemConfig, systemOptions } from "../../../src/config.js";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "uji-putar-"));
let system: System;
let config: SystemConfig;
let dataDir: string;
const said: string[] = [];
const say = (line: string) => void said.push(line);
const start = async () => {
  system = await startSystem({ config, java: "java", parts: ["postgres"] });
};

beforeAll(async () => {
  // PostgreSQL may run as another user than the tests.
  chmodSync(folder, 0o711);
  dataDir = join(folder, "data");
  const [port = 0] = await findFreePorts(1);
  config = readConfig(systemOptions, { DATA_DIR: dataDir, POSTGRES_PORT: String(port) });
  await start();
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function answer(address: string, password: string): Promise<string> {
  const url = new URL(address);
  url.password = password;
  const client = new pg.Client({ connectionString: url.href });
  return client.connect().then(
    () => client.end().then(() => "accepted"),
    (error: { code?: string }) => error.code ?? "",
  );
}

describe("rotating below a running system", () => {
  it.each([
    ["POSTGRES_PASSWORD", "database"],
    ["APP_DATABASE_PASSWORD", "applicationDatabase"],
  ] as const)("changes %s in the database, and the value before opens nothing any more", async (name, address) => {
    const before = openSecrets(dataDir).secrets[name];
    await rotate(config, name, say);
    const { [name]: after } = openSecrets(dataDir).secrets;
    expect(await answer(system.addresses[address], after)).toBe("accepted");
    expect(await answer(system.addresses[address], before)).toBe("28P01");
    expect(storedSecrets(dataDir).SEBELUM).toBeUndefined();
    expect(said.at(-1)).toBe("Taken. No request was lost.");
  });

  it("refuses what the environment sets, and what there is not", async () => {
    const given = { ...config, ARSIP_KEY: "dari-lingkungan" };
    await expect(rotate(given, "ARSIP_KEY", say)).rejects.toThrow("ARSIP_KEY is set in the environment");
    const own = { ...config, DATABASE_URL: system.addresses.database };
    await expect(rotate(own, "POSTGRES_PASSWORD", say)).rejects.toThrow("one of your own");
    await expect(rotate({ ...config, DATA_DIR: "/tmp/tidak-ada" }, undefined, say)).rejects.toThrow("no system");
  });
});

it("a rotation that was written while nothing ran is done by the next start, also when it had been done already", async () => {
  await system.stop();
  const before = storedSecrets(dataDir).POSTGRES_PASSWORD ?? "";
  writeSecrets(dataDir, rotated(storedSecrets(dataDir), "POSTGRES_PASSWORD"));
  const interrupted = storedSecrets(dataDir);
  await start();
  await system.stop();
  // As if the start had been killed before it could note that all is done.
  writeSecrets(dataDir, { ...interrupted, PUTARAN: 99 });
  await start();
  expect(await answer(system.addresses.database, storedSecrets(dataDir).POSTGRES_PASSWORD ?? "")).toBe("accepted");
  expect(await answer(system.addresses.database, before)).toBe("28P01");
  expect(storedSecrets(dataDir).SEBELUM).toBeUndefined();
});
