/** Alert rules and dashboard against the figures that the gateway really tells. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "@jest/globals";
import { Registry } from "prom-client";
import { z } from "zod";
import { muatKalender } from "../../src/calendar/load.js";
import { ukurKalender } from "../../src/gateway/latar/pengawas-kalender.js";
import { pasangMetrikSla } from "../../src/sla/metrik.js";
import { createMetrics } from "../../workers/runtime/metrics.js";
import { langkahBuka, wib } from "../src/sla/contoh.js";
import { slaPalsu } from "../src/sla/sla-palsu.js";

const jalan = promisify(execFile);
/** Of the apt package `prometheus`; `.ci/run` installs it. */
const promtool = (...argumen: string[]) => jalan(process.env.PROMTOOL ?? "promtool", argumen);

let registry: Registry;
beforeAll(async () => {
  registry = new Registry();
  const kalender = await muatKalender("bpmn/kalender");
  const lewat = { ...langkahBuka(), sisaMs: -4_000_000, status: "lewat" as const };
  const segarkan = pasangMetrikSla(registry, slaPalsu([lewat]), kalender, () => new Date(wib("23 11:00")));
  ukurKalender(registry, kalender, () => new Date(wib("23 11:00")));
  await segarkan();
});

/** Figures of ours in a PromQL expression, with the labels asked for. */
const sebutan = (teks: string, awalan: string) =>
  [...teks.matchAll(new RegExp(`\\b((?:${awalan})_[a-z0-9_]+)(?:\\{([^}]*)\\})?`, "g"))].map(
    ([, nama = "", label = ""]) => ({
      nama,
      label: [...label.matchAll(/([a-z_]+)\s*=~?\s*"([^"]*)"/g)].map(([, kunci = "", nilai = ""]) => ({
        kunci,
        nilai,
      })),
    }),
  );
const disebut = (teks: string) => sebutan(teks, "sla|kalender");

/** Every series told, as name and labels. */
async function dikatakan() {
  const semua = await registry.getMetricsAsJSON();
  return semua.flatMap(({ name, values }) => values.map(({ labels }) => ({ nama: name, label: { ...labels } })));
}

async function pastikanAda(ekspresi: readonly string[]): Promise<void> {
  const ada = await dikatakan();
  const tiada = ekspresi
    .flatMap(disebut)
    .filter(
      ({ nama, label }) =>
        !ada.some(
          (a) => a.nama === nama && label.every(({ kunci, nilai }) => String(Object(a.label)[kunci]) === nilai),
        ),
    );
  expect(tiada).toEqual([]);
}

const Panel = z.object({
  id: z.number(),
  title: z.string().min(1),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string().min(1) })).min(1),
});
const dasbor = z
  .object({ uid: z.string().max(40), panels: z.array(Panel).min(1) })
  .parse(JSON.parse(readFileSync("ops/grafana/sla.json", "utf8")));

test("promtool accepts the configurations, the rules, and what the gateway tells", async () => {
  await promtool("check", "config", "ops/prometheus/prometheus.yml");
  await promtool("check", "config", "ops/prometheus/compose.yml");
  const periksa = jalan("sh", ["-c", `printf '%s' "$ANGKA" | ${process.env.PROMTOOL ?? "promtool"} check metrics`], {
    env: { ...process.env, ANGKA: await registry.metrics() },
  });
  expect((await periksa).stderr).toBe("");
});

test("the rules fire when they should and are silent when they should be", async () => {
  await promtool("test", "rules", "ops/prometheus/sla.rules.test.yml", "ops/prometheus/parts.rules.test.yml");
});

test("rules on the parts ask only for figures and labels that the workers tell", async () => {
  const dari = new Registry();
  const metrics = createMetrics(dari, () => 1, { spse: { state: () => "open", waitMs: () => 0, awayMs: () => 0 } });
  metrics.ended("surat-kirim", "incident", 1);
  metrics.leftRunning("surat-kirim", 1);
  const ada = (await dari.getMetricsAsJSON()).flatMap(({ name, values }) =>
    values.map(({ labels }) => ({ name, labels })),
  );
  const aturan = readFileSync("ops/prometheus/parts.rules.yml", "utf8").replaceAll(/^\s*#.*$/gm, "");
  const diminta = sebutan(aturan, "workers");
  expect(diminta.map(({ nama }) => nama).sort()).toEqual([
    "workers_breaker_state",
    "workers_handlers_left_running",
    "workers_poll_age_seconds",
    "workers_tasks_total",
  ]);
  const tiada = diminta.filter(
    ({ nama, label }) =>
      !ada.some(
        ({ name, labels }) => name === nama && label.every(({ kunci, nilai }) => Object(labels)[kunci] === nilai),
      ),
  );
  expect(tiada).toEqual([]);
});

test("rules ask only for figures and labels that the gateway tells", async () => {
  const aturan = readFileSync("ops/prometheus/sla.rules.yml", "utf8").replaceAll(/^\s*#.*$/gm, "");
  expect(disebut(aturan).length).toBeGreaterThan(5);
  await pastikanAda([aturan]);
});

test("the dashboard asks only for figures and labels that the gateway tells, and shows every one of them", async () => {
  const ekspresi = dasbor.panels.flatMap((p) => p.targets.map((t) => t.expr));
  await pastikanAda(ekspresi);
  const dipakai = new Set(ekspresi.flatMap(disebut).map(({ nama }) => nama));
  expect((await registry.getMetricsAsJSON()).map((m) => m.name).filter((nama) => !dipakai.has(nama))).toEqual([]);
});

test("no two panels of the dashboard cover each other or share an id", () => {
  expect(new Set(dasbor.panels.map((p) => p.id)).size).toBe(dasbor.panels.length);
  const petak = dasbor.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
  );
  expect(new Set(petak).size).toBe(petak.length);
  expect(petak.filter((p) => Number(p.split(",")[0]) >= 24)).toEqual([]);
});
