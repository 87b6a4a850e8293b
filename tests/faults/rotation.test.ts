/** Every secret of a running system gets a new value while requests are under way in it. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { masuk } from "../../scripts/drive/pengguna.js";
import { rotate } from "../../scripts/rotate.js";
import { createDesk } from "../../scripts/soak/desk.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import { createPeople } from "../../scripts/soak/people.js";
import { handIn, makeAccounts, newLetterNumber, type SoakRequest } from "../../scripts/soak/request.js";
import { faultHits, healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import type { Running } from "../../scripts/soak/system.js";
import { startTestSystem } from "../../scripts/system/for-tests.js";
import {
  openSecrets,
  SECRET_NAMES,
  type SecretName,
  type Secrets,
  storedSecrets,
} from "../../scripts/system/secrets.js";
import { tunggu } from "../../scripts/tunggu.js";
import { readConfig, type SystemConfig, systemOptions } from "../../src/config.js";
import { onlyWorkers } from "./setup/system.js";

/** Simulators keep the text of messages in memory only: theirs come first, while there is none yet. */
const OF_SIMULATORS: readonly SecretName[] = SECRET_NAMES.filter((name) => /SIMULATOR|PASSPHRASE/.test(name));
const OTHERS: readonly SecretName[] = SECRET_NAMES.filter((name) => !OF_SIMULATORS.includes(name));

/** Against hanging: a start of the engine for the system, another for its database's password. */
const LIMIT_MS = 600_000;

type TestSystem = Awaited<ReturnType<typeof startTestSystem>>;
let system: TestSystem;
let config: SystemConfig;
const said: string[] = [];

/** The system as whoever has read its secrets just now sees it. */
function now(): Running {
  const { secrets } = openSecrets(system.dataDir);
  const withPassword = (address: string, password: string): string => {
    const url = new URL(address);
    url.password = password;
    return url.href;
  };
  const { database, engineDatabase, applicationDatabase, ...others } = system.addresses;
  const addresses = {
    ...others,
    database: withPassword(database, secrets.POSTGRES_PASSWORD),
    engineDatabase: withPassword(engineDatabase, secrets.POSTGRES_PASSWORD),
    applicationDatabase: withPassword(applicationDatabase, secrets.APP_DATABASE_PASSWORD),
  };
  return { addresses, secrets, dataDir: system.dataDir };
}

const desk = () => createDesk(now(), createPeople(now()));

async function newRequest(): Promise<SoakRequest> {
  const akun = await makeAccounts(now(), 2);
  const request = await handIn(now(), createPeople(now()), { clerk: "dewi", letter: newLetterNumber(), akun });
  await desk().until(request, "verifikasi-permohonan");
  return request;
}

/** Two passwords are being set in SPSE when it begins. */
async function rotateUnderWay(name: SecretName): Promise<SoakRequest> {
  const request = await newRequest();
  await healSimulators(now());
  await injectFault(now(), "spse", { jenis: "lambat", tundaMs: 1_500, jalur: "/akun/{userId}/kata-sandi" });
  await desk().doTask(request, "verifikasi-permohonan");
  await tunggu("resets under way", async () => (await faultHits(now(), "spse")) >= 2 || undefined);
  await rotate(config, name, (line) => said.push(line));
  await healSimulators(now());
  return request;
}

const engineAnswers = async (user: string, password: string): Promise<number> => {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return (await fetch(`${system.addresses.engine}/engine-rest/group/count`, { headers: { authorization } })).status;
};
const databaseAnswers = async (address: string): Promise<string> => {
  const client = new pg.Client({ connectionString: address });
  return client.connect().then(
    () => client.end().then(() => "accepted"),
    (error: { code?: string }) => error.code ?? "",
  );
};

describe("every secret, rotated while requests are under way", () => {
  const requests: SoakRequest[] = [];
  let before: Secrets;
  let beforeAddresses: Running["addresses"];
  let kept: readonly string[];
  let verdict: Verdict;

  beforeAll(async () => {
    // This system has workers of its own; those of the others would only take the machine's time.
    await onlyWorkers({});
    system = await startTestSystem({ java: process.env.JAVA_UJI ?? "java" });
    const POSTGRES_PORT = new URL(system.addresses.database).port;
    config = readConfig(systemOptions, { DATA_DIR: system.dataDir, POSTGRES_PORT });
    before = system.secrets;
    beforeAddresses = now().addresses;
    for (const name of OF_SIMULATORS) await rotate(config, name, (line) => said.push(line));
    for (const name of OTHERS) {
      requests.push(await rotateUnderWay(name));
      if (name === "KREDENSIAL_KEY") kept = Object.keys(storedSecrets(system.dataDir).KREDENSIAL_KEYS_LAMA ?? {});
    }
    await Promise.all(requests.map((request) => desk().finish(request)));
    verdict = await judge(now(), requests);
  }, LIMIT_MS);

  afterAll(async () => {
    await system?.stop();
  });

  test("costs no request anything", () => {
    expect(verdict.violations).toEqual([]);
    expect(requests).toHaveLength(OTHERS.length);
  });

  test("changes each of them, in a file for its owner's eyes only, and prints none", () => {
    const { secrets } = now();
    expect(SECRET_NAMES.filter((name) => secrets[name] === before[name])).toEqual([]);
    expect(statSync(join(system.dataDir, "rahasia.json")).mode & 0o777).toBe(0o600);
    const printed = said.join("\n");
    expect([...Object.values(before), ...Object.values(secrets)].filter((value) => printed.includes(value))).toEqual(
      [],
    );
    expect(storedSecrets(system.dataDir).SEBELUM).toBeUndefined();
  });

  test("ends what the old ones opened", async () => {
    const { addresses, secrets } = now();
    expect(await databaseAnswers(addresses.database)).toBe("accepted");
    expect(await databaseAnswers(addresses.applicationDatabase)).toBe("accepted");
    expect(await databaseAnswers(beforeAddresses.database)).toBe("28P01");
    expect(await databaseAnswers(beforeAddresses.applicationDatabase)).toBe("28P01");
    const accounts = [
      ["admin", "ENGINE_ADMIN_PASSWORD"],
      ["layanan-gateway", "GATEWAY_ENGINE_PASSWORD"],
      ["layanan-modeler", "MODELER_ENGINE_PASSWORD"],
      ["layanan-workers", "WORKERS_ENGINE_PASSWORD"],
    ] as const;
    for (const [user, name] of accounts) {
      expect([200, 403]).toContain(await engineAnswers(user, secrets[name]));
      expect(await engineAnswers(user, before[name])).toBe(401);
    }
    await expect(masuk(addresses.gateway, "dewi", before.DEMO_PASSWORD)).rejects.toThrow();
    const token = { authorization: `Bearer ${before.SPSE_SIMULATOR_TOKEN}` };
    expect((await fetch(`${addresses.spse}/akun?nip=1`, { headers: token })).status).toBe(401);
  });

  test("keeps the credential key before while passwords made under it are on their way, and not longer", async () => {
    expect(kept).toEqual(["k1"]);
    expect(said.join("\n")).toMatch(/The key k1 is kept for \d+ passwords on their way/);
    await rotate(config, undefined, (line) => said.push(line));
    expect(said.join("\n")).toContain("the key k1 any more: it is gone for good");
    expect(storedSecrets(system.dataDir).KREDENSIAL_KEYS_LAMA).toEqual({});
  });
});
