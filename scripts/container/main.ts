/**
 * The one-shot services of docker-compose.yml: `secrets` makes and hands out what nobody has to think up, `database`
 * creates and migrates, `engine` provisions accounts, rights and the process, `passwords` tells an admin the two that
 * people type. Each may run again at any time.
 */
import { chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readConfig, systemOptions } from "../../src/config.js";
import { migrateDb } from "../../src/db/open.js";
import { grantApplication } from "../../src/db/roles.js";
import { readOrganisasi } from "../../src/organisasi.js";
import { openAdmin, provision, readProcessFiles } from "../../src/provisioning/index.js";
import { makeDataDir } from "../system/data-dir.js";
import { finishRestore } from "../system/finish-restore.js";
import { createDatabases } from "../system/postgres.js";
import { openSecrets } from "../system/secrets.js";
import { secretFiles, writeSecretFiles } from "./secrets.js";

const options = z.object({
  ...systemOptions.shape,
  APP_DATABASE_PASSWORD: z.string().min(12).optional().describe("password of the application's database role"),
  DEMO_PASSPHRASE: z.string().optional().describe("passphrase of the demo account that signs"),
  GRAFANA_ADMIN_PASSWORD: z.string().optional().describe("password of Grafana's admin at its first start"),
  POSTGRES_HOST: z.string().default("postgres").describe("name of the database server among the containers"),
  SECRETS_DIR: z
    .string()
    .default("/rahasia")
    .describe("folder that holds one folder (volume) of secrets per container"),
  POSTGRES_GID: z.coerce.number().int().default(999).describe("group that PostgreSQL's container runs under"),
});

const commands = { secrets, database, engine, passwords } as const;

function secrets(): void {
  const config = readConfig(options);
  makeDataDir(config.DATA_DIR);
  const { secrets: made, isNew } = openSecrets(config.DATA_DIR, config);
  const files = secretFiles(made, { host: config.POSTGRES_HOST, port: 5432 });
  writeSecretFiles(config.SECRETS_DIR, files);
  const folder = join(config.SECRETS_DIR, "postgres");
  for (const name of readdirSync(folder)) chownSync(join(folder, name), -1, config.POSTGRES_GID);
  console.log(isNew ? "Secrets made and handed out." : "Secrets handed out.");
}

async function database(): Promise<void> {
  const { DATABASE_URL, APP_DATABASE_PASSWORD } = readConfig(options);
  if (DATABASE_URL === undefined || APP_DATABASE_PASSWORD === undefined)
    throw new Error("DATABASE_URL and APP_DATABASE_PASSWORD (or the same with _FILE) have to be set");
  const server = new URL(DATABASE_URL);
  server.pathname = "/postgres";
  await createDatabases(server.href, ["permohonan", "camunda"]);
  await migrateDb(DATABASE_URL);
  await grantApplication(DATABASE_URL, APP_DATABASE_PASSWORD);
  const engine = new URL(DATABASE_URL);
  engine.pathname = "/camunda";
  for (const line of await finishRestore(DATABASE_URL, engine.href)) console.log(line);
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
    engine: await openAdmin(url, adminPassword),
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
  await command();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
