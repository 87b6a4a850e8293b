/** `<data>/rahasia.json` (mode 600): what nobody has to think up, made at the first start and kept. */
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { SystemConfig } from "../../src/config.js";
import { bacaKunciLama } from "../../src/kredensial/kunci.js";
import { SystemError } from "./error.js";

const FILE = "rahasia.json";
const Secret = z.string().min(12);
const Secrets = z.object({
  POSTGRES_PASSWORD: Secret,
  ENGINE_ADMIN_PASSWORD: Secret,
  GATEWAY_ENGINE_PASSWORD: Secret,
  MODELER_ENGINE_PASSWORD: Secret,
  WORKERS_ENGINE_PASSWORD: Secret,
  KREDENSIAL_KEY: Secret,
  ARSIP_KEY: Secret,
  APP_DATABASE_PASSWORD: Secret,
  SPSE_SIMULATOR_TOKEN: Secret,
  EPESAN_SIMULATOR_TOKEN: Secret,
  BSRE_SIMULATOR_PASSWORD: Secret,
  DEMO_PASSPHRASE: Secret,
  DEMO_PASSWORD: Secret,
  GRAFANA_ADMIN_PASSWORD: Secret,
});
/** What a rotation leaves behind: the id of the current credential key, the keys before it, and the values before. */
const Rotated = z.object({
  KREDENSIAL_KEY_ID: z.string().min(1).optional(),
  KREDENSIAL_KEYS_LAMA: z.record(z.string().min(1), Secret).optional(),
  SEBELUM: Secrets.partial().optional(),
  /** Counts the changes, so that a running system can tell how far it has come. */
  PUTARAN: z.number().int().optional(),
});
const Stored = z.object({ ...Secrets.partial().shape, ...Rotated.shape });
/** The whole content of `rahasia.json`. */
export type StoredSecrets = z.infer<typeof Stored>;

/** The secrets of one data folder, by the names of the environment variables that carry them. */
export type Secrets = Readonly<z.infer<typeof Secrets>>;
/** The environment variable that carries it. */
export type SecretName = keyof Secrets;
/** All secrets that a data folder has. */
export const SECRET_NAMES = Object.keys(Secrets.shape) as readonly SecretName[];

// No letters or digits that look alike: people type these.
const SMALL = "abcdefghjkmnpqrstuvwxyz";
const anyOf = (letters: string): string => letters[randomInt(letters.length)] ?? "";
const easyGroup = () => [anyOf(SMALL), anyOf(SMALL), anyOf("23456789"), anyOf(SMALL)].join("");
/** Three groups like `Ab7k-mn4p-xy9r`: what the engine's password policy asks for, and no name in it. */
const typed = () => [easyGroup(), easyGroup(), easyGroup()].join("-").replace(/^./, (letter) => letter.toUpperCase());
/** Secrets that people type. */
const TYPED = new Set(["DEMO_PASSWORD", "DEMO_PASSPHRASE"]);
/** 192 random bits, and at the end what the engine's password policy asks for. */
const random = () => `${randomBytes(24).toString("base64url")}-Aa1`;
/** A new value of the secret with this name; one that is an engine account's password passes the engine's policy. */
export const newSecret = (name: SecretName): string => (TYPED.has(name) ? typed() : random());

/** What the environment may set instead; the database keeps the password it was made with. */
export type GivenSecrets = { readonly [K in keyof Secrets]?: Secrets[K] | undefined };

/** The secrets of the folder, made where they are missing; those given win and are not written. `isNew` at the first start. */
export function openSecrets(dataDir: string, given: GivenSecrets = {}): { secrets: Secrets; isNew: boolean } {
  const file = join(dataDir, FILE);
  const stored = Secrets.partial().parse(readSecrets(file));
  const fresh = SECRET_NAMES.map((name) => [name, newSecret(name)]);
  const all = Secrets.parse({ ...Object.fromEntries(fresh), ...stored });
  if (Object.keys(stored).length < Object.keys(all).length) writeSecrets(dataDir, { ...readSecrets(file), ...all });
  const present = Object.entries(given).filter(([name, value]) => name in all && value !== undefined);
  const secrets = Object.freeze(Secrets.parse({ ...all, ...Object.fromEntries(present) }));
  return { secrets, isNew: Object.keys(stored).length === 0 };
}

/** The secrets that the folder has so far; throws a SystemError when the file is damaged. */
export const storedSecrets = (dataDir: string): StoredSecrets => readSecrets(join(dataDir, FILE));

/** The credential keys by their ids: the current one's, and the keys before it. */
export interface KeyRing {
  readonly id: string;
  readonly lama: Readonly<Record<string, string>>;
}

/** The ring of a data folder; a KREDENSIAL_KEY that the environment sets has the id that the environment gives it. */
export function keyRing(
  dataDir: string,
  given: Pick<SystemConfig, "KREDENSIAL_KEY" | "KREDENSIAL_KEY_ID" | "KREDENSIAL_KEYS_LAMA">,
): KeyRing {
  const stored = storedSecrets(dataDir);
  const listed = (bacaKunciLama(given.KREDENSIAL_KEYS_LAMA ?? "") ?? []).map(({ id, rahasia }) => [id, rahasia]);
  const id = (given.KREDENSIAL_KEY ? undefined : stored.KREDENSIAL_KEY_ID) ?? given.KREDENSIAL_KEY_ID;
  return { id, lama: { ...stored.KREDENSIAL_KEYS_LAMA, ...Object.fromEntries(listed) } };
}

/** The ids of all keys under which a credential can still be derived. */
export function keyIdsOf(dataDir: string, given: Parameters<typeof keyRing>[1]): string[] {
  const { id, lama } = keyRing(dataDir, given);
  return [id, ...Object.keys(lama)];
}

function readSecrets(file: string): StoredSecrets {
  if (!existsSync(file)) return {};
  try {
    return Stored.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // The reason could quote a secret.
    throw new SystemError(
      `${file} is damaged. It holds the passwords of the database and the key of credentials under way: restore it from a backup. If the data are for trying only, delete the whole folder and start anew.`,
    );
  }
}

/** Replaces the file at once: whoever reads it sees the old or the new one, whole. */
export function writeSecrets(dataDir: string, secrets: StoredSecrets): void {
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.tmp`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}
