/** What the bench and a contender's process say to one another; one question, one answer, in turns. */
import { z } from "zod";

/** In the order of the first round, and of the table's columns. */
export const CONTENDERS = ["bare", "official", "tuned", "runtime"] as const;
/** `bare`: the ceiling. `official`, `tuned`: the official client by its defaults and at its best. `runtime`: ours. */
export type ContenderName = (typeof CONTENDERS)[number];

/** How the bare loop works: tasks under way at once, and tasks asked for at once. */
export const Tuning = z.object({ concurrency: z.int().positive(), batch: z.int().positive() });
export type Tuning = z.infer<typeof Tuning>;

/** What a contender is told to do in a run, with the topics that bear its name. */
const Start = z.object({
  ask: z.literal("start"),
  kind: z.enum(["noop", "real"]),
  /** Each topic of the workload with its name in this run. */
  topics: z.array(z.object({ topic: z.string(), name: z.string() })),
  run: z.string(),
  tuning: Tuning,
});
export type Start = z.infer<typeof Start>;

/** Asked of a contender. `usage` with `gc` collects garbage first. */
export const Question = z.discriminatedUnion("ask", [
  Start,
  z.object({ ask: z.literal("stop") }),
  z.object({ ask: z.literal("usage"), gc: z.boolean() }),
  z.object({ ask: z.literal("end") }),
]);
export type Question = z.infer<typeof Question>;

/** What a contender's process has used so far: CPU in microseconds, memory in bytes, calls to the engine. */
const Usage = z.object({
  cpuUs: z.number(),
  rss: z.number(),
  heapUsed: z.number(),
  polls: z.number(),
  calls: z.number(),
});
export type Usage = z.infer<typeof Usage>;

/** A contender's answer; `at` is the machine's clock in milliseconds, `failures` are things no run may have. */
export const Answer = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("ready") }),
  z.object({ answer: z.literal("started"), at: z.number() }),
  z.object({ answer: z.literal("stopped"), failures: z.array(z.string()) }),
  z.object({ answer: z.literal("usage"), usage: Usage }),
  z.object({ answer: z.literal("error"), reason: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** The surroundings of a contender's process, in its environment as JSON. */
export const Surroundings = z.object({
  name: z.enum(CONTENDERS),
  engineUrl: z.url(),
  user: z.string(),
  password: z.string(),
  databaseUrl: z.string(),
  spse: z.object({ url: z.url(), token: z.string() }),
  epesan: z.object({ url: z.url(), token: z.string() }),
  kredensialKey: z.string(),
  root: z.string(),
});
export type Surroundings = z.infer<typeof Surroundings>;
