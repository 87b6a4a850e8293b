import { parseArgs } from "node:util";
import { SystemError } from "../scripts/system/error.js";

/** What `--only` may name. */
export const PARTS = ["noop", "real", "memory"] as const;
/** What can be measured by itself: either workload, and the memory run. */
export type BenchPart = (typeof PARTS)[number];

/** The command line, with defaults filled in. */
export interface BenchOptions {
  /** What is measured; the figures of the others stay as they are. */
  readonly parts: readonly BenchPart[];
  /** How often every contender runs; the contenders take turns. */
  readonly rounds: number;
  /** How many bursts a contender's figures of a round are the medians of. */
  readonly bursts: number;
  /** Requests at once in each burst. */
  readonly requests: number;
  /** Length of the memory run in no-op tasks. */
  readonly tasks: number;
  /** Figures as JSON on standard output instead of a table. */
  readonly json: boolean;
  /** A look in a minute or two: too short for figures that anybody should quote, so pages and picture stay as they are. */
  readonly quick: boolean;
}

const USAGE =
  "Usage: npm run bench -- [--rounds N] [--bursts N] [--requests N] [--tasks N] [--only noop|real|memory] [--json] [--quick]";
const MEMORY_TASKS = 100_000;

/** The command line of the bench; throws a SystemError with the usage when it is wrong. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { rounds, bursts, requests, tasks, only, json = false, quick = false } = parse(args);
  return {
    parts: partsOf(only, quick),
    rounds: count("rounds", rounds, quick ? 1 : 3, 1),
    bursts: count("bursts", bursts, quick ? 1 : 4, 1),
    requests: count("requests", requests, quick ? 40 : 100, 1),
    tasks: count("tasks", tasks, MEMORY_TASKS, 1),
    json,
    quick,
  };
}

function parse(args: readonly string[]) {
  const options = {
    rounds: { type: "string" },
    bursts: { type: "string" },
    requests: { type: "string" },
    tasks: { type: "string" },
    only: { type: "string" },
    json: { type: "boolean" },
    quick: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SystemError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function partsOf(only: string | undefined, quick: boolean): readonly BenchPart[] {
  if (only === undefined) return quick ? ["noop", "real"] : PARTS;
  const part = PARTS.find((one) => one === only);
  if (part !== undefined) return [part];
  throw new SystemError(`--only must be one of ${PARTS.join(", ")}, not "${only}".\n${USAGE}`);
}

function count(name: string, text: string | undefined, fallback: number, least = 0): number {
  const value = text === undefined ? fallback : Number(text);
  if (/^\d*$/.test(text ?? "") && Number.isSafeInteger(value) && value >= least) return value;
  throw new SystemError(`--${name} must be a whole number from ${least}, not "${text}".\n${USAGE}`);
}
