import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { trace } from "@opentelemetry/api";
import { startTracing, traced } from "../../src/tracing.js";
import { type Collector, startCollector } from "../support/trace-collector.js";

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(() => collector.close());

test("without a collector nothing is traced and the work is done all the same", async () => {
  expect(await traced({ name: "x", businessKey: "RP-2026-0001" }, async () => trace.getActiveSpan())).toBeUndefined();
  expect(collector.text()).toBe("");
});

test("all spans of a request are one trace, in whatever process they begin, with calls below their task", async () => {
  for (const service of ["gateway", "workers"]) {
    const end = await startTracing(service, collector.url);
    await traced({ name: service, businessKey: "RP-2026-0001" }, () =>
      traced({ name: `${service} call` }, async () => undefined),
    );
    await traced({ name: "other", businessKey: "RP-2026-0002" }, async () => undefined);
    await end();
  }
  const of = (name: string) => collector.spans().find((span) => span.name === name);
  expect(collector.spans()).toHaveLength(6);
  expect(of("gateway")?.traceId).toBe(of("workers")?.traceId);
  expect(of("workers call")).toMatchObject({ traceId: of("workers")?.traceId, parentSpanId: of("workers")?.spanId });
  expect(of("other")?.traceId).not.toBe(of("workers")?.traceId);
});

test("a failure is named by its class alone, and reaches the caller", async () => {
  const end = await startTracing("workers", collector.url);
  const work = traced({ name: "x" }, async () => Promise.reject(new TypeError("nama-orang")));
  await expect(work).rejects.toThrow("nama-orang");
  await end();
  expect(collector.spans()).toMatchObject([{ status: { message: "TypeError" } }]);
  expect(collector.text()).not.toContain("nama-orang");
});
