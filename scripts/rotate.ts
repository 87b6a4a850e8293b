/** `npm run rotate -- NAME`: a new value for one secret; a running system takes it at once, without losing a request. */
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readConfig, type SystemConfig, systemOptions } from "../src/config.js";
import { openDb } from "../src/db/open.js";
import { kunciTerpakai } from "../src/pemulihan/index.js";
import { fromRoot, ownerDatabase } from "./system/addresses.js";
import { SystemError } from "./system/error.js";
import { takenRound, wantedRound } from "./system/reload.js";
import { rotated, withoutUnusedKeys } from "./system/rotation.js";
import { SECRET_NAMES, type SecretName, storedSecrets, writeSecrets } from "./system/secrets.js";
import { runningStarter } from "./system/state-file.js";

const USAGE = `npm run rotate -- NAME, where NAME is one of ${SECRET_NAMES.join(", ")}`;
const POLL_MS = 200;

/** Resolves with the exit code; throws a SystemError that says what to do. Prints no secret. */
export async function main(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const name = SECRET_NAMES.find((known) => known === positionals[0]);
  if (positionals.length > 1 || (positionals.length === 1 && name === undefined))
    throw new SystemError(`Usage: ${USAGE}`);
  await rotate(readConfig(systemOptions), name, (line) => console.log(line));
  return 0;
}

/** Gives one secret a new value, or none, and in either case drops earlier credential keys that nobody needs. */
export async function rotate(
  config: SystemConfig,
  name: SecretName | undefined,
  say: (line: string) => void,
): Promise<void> {
  const dataDir = fromRoot(config.DATA_DIR);
  if (Object.keys(storedSecrets(dataDir)).length === 0)
    throw new SystemError(`There is no system in ${config.DATA_DIR}: set DATA_DIR to its data folder.`);
  if (name !== undefined) requireOurs(config, name);
  const used = await usedKeys(config);
  if (used !== undefined) {
    const { stored, dropped } = withoutUnusedKeys(storedSecrets(dataDir), [...used.keys()]);
    if (dropped.length > 0) writeSecrets(dataDir, stored);
    for (const id of dropped) say(`No password on its way needs the key ${id} any more: it is gone for good.`);
  }
  if (name !== undefined) writeSecrets(dataDir, rotated(storedSecrets(dataDir), name, [...(used?.keys() ?? [])]));
  for (const id of Object.keys(storedSecrets(dataDir).KREDENSIAL_KEYS_LAMA ?? {}))
    say(
      `The key ${id} is kept for ${used?.get(id) ?? "the"} passwords on their way; run npm run rotate later to drop it.`,
    );
  await untilTaken(dataDir, name ?? "The list of keys", say);
}

function requireOurs(config: SystemConfig, name: SecretName): void {
  if (Object.entries(config).some(([option, value]) => option === name && value !== undefined))
    throw new SystemError(`${name} is set in the environment or in .env: change it there, then start anew.`);
  if (config.DATABASE_URL !== undefined && /^(POSTGRES|APP_DATABASE)_PASSWORD$/.test(name))
    throw new SystemError("The database is one of your own: change its password there and in DATABASE_URL.");
}

/** Ids of keys in use; undefined where the database does not run, so that nobody can tell. */
async function usedKeys(config: SystemConfig): Promise<ReadonlyMap<string, number> | undefined> {
  const { db, close } = openDb(ownerDatabase(config), () => undefined, 1);
  return kunciTerpakai(db)
    .catch(() => undefined)
    .finally(close);
}

async function untilTaken(dataDir: string, what: string, say: (line: string) => void): Promise<void> {
  const round = wantedRound(dataDir);
  if (takenRound(dataDir) === round) return;
  if (runningStarter(dataDir) === undefined)
    return say(`${what}: changed. The system does not run; the next npm start works with it.`);
  say(`${what}: changed. The running system takes it; work under way is finished first.`);
  while (takenRound(dataDir) < round) {
    if (runningStarter(dataDir) === undefined)
      throw new SystemError("The system has stopped meanwhile; npm start goes on with the new value.");
    await delay(POLL_MS);
  }
  say("Taken. No request was lost.");
}
