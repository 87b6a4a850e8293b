/** `npm run restore -- FILE`: a backup in the place of the embedded database, checked and ready for `npm start`. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { periksaArsip } from "../src/arsip/index.js";
import { readConfig, type SystemConfig, systemOptions } from "../src/config.js";
import { migrateDb, openDb } from "../src/db/open.js";
import { grantApplication } from "../src/db/roles.js";
import { kunciTerpakai } from "../src/pemulihan/index.js";
import { type RestoreOptions, restoreOptions } from "./backup/options.js";
import { placeEmbedded, placeFiles } from "./backup/place.js";
import { openBackupFile } from "./backup/read.js";
import { addressesOf, fromRoot, postgresOptions } from "./system/addresses.js";
import { makeDataDir } from "./system/data-dir.js";
import { SystemError } from "./system/error.js";
import { finishRestore } from "./system/finish-restore.js";
import { createFleet } from "./system/fleet.js";
import { preparePostgres } from "./system/postgres.js";
import { keyIdsOf, openSecrets } from "./system/secrets.js";

/** Resolves with the exit code: 1 where the restored archive is not intact, or a key is missing. */
export async function main(args: readonly string[]): Promise<number> {
  const options = restoreOptions(args);
  const config = readConfig(systemOptions);
  if (options.into !== undefined) return restoreFiles(options, options.into);
  if (config.DATABASE_URL !== undefined)
    throw new SystemError(
      "DATABASE_URL names a server of your own: stop it, and put the backup in its data folder with --into FOLDER. What else belongs to a restore is done at the next npm start.",
    );
  return restoreSystem(config, options, (line) => console.log(line));
}

async function restoreFiles({ file, replace, numbers }: RestoreOptions, into: string): Promise<number> {
  const { titik, postgres } = await placeFiles(resolve(into), replace, await openBackupFile(file), numbers);
  console.log(`${into} holds both databases as of ${titik}.`);
  console.log(
    `Start PostgreSQL ${postgres.utama} on it, then npm start, which ends the restore and tells its results.`,
  );
  return 0;
}

/** Restores the embedded databases of this data folder; the system must not be running. */
export async function restoreSystem(
  config: SystemConfig,
  { file, replace, numbers }: Omit<RestoreOptions, "into">,
  say: (line: string) => void,
): Promise<number> {
  const dataDir = fromRoot(config.DATA_DIR);
  requireSecrets(dataDir);
  makeDataDir(dataDir);
  const backup = await openBackupFile(file);
  const fleet = await createFleet({ dataDir, report: say, onFailure: say });
  try {
    const { secrets } = openSecrets(dataDir, config);
    const password = secrets.POSTGRES_PASSWORD;
    const { aside } = await placeEmbedded({ dataDir, password, replace }, backup, numbers);
    if (aside !== undefined) say(`The database that was there is now ${aside}.`);
    await fleet.launch(await preparePostgres(postgresOptions(config, secrets)), "give-up");
    const { database, engineDatabase } = addressesOf(config, secrets);
    await migrateDb(database);
    await grantApplication(database, secrets.APP_DATABASE_PASSWORD);
    for (const line of await finishRestore(database, engineDatabase, secrets.ENGINE_ADMIN_PASSWORD)) say(line);
    return await judge(database, keyIdsOf(dataDir, config), say);
  } finally {
    await fleet.stop();
  }
}

function requireSecrets(dataDir: string): void {
  if (!existsSync(join(dataDir, "rahasia.json")))
    throw new SystemError(
      `Put rahasia.json back into ${dataDir} first. No backup holds it, and without its keys nobody can deliver what was on its way.`,
    );
}

async function judge(database: string, keys: readonly string[], say: (line: string) => void): Promise<number> {
  const { db, close } = openDb(database, () => undefined, 2);
  try {
    const { entri, jangkar, temuan } = await periksaArsip(db);
    for (const { urut, pesan } of temuan) say(`archive, entry ${urut}: ${pesan}`);
    say(`The archive is ${temuan.length === 0 ? "intact" : "NOT intact"}: ${entri} entries, ${jangkar} anchors.`);
    const missing = [...(await kunciTerpakai(db))].filter(([id]) => !keys.includes(id));
    for (const [id, count] of missing)
      say(
        `${count} passwords on their way need the key ${id}, which rahasia.json does not hold any more: put back the rahasia.json of the time of the backup.`,
      );
    if (temuan.length + missing.length > 0) return 1;
    say("Now: npm start. Everybody signs in again; requests go on where they stood.");
    return 0;
  } finally {
    await close();
  }
}
