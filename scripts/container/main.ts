/**
 * The one-shot services of docker-compose.yml: `secrets` makes and hands out what nobody has to think up, `database`
 * creates and migrates, `engine` provisions accounts, rights and the process, `passwords` tells an admin the two that
 * people type. Each may run again at any time. `backup`, `restore`, `rotate`, `settled` and `keys` are the inner halves of the
 * scripts in docker/.
 */
import { chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { migrateDb } from "../../src/db/open.js";
import { grantApplication } from "../../src/db/roles.js";
import { readOrganisasi } from "../../src/organisasi.js";
import { openAdmin, provision, readProcessFiles } from "../../src/provisioning/index.js";
import { makeDataDir } from "../system/data-dir.js";
import { finishRestore } from "../system/finish-restore.js";
import { createDatabases } from "../system/postgres.js";
import { keyRing, openSecrets, storedSecrets } from "../system/secrets.js";
import { settlePassword } from "../system/settle-password.js";
import * as maintenance from "./maintenance.js";
import { options } from "./options.js";
import { secretFiles, writeSecretFiles } from "./secrets.js";

const commands = { secrets, database, engine, passwords, ...maintenance } as const;

function secrets(): void {
  const config = readConfig(options);
  makeDataDir(config.DATA_DIR);
  const { secrets: made, isNew } = openSecrets(config.DATA_DIR, config);
  const rotation = { ring: keyRing(config.DATA_DIR, config), before: storedSecrets(config.DATA_DIR).SEBELUM };
  const files = secretFiles(made, { host: config.POSTGRES_HOST, port: 5432 }, rotation);
  writeSecretFiles(config.SECRETS_DIR, files);
  const folder = join(config.SECRETS_DIR, "postgres");
  for (const name of readdirSync(folder)) chownSync(join(folder, name), -1, config.POSTGRES_GID);
  console.log(isNew ? "Secrets made and handed out." : "Secrets handed out.");
}

async function database(): Promise<void> {
  const { DATABASE_URL, APP_DATABASE_PASSWORD, POSTGRES_PASSWORD_SEBELUM, ENGINE_ADMIN_PASSWORD } = readConfig(options);
  if (DATABASE_URL === undefined || APP_DATABASE_PASSWORD === undefined)
    throw new Error("DATABASE_URL and APP_DATABASE_PASSWORD (or the same with _FILE) have to be set");
  const server = new URL(DATABASE_URL);
  server.pathname = "/postgres";
  await settlePassword(server.href, POSTGRES_PASSWORD_SEBELUM || undefined);
  await createDatabases(server.href, ["permohonan", "camunda"]);
  await migrateDb(DATABASE_URL);
  await grantApplication(DATABASE_URL, APP_DATABASE_PASSWORD);
  const engine = new URL(DATABASE_URL);
  engine.pathname = "/camunda";
  for (const line of await finishRestore(DATABASE_URL, engine.href, ENGINE_ADMIN_PASSWORD)) console.log(line);
  console.log("Databases are there and up to date.");
}

type EnginePassword = `${"ENGINE_ADMIN" | "GATEWAY_ENGINE" | "MODELER_ENGINE" | "WORKERS_ENGINE"}_PASSWORD`;

async function engine(): Promise<void> {
  const c = readConfig(options);
  const url = c.ENGINE_URL ?? "http://engine:8080";
  const need = (name: EnginePassword): string => {
    const value = c[name];
    if (value === undefined) throw new Error(`${name} (or ${name}_FILE) is not set`);
    return value;
  };
  const adminPassword = need("ENGINE_ADMIN_PASSWORD");
  const { newVersions } = await provision({
    engine: await openAdmin(url, adminPassword, c.ENGINE_ADMIN_PASSWORD_SEBELUM || undefined),
    adminPassword,
    organisasi: readOrganisasi(c.ORGANISASI_FILE),
    passwords: {
      gateway: need("GATEWAY_ENGINE_PASSWORD"),
      modeler: need("MODELER_ENGINE_PASSWORD"),
      workers: need("WORKERS_ENGINE_PASSWORD"),
    },
    ...(c.DEMO && c.DEMO_PASSWORD ? { demoPassword: c.DEMO_PASSWORD } : {}),
    files: readProcessFiles("bpmn"),
  });
  console.log(`The engine is ready${newVersions.length > 0 ? `; now in force: ${newVersions.join(", ")}` : ""}.`);
}

function passwords(): void {
  const c = readConfig(options);
  console.log(`admin: ${c.ENGINE_ADMIN_PASSWORD ?? "unknown"}`);
  console.log(`Grafana's admin (profile observability): ${c.GRAFANA_ADMIN_PASSWORD ?? "unknown"}`);
  if (!c.DEMO) return;
  console.log(`demo accounts: ${c.DEMO_PASSWORD ?? "unknown"}`);
  console.log(`hendra's passphrase for signing: ${c.DEMO_PASSPHRASE ?? "unknown"}`);
}

const name = process.argv[2] ?? "";
const command = Object.entries(commands).find(([known]) => known === name)?.[1];
try {
  if (command === undefined) throw new Error(`"${name}" is no command; there are ${Object.keys(commands).join(", ")}`);
  process.exitCode = (await command(process.argv.slice(3))) ?? 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
