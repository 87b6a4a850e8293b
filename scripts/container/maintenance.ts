/** Backup, restore and rotation inside containers; the scripts in docker/ stop and start what has to stand still. */
import { createConnection } from "node:net";
import { parseArgs } from "node:util";
import { periksaArsip } from "../../src/arsip/index.js";
import { readConfig } from "../../src/config.js";
import { type Db, openDb } from "../../src/db/open.js";
import { kunciTerpakai } from "../../src/pemulihan/index.js";
import { restoreOptions } from "../backup/options.js";
import { placeFiles } from "../backup/place.js";
import { openBackupFile } from "../backup/read.js";
import { writeBackup } from "../backup/write.js";
import { taken, wantedRound } from "../system/reload.js";
import { rotated, withoutUnusedKeys } from "../system/rotation.js";
import { SECRET_NAMES, storedSecrets, writeSecrets } from "../system/secrets.js";
import { options } from "./options.js";

/** Both databases to standard output; what is said goes to the other one. */
export async function backup(): Promise<void> {
  const { titik, berkas } = await writeBackup(ownerUrl(), process.stdout);
  console.error(`Both databases as of ${titik}, ${berkas.length} files. The secrets are not in it.`);
}

/** A backup from standard input into PostgreSQL's empty data folder. */
export async function restore(args: readonly string[]): Promise<void> {
  const { POSTGRES_DATA, POSTGRES_HOST } = readConfig(options);
  const { file, replace, numbers } = restoreOptions(args);
  if (await answers(POSTGRES_HOST, 5432)) throw new Error("PostgreSQL runs: docker compose stop postgres");
  const { titik } = await placeFiles(POSTGRES_DATA, replace, await openBackupFile(file), numbers);
  console.log(`PostgreSQL's folder holds both databases as of ${titik}.`);
}

/** Throws where the secrets are gone: new ones would make other passwords of the restored nonces. */
export function required(): void {
  const { DATA_DIR } = readConfig(options);
  if (Object.keys(storedSecrets(DATA_DIR)).length === 0)
    throw new Error(
      "Put rahasia.json back first: docker compose run --rm --no-deps -T secrets sh -c 'umask 077; cat > /data/rahasia.json' < rahasia.json",
    );
}

/** Whether the archive is as it was written; 1 where it is not. */
export async function verify(): Promise<number> {
  const { entri, jangkar, temuan } = await withDb(periksaArsip);
  for (const { urut, pesan } of temuan) console.log(`archive, entry ${urut}: ${pesan}`);
  console.log(`The archive is ${temuan.length === 0 ? "intact" : "NOT intact"}: ${entri} entries, ${jangkar} anchors.`);
  return temuan.length === 0 ? 0 : 1;
}

/** Ids of the credential keys that passwords on their way need, in one line. */
export async function keys(): Promise<void> {
  console.log([...(await withDb(kunciTerpakai)).keys()].join(" "));
}

/** `rotate [NAME] --used "k1 k2"`: a new value for one secret, and no earlier credential key but those in use. */
export function rotate(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { used: { type: "string" } },
  });
  const [wanted] = positionals;
  const name = SECRET_NAMES.find((known) => known === wanted);
  if (wanted !== undefined && name === undefined)
    throw new Error(`"${wanted}" is no secret; there are ${SECRET_NAMES.join(", ")}`);
  const { DATA_DIR } = readConfig(options);
  const used = values.used?.split(" ").filter(Boolean);
  const { stored, dropped } = used ? withoutUnusedKeys(storedSecrets(DATA_DIR), used) : kept(DATA_DIR);
  for (const id of dropped) console.log(`No password on its way needs the key ${id} any more: it is gone for good.`);
  writeSecrets(DATA_DIR, name === undefined ? stored : rotated(stored, name, used));
  const left = Object.keys(storedSecrets(DATA_DIR).KREDENSIAL_KEYS_LAMA ?? {});
  if (left.length > 0)
    console.log(`Kept for passwords on their way: ${left.join(", ")}; rotate without a name drops them later.`);
  if (name !== undefined) console.log(`${name} has a new value.`);
}

const kept = (dataDir: string) => ({ stored: storedSecrets(dataDir), dropped: [] as string[] });

/** All containers have the new values: those before are forgotten. */
export function settled(): void {
  const { DATA_DIR } = readConfig(options);
  taken(DATA_DIR, wantedRound(DATA_DIR));
}

function ownerUrl(): string {
  const { DATABASE_URL } = readConfig(options);
  if (DATABASE_URL === undefined) throw new Error("DATABASE_URL (or DATABASE_URL_FILE) has to be set");
  return DATABASE_URL;
}

const withDb = <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  const { db, close } = openDb(ownerUrl(), () => undefined, 2);
  return work(db).finally(close);
};

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    const end = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
