/** `npm run archive -- verify | export --from D --to D --out FILE`: the archive from the command line, as an admin. */
import { createWriteStream, readFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { eksporArsip, periksaArsip } from "../src/arsip/index.js";
import { readConfig, systemOptions } from "../src/config.js";
import { type Db, openDb } from "../src/db/open.js";
import { fromRoot, ownerDatabase } from "./system/addresses.js";
import { SystemError } from "./system/error.js";

const USAGE = "npm run archive -- verify | export --from YYYY-MM-DD --to YYYY-MM-DD --out FILE.zip";
const Period = z.object({ from: z.iso.date(), to: z.iso.date(), out: z.string().min(1) });

/** Resolves with the exit code: 1 where something in the archive is not as it was written. */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { from: { type: "string" }, to: { type: "string" }, out: { type: "string" } },
  });
  const { db, close } = openDb(ownerDatabase(readConfig(systemOptions)), () => undefined, 2);
  try {
    if (positionals[0] === "verify") return await verify(db);
    const period = Period.safeParse(values);
    if (positionals[0] !== "export" || !period.success) throw new SystemError(`Usage: ${USAGE}`);
    const { from: dari, to: sampai, out } = period.data;
    const nama = "periksa-ekspor.mjs";
    const isi = readFileSync(fromRoot(`src/arsip/${nama}`), "utf8");
    await pipeline(await eksporArsip(db, { dari, sampai }, { nama, isi }), createWriteStream(out));
    console.log(`Wrote ${out}; unpack it and run: node ${nama}`);
    return 0;
  } finally {
    await close();
  }
}

async function verify(db: Db): Promise<number> {
  const began = performance.now();
  const { entri, jangkar, temuan } = await periksaArsip(db);
  for (const { urut, pesan } of temuan) console.log(`entry ${urut}: ${pesan}`);
  const took = (performance.now() - began) / 1000;
  const speed = `${entri} entries and ${jangkar} anchors in ${took.toFixed(1)} s`;
  console.log(temuan.length === 0 ? `Intact: ${speed}.` : `NOT intact: ${temuan.length} findings; ${speed}.`);
  return temuan.length === 0 ? 0 : 1;
}
