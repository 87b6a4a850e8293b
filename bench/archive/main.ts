/** `npm run bench:archive -- --entries 100000 --bytes 40000`: an archive of ten years on a real PostgreSQL: search, append, verify. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import { z } from "zod";
import { startTemporaryPostgres } from "../../scripts/system/temporary-postgres.js";
import { periksaArsip } from "../../src/arsip/index.js";
import { type Db, openDb } from "../../src/db/open.js";
import { applicationUrl, grantApplication } from "../../src/db/roles.js";
import { quantile } from "../statistics.js";
import { append, fill } from "./fill.js";
import { ask } from "./search.js";

const GOALS = { searchMs: 200, appendP99Ms: 20, verifyPerSecond: 500 };
/** Appended one by one at the end, where the register is fullest. */
const APPENDED = 3_000;
const Options = z.object({
  entries: z.coerce.number().int().min(10_000).max(1_000_000),
  bytes: z.coerce.number().int().min(1).max(1_000_000),
});

/** Resolves with 0; a goal not met is a result, not a failure. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { entries: { type: "string", default: "100000" }, bytes: { type: "string", default: "40000" } },
  });
  const { entries, bytes } = Options.parse(values);
  const { url: ownerUrl, remove } = await startTemporaryPostgres("bench-arsip-");
  const password = randomBytes(12).toString("hex");
  await grantApplication(ownerUrl, password);
  const { db, close } = openDb(applicationUrl(ownerUrl, password), () => undefined);
  try {
    tell(`filling the register with ${entries - APPENDED} entries of ${bytes} bytes`);
    await fill(db, entries - APPENDED, bytes);
    await settle(ownerUrl);
    await measure(db, entries, bytes);
    return 0;
  } finally {
    await close();
    await remove();
  }
}

const tell = (line: string) => console.error(line);

async function measure(db: Db, entries: number, bytes: number): Promise<void> {
  const appended = await append(db, entries - APPENDED, APPENDED, bytes);
  const asked = await ask(db, entries);
  const began = performance.now();
  const { entri, temuan } = await periksaArsip(db);
  const perSecond = entri / ((performance.now() - began) / 1_000);
  if (entri !== entries || temuan.length > 0) throw new Error(`${entri} entries, ${temuan.length} findings`);
  const name = (text: string) => text.padEnd(36);
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  for (const one of asked) {
    const worst = Math.max(...one.times);
    const figures = `${ms(quantile(one.times, 0.5))} median ${ms(worst)} worst`;
    console.log(`${name(`Search: ${one.name}`)} ${figures} ${goal(worst < GOALS.searchMs, `< ${GOALS.searchMs} ms`)}`);
  }
  const p99 = quantile(appended, 0.99);
  const figures = `${ms(quantile(appended, 0.5))} median ${ms(p99)} p99  `;
  console.log(`${name("Append")} ${figures} ${goal(p99 < GOALS.appendP99Ms, `p99 < ${GOALS.appendP99Ms} ms`)}`);
  const met = goal(perSecond >= GOALS.verifyPerSecond, `≥ ${GOALS.verifyPerSecond}/s`);
  console.log(`${name("Verify")} ${perSecond.toFixed(0).padStart(10)} entries/s ${met}`);
}

const goal = (met: boolean, wanted: string) => `(goal: ${wanted}) ${met ? "met" : "NOT MET"}`;

/** What autovacuum does by itself over ten years: statistics, and the map of pages that everybody may see. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE arsip");
  await owner.query("CHECKPOINT");
  await owner.end();
}
