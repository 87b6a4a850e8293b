import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { trace } from "@opentelemetry/api";
import { z } from "zod";
import { startTracing, traced } from "../../src/tracing.js";

const Body = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              status: z.object({ message: z.string().optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
});
let received: string[] = [];
const collector = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push(Buffer.concat(chunks).toString());
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
});
let url = "";
beforeEach(async () => {
  received = [];
  collector.listen(0, "127.0.0.1");
  await once(collector, "listening");
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  collector.closeAllConnections();
  collector.close();
  await once(collector, "close");
});
const spans = () =>
  received.flatMap((text) =>
    Body.parse(JSON.parse(text)).resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)),
  );

test("without a collector nothing is traced and the work is done all the same", async () => {
  expect(await traced({ name: "x", businessKey: "RP-2026-0001" }, async () => trace.getActiveSpan())).toBeUndefined();
  expect(received).toEqual([]);
});

test("all spans of a request are one trace, in whatever process they begin, with calls below their task", async () => {
  for (const service of ["gateway", "workers"]) {
    const end = await startTracing(service, url);
    await traced({ name: service, businessKey: "RP-2026-0001" }, () =>
      traced({ name: `${service} call` }, async () => undefined),
    );
    await traced({ name: "other", businessKey: "RP-2026-0002" }, async () => undefined);
    await end();
  }
  const of = (name: string) => spans().find((span) => span.name === name);
  expect(spans()).toHaveLength(6);
  expect(of("gateway")?.traceId).toBe(of("workers")?.traceId);
  expect(of("workers call")).toMatchObject({ traceId: of("workers")?.traceId, parentSpanId: of("workers")?.spanId });
  expect(of("other")?.traceId).not.toBe(of("workers")?.traceId);
});

test("a failure is named by its class alone, and reaches the caller", async () => {
  const end = await startTracing("workers", url);
  const work = traced({ name: "x" }, async () => Promise.reject(new TypeError("nama-orang")));
  await expect(work).rejects.toThrow("nama-orang");
  await end();
  expect(spans()).toMatchObject([{ status: { message: "TypeError" } }]);
  expect(received.join("")).not.toContain("nama-orang");
});
