/**
 * Glossary
 * - topic: the name of a kind of work; one file in `workers/topics/` says how it is done
 * - task: one external task that the engine has locked for this process
 * - attempt: one run of a topic's handler for a task
 * - failure: why an attempt did not succeed (failure.ts)
 * - outcome: what the engine is to be told of an attempt (outcome.ts); told by report.ts alone
 * - retries: attempts that are still allowed after this one
 */
import type { Logger } from "pino";
import type { z } from "zod";

/** A task as handlers may see it: ids of instance, activity, definition and task, and the request's number. */
export interface TaskInfo {
  readonly id: string;
  readonly topic: string;
  readonly instans: string;
  readonly aktivitas: string;
  readonly definisi: string;
  readonly nomorPermohonan: string;
  /** Attempts still allowed after this one; null before the first failure. */
  readonly retries: number | null;
}

/** What a handler gets beside its input. `signal` aborts on a lost lock, at the time limit and at shutdown. */
export interface Context<D> {
  readonly deps: D;
  readonly task: TaskInfo;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Whether an activity, in the definition of its instance or in whatever called that, catches a BPMN error; throws what `engineRefusal` can tell apart. */
export type Catches = (task: Pick<TaskInfo, "instans" | "definisi" | "aktivitas">, code: string) => Promise<boolean>;

/** How often and how soon a task is tried again, in milliseconds; `maxWaitMs` is the longest Retry-After waited for. */
export interface RetryPolicy {
  readonly retries: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  readonly maxWaitMs: number;
}

/** The BPMN error raised when trying again is no use; `message` is for staff, in Indonesian. */
export interface Fallback {
  readonly code: string;
  readonly message: string;
}

/** What a topic's file says. The handler knows nothing of the engine: it answers its output or throws. */
export interface TopicSpec<D, I extends z.ZodObject, O extends z.ZodObject> {
  readonly topic: string;
  /** The process variables it reads. */
  readonly input: I;
  /** The process variables it writes. */
  readonly output: O;
  /** The BPMN errors it may raise. */
  readonly errorCodes: readonly string[];
  readonly retry: RetryPolicy;
  /** For a service that stays away or refuses without a word the handler understands; unset: an incident. */
  readonly fallback?: Fallback;
  /** The adapter it depends on: while that one's breaker is open, its tasks are not fetched. */
  readonly adapter?: string;
  /** Most attempts at a time in this process, so that one slow service cannot take every slot; default: all slots. */
  readonly concurrency?: number;
  /** Fetches every variable, for topics that read names known only at run time. */
  readonly allVariables?: boolean;
  /** Longest time of one attempt in milliseconds; default in options.ts. */
  readonly timeLimitMs?: number;
  handle(input: z.output<I>, context: Context<D>): Promise<z.input<O>>;
}

/** A topic as the runtime sees it: `run` checks the variables, calls the handler and checks what it answers. */
export interface Topic<D> extends Omit<TopicSpec<D, z.ZodObject, z.ZodObject>, "handle"> {
  run(variables: Record<string, unknown>, context: Context<D>): Promise<Record<string, unknown>>;
}
