/** Runs: a contender with topics of its own meets a burst of requests, single ones, or a steady flow. */
import { setTimeout as delay } from "node:timers/promises";
import type { Child } from "./child.js";
import { deployRun, ended, flushPolls, type Step, startRequest, startRequests, stepsOf } from "./engine.js";
import { type Figures, medians, rate, requestTimes, waits } from "./figures.js";
import type { ContenderName, Tuning, Usage } from "./messages.js";
import { foreignShare, quiet, undisturbed } from "./quiet.js";
import { variablesOf } from "./requests.js";
import type { CpuTimes, Stage } from "./stage.js";
import { median } from "./statistics.js";
import { inRun, type Workload } from "./workload.js";

/** One contender at one workload; `patience` is for other programs on the machine. */
export interface RunPlan {
  readonly contender: ContenderName;
  readonly workload: Workload;
  readonly tuning: Tuning;
  /** Requests at once in the burst. */
  readonly requests: number;
  /** Requests one after another on an idle engine. */
  readonly alone: number;
  /** Requests of the steady flow, and how many of them a second. */
  readonly steady: { readonly requests: number; readonly perSecond: number };
  /** How often a run is done again when other programs disturb it, and how long in ms it waits for them before. */
  readonly patience: { readonly tries: number; readonly waitMs: number };
}

interface Scene {
  readonly stage: Stage;
  readonly plan: RunPlan;
  readonly child: Child;
  readonly definition: string;
  /** Resolves with the clock's time (ms) at which the worker began to take tasks. */
  startWorker(): Promise<number>;
}

const BURST = [
  "tasksPerSecond",
  "burstP50",
  "burstP95",
  "burstP99",
  "workerCpu",
  "engineCpu",
  "databaseCpu",
  "polls",
  "calls",
] as const;
/** The figures of one burst, before the medians of a round. */
export type Burst = Pick<Figures, (typeof BURST)[number] | "foreign">;
type Alone = Pick<Figures, "requestAlone" | "stepAlone" | "foreign">;
type Steady = Pick<Figures, "steadyP50" | "steadyP95" | "steadyP99" | "foreign">;

let runs = 0;

/** A burst, done again where others disturb it. */
export const takeBurst = (stage: Stage, plan: RunPlan): Promise<Burst> =>
  undisturbed(plan.patience.tries, () => perform(stage, plan, burst));

/**
 * The rest of a contender's figures, and those of its bursts' medians; throws where a task failed. `foreign` is that of the
 * most disturbed run.
 */
export async function takeFigures(stage: Stage, plan: RunPlan, bursts: readonly Burst[]): Promise<Figures> {
  const again = <T extends Pick<Figures, "foreign">>(act: (scene: Scene) => Promise<T>) =>
    undisturbed(plan.patience.tries, () => perform(stage, plan, act));
  const [single, flow] = [await again(alone), await again(steady)];
  const foreign = Math.max(...[...bursts, single, flow].map((one) => one.foreign));
  return { ...medians(BURST, bursts), ...single, ...flow, foreign };
}

async function perform<T>(stage: Stage, plan: RunPlan, act: (scene: Scene) => Promise<T>): Promise<T> {
  const { workload, contender, tuning } = plan;
  const run = `lari${++runs}`;
  const definition = await deployRun(stage.engine, workload, run);
  const child = await stage.child(contender);
  const topics = workload.topics.map((topic) => ({ topic, name: inRun(topic, run) }));
  const startWorker = () => child.start({ kind: workload.kind, topics, run, tuning });
  await quiet(plan.patience.waitMs);
  const figures = await act({ stage, plan, child, definition, startWorker });
  await child.stop();
  await flushPolls(stage.engine, definition, variablesOf(workload, stage.letter));
  return figures;
}

/** All requests wait at their first step when the worker begins. */
async function burst(scene: Scene): Promise<Burst> {
  const { stage, plan, definition, startWorker } = scene;
  const variables = () => variablesOf(plan.workload, stage.letter);
  const ids = await startRequests(stage.engine, definition, plan.requests, variables);
  await stage.sweep();
  const before = await usageOf(scene);
  const since = await startWorker();
  await ended(stage.engine, definition, plan.requests);
  const after = await usageOf(scene);
  const steps = await stepsOfRequests(scene, ids);
  const { p50, p95, p99 } = waits(steps, since);
  const perTask = (of: (usage: Usage & CpuTimes) => number) => (of(after) - of(before)) / steps.length;
  return {
    tasksPerSecond: rate(steps, since),
    burstP50: p50,
    burstP95: p95,
    burstP99: p99,
    workerCpu: perTask(({ cpuUs }) => cpuUs / 1000),
    engineCpu: perTask(({ engineUs }) => engineUs / 1000),
    databaseCpu: perTask(({ databaseUs }) => databaseUs / 1000),
    polls: perTask(({ polls }) => polls),
    calls: perTask(({ calls }) => calls),
    foreign: foreignBetween(before, after),
  };
}

/** How often the end of a single request is asked for; seldom, because it is asked of the engine that is measured. */
const ALONE_POLL_MS = 30;

async function alone(scene: Scene): Promise<Alone> {
  const { stage, plan, definition, startWorker } = scene;
  await stage.sweep();
  await startWorker();
  const before = await usageOf(scene);
  const ids: string[] = [];
  while (ids.length < plan.alone) {
    // Anywhere between two polls of a client that pauses.
    await delay(100 + Math.random() * 300);
    ids.push(await startRequest(stage.engine, definition, variablesOf(plan.workload, stage.letter)));
    await ended(stage.engine, definition, ids.length, ALONE_POLL_MS);
  }
  const foreign = foreignBetween(before, await usageOf(scene));
  const steps = await stepsOfRequests(scene, ids);
  return { requestAlone: median(requestTimes(steps)), stepAlone: waits(steps).p50, foreign };
}

async function steady(scene: Scene): Promise<Steady> {
  const { stage, plan, definition, startWorker } = scene;
  await stage.sweep();
  await startWorker();
  const before = await usageOf(scene);
  const { requests, perSecond } = plan.steady;
  const began = performance.now();
  const starts = Array.from({ length: requests }, async (_, i) => {
    await delay(Math.max(0, (i * 1000) / perSecond - (performance.now() - began)));
    return startRequest(stage.engine, definition, variablesOf(plan.workload, stage.letter));
  });
  const ids = await Promise.all(starts);
  await ended(stage.engine, definition, requests);
  const foreign = foreignBetween(before, await usageOf(scene));
  const { p50, p95, p99 } = waits(await stepsOfRequests(scene, ids));
  return { steadyP50: p50, steadyP95: p95, steadyP99: p99, foreign };
}

const usageOf = async ({ stage, child }: Scene): Promise<Usage & CpuTimes> => ({
  ...(await child.usage()),
  ...stage.cpuTimes(),
});

function foreignBetween(before: Usage & CpuTimes, after: Usage & CpuTimes): number {
  const own = ({ cpuUs, engineUs, databaseUs, benchUs }: Usage & CpuTimes) => cpuUs + engineUs + databaseUs + benchUs;
  return foreignShare(before, after, own(after) - own(before));
}

async function stepsOfRequests({ stage, plan, definition }: Scene, ids: readonly string[]): Promise<Step[]> {
  const steps = await stepsOf(stage.engine, definition);
  const expected = ids.length * plan.workload.topics.length;
  if (steps.length !== expected) throw new Error(`the history has ${steps.length} steps instead of ${expected}`);
  return steps;
}
