/** The result as Markdown: for the terminal and for the pages that quote it. */
import type { FigureName } from "../figures.js";
import { verdicts } from "../goals.js";
import { CONTENDERS } from "../messages.js";
import { DISTURBED } from "../quiet.js";
import { type Result, type Round, summaryOf, TITLES } from "../result.js";
import { median } from "../statistics.js";
import type { WorkloadKind } from "../workload.js";

interface Row {
  readonly label: string;
  readonly figures: readonly FigureName[];
  readonly digits: number;
}

const ROWS: readonly Row[] = [
  { label: "tasks per second", figures: ["tasksPerSecond"], digits: 0 },
  { label: "one request alone, all its steps (ms)", figures: ["requestAlone"], digits: 0 },
  { label: "step, request alone, p50 (ms)", figures: ["stepAlone"], digits: 1 },
  { label: "step, steady flow, p50 / p95 / p99 (ms)", figures: ["steadyP50", "steadyP95", "steadyP99"], digits: 0 },
  { label: "step, all at once, p50 / p95 / p99 (ms)", figures: ["burstP50", "burstP95", "burstP99"], digits: 0 },
  {
    label: "CPU per task, worker / engine / PostgreSQL (ms)",
    figures: ["workerCpu", "engineCpu", "databaseCpu"],
    digits: 2,
  },
  { label: "engine requests per task (polls + others)", figures: ["polls", "calls"], digits: 2 },
];

const HEADINGS: Readonly<Record<WorkloadKind, string>> = {
  noop: "Four no-op steps",
  real: "The five real topics, with simulators",
};

/** All of it: conditions, a table for each workload, the goals. */
export function markdown(result: Result): string {
  const tables = (["noop", "real"] as const)
    .filter((kind) => result.rounds[kind].length > 0)
    .map((kind) => `**${HEADINGS[kind]}**\n\n${table(summaryOf(result.rounds[kind]))}`);
  return [conditions(result), ...tables, goals(result)].join("\n\n");
}

function conditions(result: Result): string {
  const { at, machine, requests, bursts, rounds, steadyPerSecond, tuning, memory } = result;
  const count = Math.max(rounds.noop.length, rounds.real.length);
  const long = memory ? ` Memory: ${memory.tasks.toLocaleString("en")} no-op tasks in one process.` : "";
  return (
    `${at.slice(0, 10)}, ${machine.cpus} × ${machine.cpu}, Node ${machine.node}, engine (JVM: \`${machine.jvm}\`) and PostgreSQL on the same machine. ` +
    `Bursts of ${requests} requests, ${bursts} in each round; single ones; ${steadyPerSecond} a second. ` +
    `Medians of ${count} ${count === 1 ? "round" : "rounds"} in turns. The bare loop was tuned first: ${tuning.concurrency} tasks at a time, fetched by ${tuning.batch}. ` +
    `Step times are the engine's own history, resolution 1 ms.${long} ${company(result)}`
  );
}

/** What other programs did meanwhile: a reader must know whether the machine was ours. */
function company({ rounds, machine }: Result): string {
  const shares = [...rounds.noop, ...rounds.real].flatMap((round) => CONTENDERS.map((name) => round[name].foreign));
  const disturbed = shares.filter((share) => share > DISTURBED).length;
  const load = `load before ${machine.loadBefore.toFixed(1)}`;
  if (shares.length === 0 || shares.some(Number.isNaN)) return `Other programs: ${load}.`;
  const most = `other programs took ${percent(median(shares))} of the CPUs (median; worst run ${percent(Math.max(...shares))}; ${load})`;
  if (disturbed === 0) return `Meanwhile ${most}.`;
  return `**Disturbed in ${disturbed} of ${shares.length} runs: ${most}.**`;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

function table(summary: Round): string {
  const head = ["", ...CONTENDERS.map((name) => TITLES[name])];
  const rows = ROWS.map(({ label, figures, digits }) => [
    label,
    ...CONTENDERS.map((name) =>
      cell(
        figures.map((figure) => summary[name][figure]),
        digits,
        label,
      ),
    ),
  ]);
  return rowsOf(head, rows);
}

const cell = (values: readonly number[], digits: number, label: string): string =>
  values.map((value) => (Number.isNaN(value) ? "–" : value.toFixed(digits))).join(label.includes("+") ? " + " : " / ");

/** The goals and how far they are met. */
export function goals(result: Result): string {
  const rows = verdicts(result).map(({ goal, workload, wanted, measured, met }) => [
    `${goal}${workload === "real" ? " (real topics)" : ""}`,
    wanted,
    measured,
    met ? "met" : "**not met**",
  ]);
  return rowsOf(["goal", "wanted", "measured", ""], rows);
}

function rowsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
