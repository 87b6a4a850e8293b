/** Hands every container its secrets, and no other's: one folder (a volume of its own) per reader, one file per secret. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applicationUrl } from "../../src/db/roles.js";
import type { KeyRing, Secrets, StoredSecrets } from "../system/secrets.js";

/** Where the containers find the database server. */
export interface DatabasePlace {
  readonly host: string;
  readonly port: number;
}

type SecretFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a rotation adds: names of the credential keys, and what a server may still have instead of its new password. */
export interface Rotation {
  readonly ring: KeyRing;
  readonly before?: StoredSecrets["SEBELUM"];
}
const NEVER_ROTATED: Rotation = { ring: { id: "k1", lama: {} } };

/** The files per reader; names are those of the environment variables that the files stand for. */
export function secretFiles(
  secrets: Secrets,
  { host, port }: DatabasePlace,
  { ring, before = {} }: Rotation = NEVER_ROTATED,
): SecretFiles {
  const { POSTGRES_PASSWORD, ENGINE_ADMIN_PASSWORD, GATEWAY_ENGINE_PASSWORD, WORKERS_ENGINE_PASSWORD } = secrets;
  const { MODELER_ENGINE_PASSWORD, BSRE_SIMULATOR_PASSWORD: BSRE_PASSWORD, DEMO_PASSPHRASE: BSRE_PASSPHRASE } = secrets;
  const owner = `postgresql://postgres:${encodeURIComponent(POSTGRES_PASSWORD)}@${host}:${port}/permohonan`;
  const DATABASE_URL = applicationUrl(owner, secrets.APP_DATABASE_PASSWORD);
  const { KREDENSIAL_KEY, ARSIP_KEY, SPSE_SIMULATOR_TOKEN: SPSE_TOKEN, EPESAN_SIMULATOR_TOKEN: EPESAN_TOKEN } = secrets;
  const keys = {
    KREDENSIAL_KEY,
    KREDENSIAL_KEY_ID: ring.id,
    KREDENSIAL_KEYS_LAMA: JSON.stringify(ring.lama),
  };
  return {
    postgres: { POSTGRES_PASSWORD },
    engine: { ENGINE_DATABASE_PASSWORD: POSTGRES_PASSWORD, ENGINE_ADMIN_PASSWORD },
    gateway: {
      DATABASE_URL,
      GATEWAY_ENGINE_PASSWORD,
      MODELER_ENGINE_PASSWORD,
      ...keys,
      ARSIP_KEY,
      BSRE_PASSWORD,
    },
    workers: { DATABASE_URL, WORKERS_ENGINE_PASSWORD, ...keys, SPSE_TOKEN, EPESAN_TOKEN },
    simulators: { SPSE_TOKEN, EPESAN_TOKEN, BSRE_PASSWORD, BSRE_PASSPHRASE },
    provisioning: {
      DATABASE_URL: owner,
      APP_DATABASE_PASSWORD: secrets.APP_DATABASE_PASSWORD,
      ENGINE_ADMIN_PASSWORD,
      GATEWAY_ENGINE_PASSWORD,
      MODELER_ENGINE_PASSWORD,
      WORKERS_ENGINE_PASSWORD,
      DEMO_PASSWORD: secrets.DEMO_PASSWORD,
      DEMO_PASSPHRASE: secrets.DEMO_PASSPHRASE,
      GRAFANA_ADMIN_PASSWORD: secrets.GRAFANA_ADMIN_PASSWORD,
      POSTGRES_PASSWORD_SEBELUM: before.POSTGRES_PASSWORD ?? "",
      ENGINE_ADMIN_PASSWORD_SEBELUM: before.ENGINE_ADMIN_PASSWORD ?? "",
    },
    grafana: { GRAFANA_ADMIN_PASSWORD: secrets.GRAFANA_ADMIN_PASSWORD },
  };
}

/**
 * Writes the files below `root`, each whole or not at all. Only their owner reads them (mode 600), and the one group
 * that a reader runs under who is not the owner (640): PostgreSQL's image has its own account.
 */
export function writeSecretFiles(root: string, files: SecretFiles, groupReads: readonly string[] = ["postgres"]): void {
  for (const [reader, contents] of Object.entries(files)) {
    const folder = join(root, reader);
    mkdirSync(folder, { recursive: true });
    const mode = groupReads.includes(reader) ? 0o640 : 0o600;
    for (const [name, value] of Object.entries(contents)) {
      const file = join(folder, name);
      writeFileSync(`${file}.new`, value, { mode });
      renameSync(`${file}.new`, file);
    }
  }
}
