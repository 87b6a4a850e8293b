import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { secretFiles, writeSecretFiles } from "../../../scripts/container/secrets.js";
import { openSecrets } from "../../../scripts/system/secrets.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "rahasia-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const place = { host: "postgres", port: 5432 };

test("each container gets its own secrets and no other's", () => {
  const { secrets } = openSecrets(dir);
  const files = secretFiles(secrets, place);
  const readersOf = (value: string) =>
    Object.entries(files)
      .filter(([, contents]) => Object.values(contents).includes(value))
      .map(([reader]) => reader);
  expect(readersOf(secrets.KREDENSIAL_KEY)).toEqual(["gateway", "workers"]);
  expect(readersOf(secrets.ENGINE_ADMIN_PASSWORD)).toEqual(["engine", "provisioning"]);
  expect(readersOf(secrets.WORKERS_ENGINE_PASSWORD)).toEqual(["workers", "provisioning"]);
  expect(readersOf(secrets.DEMO_PASSWORD)).toEqual(["provisioning"]);
});

test("a password with characters of its own reaches the database address whole", () => {
  const { secrets } = openSecrets(dir, { POSTGRES_PASSWORD: "a/b@c:d?e#f%20" });
  const url = new URL(secretFiles(secrets, place).provisioning?.DATABASE_URL ?? "");
  expect(decodeURIComponent(url.password)).toBe("a/b@c:d?e#f%20");
  expect(url.host).toBe("postgres:5432");
});

test("only the owner reads a file, and PostgreSQL's group its password", () => {
  writeSecretFiles(dir, { gateway: { A: "one" }, postgres: { B: "two" } });
  writeSecretFiles(dir, { gateway: { A: "three" }, postgres: { B: "two" } });
  expect(readFileSync(join(dir, "gateway/A"), "utf8")).toBe("three");
  expect(statSync(join(dir, "gateway/A")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, "postgres/B")).mode & 0o777).toBe(0o640);
});

test("a rotation reaches those who need it: key names gateway and workers, values before only who changes them", () => {
  const { secrets } = openSecrets(dir);
  const ring = { id: "k2", lama: { k1: "kunci-sebelum-diganti" } };
  const files = secretFiles(secrets, place, { ring, before: { POSTGRES_PASSWORD: "sandi-sebelum-diganti" } });
  for (const reader of ["gateway", "workers"])
    expect(files[reader]).toMatchObject({
      KREDENSIAL_KEY_ID: "k2",
      KREDENSIAL_KEYS_LAMA: '{"k1":"kunci-sebelum-diganti"}',
    });
  const holding = Object.entries(files).filter(([, all]) => Object.values(all).includes("sandi-sebelum-diganti"));
  expect(holding.map(([reader]) => reader)).toEqual(["provisioning"]);
  expect(files.provisioning).toMatchObject({ ENGINE_ADMIN_PASSWORD_SEBELUM: "" });
});
