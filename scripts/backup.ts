/** `npm run backup -- --out FOLDER|FILE`: engine's and product's database as they are at one moment, while they are used. */
import { statSync } from "node:fs";
import { readConfig, systemOptions } from "../src/config.js";
import { backupFile } from "./backup/options.js";
import { writeBackupFile } from "./backup/write.js";
import { ownerDatabase } from "./system/addresses.js";

/** Resolves with the exit code; throws a SystemError that says what to do. */
export async function main(args: readonly string[]): Promise<number> {
  const file = backupFile(args, new Date());
  const { titik, berkas } = await writeBackupFile(ownerDatabase(readConfig(systemOptions)), file);
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(`Wrote ${file}: both databases as of ${titik}, ${berkas.length} files, ${size} MB.`);
  console.log("The secrets are not in it: keep a copy of rahasia.json as well, in another place.");
  return 0;
}
