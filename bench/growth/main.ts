/** `npm run bench:growth -- --requests 40`: bytes per request in each database, and what ten years of requests need. */
import { parseArgs } from "node:util";
import pg from "pg";
import { z } from "zod";
import { runRequest } from "../../scripts/demo/run.js";
import { masuk } from "../../scripts/drive/pengguna.js";
import { startTestSystem } from "../../scripts/system/for-tests.js";
import type { SystemTools } from "../../scripts/tools.js";
import { tunggu } from "../../scripts/tunggu.js";
import { type Engine, nothing } from "../../src/engine/client.js";
import { openAdmin } from "../../src/provisioning/index.js";
import { type Forecast, forecast, total } from "./forecast.js";
import { ENGINE, OURS, perRequest, type Sizes, sizes } from "./sizes.js";

/** Before the first measurement: tables and indexes have their first pages then. */
const WARM_UP = 5;
const AT_ONCE = 4;
/** A scanned letter and a scanned decree. */
const UPLOAD_BYTES = 2 * 400_000;
const LOAD = { requestsPerYear: 10_000, years: 10, historyYears: 1 };
const Options = z.object({
  requests: z.coerce.number().int().min(5).max(10_000),
  uploads: z.coerce.number().int().min(0),
});

/** Starts a whole system, runs the requests, measures, cleans up, measures again; resolves with the exit code. */
export async function main(args: readonly string[], { java }: SystemTools): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: "string", default: "40" },
      uploads: { type: "string", default: String(UPLOAD_BYTES) },
    },
  });
  const { requests, uploads: uploadBytes } = Options.parse(values);
  const system = await startTestSystem({ java });
  try {
    const { gateway, engine, database, engineDatabase } = system.addresses;
    const admin = await openAdmin(engine, system.secrets.ENGINE_ADMIN_PASSWORD);
    const measure = async () => ({ engine: await sizes(engineDatabase, ENGINE), ours: await sizes(database, OURS) });
    const run = (count: number) => runMany(gateway, system.secrets, count);
    await run(WARM_UP);
    const before = await measure();
    const uploadsBefore = await uploadedBytes(database);
    await run(requests);
    const after = await measure();
    const uploaded = ((await uploadedBytes(database)) - uploadsBefore) / requests;
    await cleanUp(admin);
    const cleaned = await measure();
    const engineBytes = perRequest(before.engine, after.engine, requests);
    const ourBytes = perRequest(before.ours, after.ours, requests);
    print("engine", engineBytes);
    print("ours", ourBytes);
    const empty = total(before.engine) - total(engineBytes) * WARM_UP;
    const left = Math.max(0, total(cleaned.engine) - empty) / (WARM_UP + requests);
    tell(forecast({ engine: engineBytes, left, ours: ourBytes, uploads: uploaded }, { ...LOAD, uploadBytes }));
    return 0;
  } finally {
    await system.stop();
  }
}

const kb = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const gb = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

function print(database: string, group: Sizes): void {
  for (const [name, bytes] of Object.entries(group).toSorted(([, a], [, b]) => b - a))
    console.log(`${`${database}: ${name}`.padEnd(32)} ${kb(bytes).padStart(10)} per request`);
  console.log(`${`${database}: all`.padEnd(32)} ${kb(total(group)).padStart(10)} per request\n`);
}

function tell({ perRequest: each, cleaned, uncleaned }: Forecast): void {
  console.log(`A request: engine ${kb(each.engine)}, ${kb(each.left)} of it left after its clean-up;`);
  console.log(`ours ${kb(each.ours)} and, as is assumed, uploads of ${kb(each.uploads)}.`);
  const { requestsPerYear, years } = LOAD;
  console.log(
    `${requestsPerYear} requests a year, ${years} years: ${gb(cleaned)} with clean-up, ${gb(uncleaned)} without`,
  );
}

async function runMany(
  gateway: string,
  secrets: { readonly DEMO_PASSWORD: string; DEMO_PASSPHRASE: string },
  n: number,
) {
  const as = (id: string) => masuk(gateway, id, secrets.DEMO_PASSWORD);
  const [satker, kepalaUkpbj, kepalaLpse, tim] = await Promise.all([as("dewi"), as("hendra"), as("ratna"), as("andi")]);
  const cast = { satker, kepalaUkpbj, kepalaLpse, tim, passphrase: secrets.DEMO_PASSPHRASE };
  let left = n;
  const worker = async () => {
    while (left-- > 0) await runRequest(cast);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What the Satker's own files take, as they are. */
async function uploadedBytes(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    "SELECT coalesce(sum(ukuran), 0) AS bytes FROM dokumen WHERE satker IS NOT NULL",
  );
  await client.end();
  return Number(rows[0]?.bytes ?? 0);
}

const Count = z.object({ count: z.number() });

/** Lets all finished requests expire and the engine remove them, as it does by itself a year later. */
async function cleanUp(engine: Engine): Promise<void> {
  await engine.call("POST", "/history/process-instance/set-removal-time", {
    body: {
      absoluteRemovalTime: "2020-01-01T00:00:00.000+0000",
      historicProcessInstanceQuery: { finished: true },
      hierarchical: true,
    },
    schema: nothing,
  });
  await tunggu("the removal times to be set", async () => {
    const { count } = await engine.call("GET", "/batch/count", { schema: Count });
    return count === 0 ? true : undefined;
  });
  await engine.call("POST", "/history/cleanup", { query: { immediatelyDue: true }, schema: nothing });
  await tunggu("the clean-up", async () => {
    const query = { finished: true };
    const { count } = await engine.call("GET", "/history/process-instance/count", { query, schema: Count });
    return count === 0 ? true : undefined;
  });
}
