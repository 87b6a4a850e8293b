/** One request's trace: what a person answers, what a worker does of it, and whom it asks. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Registry } from "prom-client";
import { z } from "zod";
import { startTracing } from "../../../src/tracing.js";
import { createAdapters } from "../../../workers/adapters/index.js";
import { defineTopic } from "../../../workers/runtime/index.js";
import { createRuntime } from "../../../workers/runtime/runtime.js";
import { type Collector, startCollector } from "../../support/trace-collector.js";
import { akunUji, fakeLogger } from "../../workers/kit.js";
import { engineTask, startFakeEngine } from "../../workers/runtime/fake-engine.js";
import { isiPermohonan, startUji, type Uji } from "./kit.js";
import { tambahTugas } from "./mesin-palsu.js";

let uji: Uji;
let collector: Collector;
beforeAll(async () => {
  [uji, collector] = await Promise.all([startUji(), startCollector()]);
});
afterAll(() => Promise.all([uji.close(), collector.close()]));

/** A worker does one task of this request, for which it asks SPSE once. */
async function work(businessKey: string): Promise<void> {
  const { akunSpse } = akunUji();
  const engine = await startFakeEngine();
  const { spse } = createAdapters({
    spse: { url: "http://spse", timeoutMs: 1_000 },
    epesan: { timeoutMs: 1_000 },
    fetch: async () => Response.json(akunSpse),
  });
  const topic = defineTopic({
    topic: "uji",
    input: z.object({}),
    output: z.object({}),
    errorCodes: [],
    retry: { retries: 0, baseDelayMs: 0, maxDelayMs: 0, maxWaitMs: 0 },
    handle: async (_input, { signal }) => {
      await spse.cariAkun({ nip: akunSpse.nip }, signal);
      return {};
    },
  });
  const wiring = { topics: [topic], deps: {}, logger: fakeLogger().logger, registry: new Registry() };
  const runtime = createRuntime(wiring, { engineUrl: engine.url, user: "x", password: "rahasia-mesin" });
  runtime.start();
  engine.offer(engineTask({ businessKey, variables: {} }));
  await engine.seen(/complete/);
  await runtime.stop(1_000);
  await engine.stop();
}

test("a request's answers, tasks and calls are one trace, joined by its number alone", async () => {
  const end = await startTracing("uji", collector.url);
  const dewi = uji.orang("dewi");
  const { body } = await dewi.kirim("/api/permohonan", isiPermohonan(await dewi.dokumen())).expect(201);
  const nomor = z.string().parse(body.nomor);
  const [instans] = [...uji.mesin.instans.values()].filter((satu) => satu.nomor === nomor);
  if (instans === undefined) throw new Error("the request has no instance");
  const tugas = tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"], "hendra");
  await uji.orang("hendra").jawab(tugas.id, { keputusanDisposisi: "disposisi" }).expect(204);
  await work(nomor);
  await work("RP-2026-9999");
  await end();

  const named = (name: string) => collector.spans().filter((span) => span.name === name);
  const [handedIn] = named("jawab permohonan-diajukan");
  const [answered] = named("jawab disposisi-permohonan");
  const [task, otherTask] = named("task uji");
  const [asked] = named("SPSE GET /akun");
  expect([answered, task, asked].map((span) => span?.traceId)).toEqual(Array(3).fill(handedIn?.traceId));
  expect(handedIn?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(asked?.parentSpanId).toBe(task?.spanId);
  expect(otherTask?.traceId).not.toBe(task?.traceId);
});
