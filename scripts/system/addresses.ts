import { resolve } from "node:path";
import type { SystemConfig } from "../../src/config.js";
import { applicationUrl } from "../../src/db/roles.js";
import { SystemError } from "./error.js";
import { databaseUrl, type PostgresOptions } from "./postgres.js";
import { root } from "./root.js";
import { openSecrets, type Secrets, storedSecrets } from "./secrets.js";

/** Where the parts of one running system are reached, without slashes at the end; databases as postgresql:// addresses. */
export interface Addresses {
  readonly gateway: string;
  readonly engine: string;
  readonly workers: string;
  readonly spse: string;
  readonly epesan: string;
  readonly bsre: string;
  /** The product's own database, as its owner. */
  readonly database: string;
  /** The same as gateway and workers connect to it. */
  readonly applicationDatabase: string;
  /** The engine's database. */
  readonly engineDatabase: string;
}

/** A folder or file of the configuration; relative ones start at the repository. */
export const fromRoot = (path: string): string => resolve(root, path);

/** The host by which clients on this machine connect; "every address" is none. */
export const reachable = (host: string) => (host === "0.0.0.0" ? "127.0.0.1" : host);

/** All addresses that follow from the options; `localhost` for people where everything binds to the local machine. */
export function addressesOf(config: SystemConfig, secrets: Secrets): Addresses {
  const at = (port: number) => `http://${reachable(config.HOST)}:${port}`;
  const database = config.DATABASE_URL ?? databaseUrl(postgresOptions(config, secrets), "permohonan");
  const engineDatabase = new URL(database);
  engineDatabase.pathname = "/camunda";
  return {
    gateway: at(config.GATEWAY_PORT),
    engine: at(config.ENGINE_PORT),
    workers: at(config.WORKERS_PORT),
    spse: at(config.SPSE_SIMULATOR_PORT),
    epesan: at(config.EPESAN_SIMULATOR_PORT),
    bsre: at(config.BSRE_SIMULATOR_PORT),
    database,
    applicationDatabase: config.DATABASE_URL ?? applicationUrl(database, secrets.APP_DATABASE_PASSWORD),
    engineDatabase: engineDatabase.href,
  };
}

/** For the embedded server; `passwordBefore` only while a rotation is under way. */
export const postgresOptions = (config: SystemConfig, secrets: Secrets): PostgresOptions => ({
  dataDir: fromRoot(config.DATA_DIR),
  host: reachable(config.HOST),
  port: config.POSTGRES_PORT,
  password: secrets.POSTGRES_PASSWORD,
  passwordBefore: storedSecrets(fromRoot(config.DATA_DIR)).SEBELUM?.POSTGRES_PASSWORD,
});

/** The product's database as its owner, for commands beside the system; throws a SystemError where there is none yet. */
export function ownerDatabase(config: SystemConfig): string {
  if (config.DATABASE_URL !== undefined) return config.DATABASE_URL;
  const dataDir = fromRoot(config.DATA_DIR);
  if (Object.keys(storedSecrets(dataDir)).length === 0)
    throw new SystemError(
      `There is no system in ${config.DATA_DIR}: set DATA_DIR to its data folder, or DATABASE_URL.`,
    );
  return addressesOf(config, openSecrets(dataDir, config).secrets).database;
}
