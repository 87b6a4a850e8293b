/** `npm run bench:calendar`: what one calculation costs in Node.js and in the engine, and what the calendar costs the engine's start. */
import type { SystemTools } from "../../scripts/tools.js";
import { muatKalender } from "../../src/calendar/load.js";
import { tambahWaktuKerja } from "../../src/calendar/working-time.js";
import { median } from "../statistics.js";
import { probe } from "./probe.js";

const RUNS = 5;
const NODE_CALCULATIONS = 100_000;
const ENGINE_CALCULATIONS = 2_000;

const shown = (value: number, limit: number, unit: string) =>
  `${value.toFixed(1)} ${unit} (goal: under ${limit} ${unit}) ${value < limit ? "met" : "NOT MET"}`;

/** Resolves with 0; a goal not met is a result, not a failure. */
export async function main(_args: readonly string[], { java }: SystemTools): Promise<number> {
  const { node, first } = await inNode();
  const { answers, start } = await probe(java, Array<string>(RUNS).fill(`time ${ENGINE_CALCULATIONS}`));
  if (!start) throw new Error(answers[0] ?? "the engine's calendar did not load");
  const engine = median(answers.map((ns) => Number(ns) / 1_000 / ENGINE_CALCULATIONS));
  console.log(`Node.js, one calculation:           ${shown(node, 50, "µs")}; loading the files ${first.toFixed(0)} ms`);
  console.log(`Engine, one calculation:            ${shown(engine, 1_000, "µs")}`);
  console.log(`Engine, what its start waits:       ${shown(start.kept, 300, "ms")}`);
  console.log(`Engine, first calculation of all:   ${shown(start.first, 300, "ms")}`);
  console.log(
    `Beside the start, on another core:  ${start.loaded.toFixed(0)} ms until the calendar is loaded and warm`,
  );
  return 0;
}

async function inNode(): Promise<{ node: number; first: number }> {
  const began = performance.now();
  const kalender = await muatKalender("bpmn/kalender");
  const dari = Date.parse("2026-01-05T08:00:00+07:00");
  tambahWaktuKerja(dari, "P1D", kalender);
  const first = performance.now() - began;
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    for (let i = 0; i < NODE_CALCULATIONS; i++)
      tambahWaktuKerja(dari + ((i * 7_919_000) % 25_000_000_000), "PT30M", kalender);
    return ((performance.now() - start) * 1_000) / NODE_CALCULATIONS;
  });
  return { node: median(runs), first };
}
