/** `npm run bench`: four ways to do the engine's external tasks, measured side by side on one engine. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/system/root.js";
import type { SystemTools } from "../scripts/tools.js";
import { grantWorkers } from "./engine.js";
import type { Figures } from "./figures.js";
import { verdicts } from "./goals.js";
import { keep, readKept } from "./kept.js";
import { type Flatness, STEPS as MEMORY_STEPS, memoryRun } from "./memory.js";
import { CONTENDERS, type ContenderName, type Tuning } from "./messages.js";
import { type BenchOptions, PARTS, readOptions } from "./options.js";
import { draw, panelsOf } from "./report/drawing.js";
import { PAGES, withBench } from "./report/pages.js";
import { markdown } from "./report/table.js";
import { type Machine, type Result, type Round, summaryOf } from "./result.js";
import { type Burst, type RunPlan, takeBurst, takeFigures } from "./run.js";
import { ENGINE_JVM_OPTIONS, openStage, type Stage } from "./stage.js";
import { rotated } from "./statistics.js";
import { CANDIDATES, type Tuned, tuneBare } from "./tune.js";
import { noop, real, type Workload, type WorkloadKind } from "./workload.js";

const STEPS = 4;
const STEADY_PER_SECOND = 10;
const WORKLOADS: readonly Workload[] = [noop(STEPS), real];

/**
 * Both the engine's JVM and each contender's own JavaScript are compiled while they run, for several thousand tasks:
 * processes that stay up have that behind them. The bare loop has had its share already, at its tuning.
 */
const WARM_UP_PASSES: Readonly<Record<WorkloadKind, number>> = { noop: 16, real: 6 };
const WARM_UP: readonly ContenderName[] = ["bare", "tuned", "runtime"];
const NONE: RunPlan["patience"] = { tries: 1, waitMs: 0 };

const tell = (line: string) => console.error(line);

/** Resolves with the exit code: 1 where anything failed; a goal not met is a result, not a failure. */
export async function main(args: readonly string[], { java }: SystemTools): Promise<number> {
  const options = readOptions(args);
  const [loadBefore = 0] = loadavg();
  const stage = await openStage(java);
  const closeAtSignal = () => void stage.close().finally(() => process.exit(130));
  process.once("SIGINT", closeAtSignal);
  process.once("SIGTERM", closeAtSignal);
  try {
    publish(await bench(stage, options, loadBefore), options);
    return 0;
  } finally {
    await stage.close();
  }
}

async function bench(stage: Stage, options: BenchOptions, loadBefore: number): Promise<Result> {
  for (const workload of [...WORKLOADS, noop(MEMORY_STEPS)]) await grantWorkers(stage.engine, workload);
  const kept = options.parts.length === PARTS.length || options.quick ? undefined : readKept();
  const plan = planOf(options);
  const tuned = options.parts.includes("noop") ? await tune(stage, options, plan) : (kept?.tuned ?? []);
  const tuning = tuned[0]?.tuning ?? { concurrency: 8, batch: 50 };
  const rounds = await alternate(stage, options, { ...plan, tuning });
  const memory = options.parts.includes("memory") ? await measureMemory(stage, options.tasks, tuning) : kept?.memory;
  return {
    at: new Date().toISOString(),
    machine: machineOf(loadBefore),
    requests: options.requests,
    bursts: options.bursts,
    steadyPerSecond: STEADY_PER_SECOND,
    tuning,
    tuned,
    rounds: { noop: rounds.noop ?? kept?.rounds.noop ?? [], real: rounds.real ?? kept?.rounds.real ?? [] },
    ...(memory ? { memory } : {}),
  };
}

const machineOf = (loadBefore: number): Machine => ({
  cpus: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? "CPU",
  node: process.versions.node,
  jvm: ENGINE_JVM_OPTIONS,
  loadBefore,
});

const planOf = ({ requests, bursts, quick }: BenchOptions) => ({
  requests,
  bursts,
  alone: quick ? 5 : 10,
  steady: { requests: quick ? 30 : 60, perSecond: STEADY_PER_SECOND },
  patience: quick ? NONE : { tries: 2, waitMs: 10_000 },
});
type Plan = ReturnType<typeof planOf>;

async function tune(stage: Stage, { quick }: BenchOptions, plan: Plan): Promise<Tuned[]> {
  tell(`Tuning the bare loop: ${CANDIDATES.length} candidates …`);
  const small = { ...plan, workload: noop(STEPS), requests: quick ? 30 : 60, patience: NONE };
  const tuned = await tuneBare(stage, small, quick ? 1 : 2);
  for (const { tuning, tasksPerSecond } of tuned)
    tell(`  ${tuning.concurrency} at a time, fetched by ${tuning.batch}: ${tasksPerSecond.toFixed(0)} tasks/s`);
  return tuned;
}

/** The workloads asked for: each contender once to warm up, unmeasured; then the rounds, in which all take turns. */
async function alternate(
  stage: Stage,
  options: BenchOptions,
  plan: Plan & { tuning: Tuning },
): Promise<Partial<Result["rounds"]>> {
  const workloads = WORKLOADS.filter(({ kind }) => options.parts.includes(kind));
  if (workloads.length > 0) tell("Warming up …");
  for (const workload of workloads)
    for (let pass = 0; pass < (options.quick ? 1 : WARM_UP_PASSES[workload.kind]); pass++)
      for (const contender of WARM_UP) await takeBurst(stage, { ...plan, workload, contender, patience: NONE });
  const rounds: { noop?: Round[]; real?: Round[] } = {};
  for (let round = 1; round <= options.rounds; round++)
    for (const workload of workloads) {
      const order = rotated(CONTENDERS, round - 1);
      const one = await oneRound(stage, { ...plan, workload }, order, `round ${round}, ${workload.kind}`);
      rounds[workload.kind] = [...(rounds[workload.kind] ?? []), one];
    }
  return rounds;
}

/** The bursts, which are short, several times in turns; then each contender's single requests and steady flow. */
async function oneRound(
  stage: Stage,
  plan: Omit<RunPlan, "contender"> & { readonly bursts: number },
  order: readonly ContenderName[],
  name: string,
): Promise<Round> {
  const bursts: [ContenderName, Burst][] = [];
  for (let pass = 0; pass < plan.bursts; pass++)
    for (const contender of rotated(order, pass))
      bursts.push([contender, await takeBurst(stage, { ...plan, contender })]);
  const figures: [ContenderName, Figures][] = [];
  for (const contender of order) {
    const own = bursts.flatMap(([whose, burst]) => (whose === contender ? [burst] : []));
    const one = await takeFigures(stage, { ...plan, contender }, own);
    figures.push([contender, one]);
    tell(
      `  ${name}, ${contender}: ${one.tasksPerSecond.toFixed(0)} tasks/s, one request ${one.requestAlone.toFixed(0)} ms, others took ${(one.foreign * 100).toFixed(0)} %`,
    );
  }
  return Object.fromEntries(figures) as Round;
}

async function measureMemory(stage: Stage, tasks: number, tuning: Tuning): Promise<Flatness> {
  tell(`Memory over ${tasks} tasks …`);
  return memoryRun(stage, tasks, tuning, (done) => done % 10_000 === 0 && tell(`  ${done} tasks`));
}

/** Prints the result; keeps figures, table and picture where the run was long enough to be quoted. */
function publish(result: Result, { json, quick }: BenchOptions): void {
  const table = markdown(result);
  const summary = { noop: summaryOf(result.rounds.noop), real: summaryOf(result.rounds.real) };
  console.log(json ? JSON.stringify({ ...result, summary, goals: verdicts(result) }, null, 2) : table);
  if (quick) return;
  keep(result);
  writeFileSync(join(root, "docs", "bench.svg"), picture(result));
  for (const [page, quote] of Object.entries(PAGES)) {
    const file = join(root, page);
    const text = withBench(readFileSync(file, "utf8"), quote(result));
    if (text === undefined) tell(`${page} has no place for the table (bench:start, bench:end).`);
    else writeFileSync(file, text);
  }
}

function picture(result: Result): string {
  const { machine, at, requests, rounds } = result;
  const note = `${requests} requests at once on one engine, medians of ${rounds.noop.length} rounds; ${machine.cpus} CPUs shared with engine and PostgreSQL; ${at.slice(0, 10)}`;
  return draw(panelsOf(result), "External tasks: bare REST, the official client, this repository's runtime", note);
}
