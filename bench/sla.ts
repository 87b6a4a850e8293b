/** `npm run bench:sla -- --requests 5000`: how fast the SLA lists are over so many open requests on a real engine. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { masuk, type Pengguna } from "../scripts/drive/pengguna.js";
import { startTestSystem } from "../scripts/system/for-tests.js";
import type { SystemTools } from "../scripts/tools.js";
import { tunggu } from "../scripts/tunggu.js";
import type { Engine } from "../src/engine/client.js";
import { openAdmin } from "../src/provisioning/index.js";
import { timeFirstRows } from "./sla-browser.js";
import { fillEngine } from "./sla-fill.js";
import { median } from "./statistics.js";

const ROUNDS = 7;
const Count = z.object({ count: z.number() });

/** Starts database, engine and gateway, fills them, measures, prints one line per figure; resolves with the exit code. */
export async function main(args: readonly string[], { java, browser }: SystemTools): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { requests: { type: "string", default: "5000" } } });
  const requests = z.coerce.number().int().min(1).max(50_000).parse(values.requests);
  const system = await startTestSystem({ java, parts: ["postgres", "engine", "gateway"] });
  try {
    const engine = await openAdmin(system.addresses.engine, system.secrets.ENGINE_ADMIN_PASSWORD);
    const began = performance.now();
    await fillEngine(engine, requests);
    await allOpen(engine, requests);
    tell(`${requests} open requests made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const reader = await masuk(system.addresses.gateway, "wahyu", system.secrets.DEMO_PASSWORD);
    await system.services.gateway?.stop();
    await system.services.gateway?.start();
    const figures = await measure(reader, requests);
    const rows = await timeFirstRows(
      await browser(),
      system.addresses.gateway,
      system.secrets.ENGINE_ADMIN_PASSWORD,
      ROUNDS,
    );
    console.log(JSON.stringify({ ...figures, cockpitFirstRows: medianAndWorst(rows) }, null, 2));
    return 0;
  } finally {
    await system.stop();
  }
}

const tell = (line: string) => console.error(line);

const allOpen = (engine: Engine, requests: number) =>
  tunggu("every request's first step", async () => {
    const { count } = await engine.call("GET", "/task/count", { schema: Count });
    return count >= requests ? true : undefined;
  });

/** Times in ms: `cold` the very first answer of a fresh gateway, `afterIdle` the first after a pause; the others medians of some rounds. */
async function measure(reader: Pengguna, requests: number) {
  const cold = await timed(reader, "/api/sla/langkah");
  const total = z.object({ total: z.number() }).parse((await reader.panggil("GET", "/api/sla/langkah")).isi).total;
  if (total !== requests) throw new Error(`the list holds ${total} of ${requests} open steps`);
  const figures = {
    firstRows: await often(reader, "/api/sla/langkah"),
    lastPage: await often(reader, `/api/sla/langkah?halaman=${Math.ceil(requests / 100)}`),
    search: await often(reader, "/api/sla/langkah?cari=biro%200042"),
    summary: await often(reader, "/api/sla/ringkas"),
    csvOfAll: await often(reader, "/api/sla/langkah.csv"),
    metrics: await often(reader, "/metrics"),
  };
  // Longer than the shared picture is kept: the next one who asks waits for a new one.
  await pause(PICTURE_FORGOTTEN_MS);
  const afterIdle = await timed(reader, "/api/sla/langkah");
  return { requests, rounds: ROUNDS, coldMs: Math.round(cold), afterIdleMs: Math.round(afterIdle), ...figures };
}

const PICTURE_FORGOTTEN_MS = 31_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(reader: Pengguna, path: string): Promise<number> {
  const began = performance.now();
  const { status } = await reader.panggil("GET", path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return performance.now() - began;
}

/** Median and worst of the rounds in ms; between rounds the shared picture is left to grow old. */
async function often(reader: Pengguna, path: string): Promise<{ medianMs: number; worstMs: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await timed(reader, path));
    await pause(1_000);
  }
  return medianAndWorst(times);
}

function medianAndWorst(times: readonly number[]): { medianMs: number; worstMs: number } {
  return { medianMs: Math.round(median(times)), worstMs: Math.round(Math.max(...times)) };
}
