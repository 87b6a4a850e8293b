/** Options of the runtime: what the wiring writes, compiled once into checked, frozen milliseconds. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { z } from "zod";

const ms = (from: number, to: number, fallback: number) => z.int().min(from).max(to).default(fallback);

/** Every option; the engine's address is the one below which `/engine-rest` stands. */
export const RuntimeOptions = z.strictObject({
  engineUrl: z.url(),
  user: z.string().min(1),
  password: z.string().min(1),
  /** Attempts at a time; the engine is never asked for more than can start at once. */
  maxTasks: z.int().min(1).max(1000).default(100),
  /** Completions under way at a time: more of them only wait for one another in an engine with few CPUs. */
  maxCompletions: z.int().min(1).max(1000).default(8),
  /**
   * How long the engine holds a poll open. It wakes a held poll for new tasks only, not for a lock or a retry pause that
   * ends: those wait for the next poll. A poll left behind by a dead process, too, takes tasks until it ends. An idle
   * process asks 0.7 times a second; measured, that costs engine, PostgreSQL and worker together 2 % of one core.
   */
  longPollMs: ms(100, 20_000, 1_500),
  /** How long a task is lost to everybody when this process dies, up to one poll more. */
  lockMs: ms(1_000, 10_000, 8_000),
  /** Longest time of one attempt, where the topic says nothing else. */
  timeLimitMs: ms(100, 600_000, 60_000),
  /** Longest time of one call to the engine, polls apart. */
  requestTimeoutMs: ms(100, 60_000, 5_000),
  /** Pause after a poll that failed: doubles from the first to the second, with jitter. See poller.ts for the minimum. */
  pollBackoffMs: ms(10, 60_000, 250),
  maxPollBackoffMs: ms(10, 60_000, 10_000),
});
/** What the wiring writes: whatever has a default may be left out. */
export type RuntimeOptions = z.input<typeof RuntimeOptions>;
/** What the runtime works with: every default filled in, names that end in `Ms` in milliseconds. */
export type CompiledOptions = Readonly<z.output<typeof RuntimeOptions>> & { readonly workerId: string };

/** Checked options with defaults and a worker id that no other process has; throws one sentence per wrong option. */
export function compileOptions(options: RuntimeOptions): CompiledOptions {
  const parsed = RuntimeOptions.safeParse(options);
  if (!parsed.success) throw new Error(`The runtime's options are not valid:\n${z.prettifyError(parsed.error)}`);
  return Object.freeze({ ...parsed.data, workerId: uniqueWorkerId() });
}

/** The client's default is one constant for all processes, which lets each complete the tasks of every other. */
const uniqueWorkerId = (): string => `${hostname()}-${process.pid}-${randomBytes(4).toString("hex")}`;
