import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Counter, Registry } from "prom-client";
import { findFreePorts } from "../../scripts/system/ports.js";
import { startHealth } from "../../workers/health.js";

let checks: Record<string, boolean>;
let port: number;
let close: () => Promise<void>;
const registry = new Registry();
new Counter({ name: "uji_total", help: "For this test", registers: [registry] }).inc(3);

beforeEach(async () => {
  checks = { polling: true, database: true };
  [port = 0] = await findFreePorts(1);
  const deps = { state: () => "RUNNING", ready: async () => checks, registry };
  ({ close } = await startHealth(deps, { host: "127.0.0.1", port }));
});
afterEach(() => close());

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

test("being alive does not depend on anybody else", async () => {
  checks = { polling: false, database: false };
  const response = await get("/healthz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", state: "RUNNING" });
});

test("being ready means that everything needed is there, and says what is not", async () => {
  expect((await get("/readyz")).status).toBe(200);
  checks = { polling: true, database: false };
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "not ready", checks: { database: false } });
});

test("metrics are given in Prometheus' format, and nothing else is to be found", async () => {
  expect(await (await get("/metrics")).text()).toContain("uji_total 3");
  expect((await get("/")).status).toBe(404);
});

test("a taken port is an error at the start, not later", async () => {
  const deps = { state: () => "RUNNING", ready: async () => checks, registry };
  await expect(startHealth(deps, { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
