import type { Breakers } from "../../workers/runtime/demand.js";
import type { Topic } from "../../workers/runtime/index.js";
import type { Tuning } from "../messages.js";

/** An external task as the engine's REST sends it. */
export interface Task {
  readonly id: string;
  readonly topicName: string;
  readonly processInstanceId: string;
  readonly processDefinitionId: string;
  readonly activityId: string;
  readonly businessKey?: string | null | undefined;
}

/** One topic's work for those contenders that are no runtime: variables in, variables out, an error is a failure. */
export interface Work {
  readonly topic: string;
  /** Names of the variables it reads; unset: all. */
  readonly variables?: readonly string[];
  handle(variables: Record<string, unknown>, task: Task): Promise<Record<string, unknown>>;
}

/** What a contender gets: the engine, and the same work in two forms. */
export interface Job<D> {
  readonly engineUrl: string;
  readonly user: string;
  readonly password: string;
  readonly run: string;
  readonly works: readonly Work[];
  readonly topics: readonly Topic<D>[];
  readonly deps: D;
  readonly breakers: Breakers;
  readonly tuning: Tuning;
  /** To be told of anything that a run without faults does not have; it makes the run invalid. */
  readonly onFailure: (reason: string) => void;
}

/** A contender at work; `stop` resolves when nothing of it is under way any more, an open poll apart. */
export interface Running {
  stop(): Promise<void>;
}

/** Starts taking tasks at once; reports what no run may have to `onFailure`. */
export type Contender = <D>(job: Job<D>) => Running;
