/**
 * What the next poll asks for: never more than can start at once, and nothing of a service that is away.
 *
 * The design of waiting behind an open breaker: tasks stay unlocked in the engine and lose nothing. When the pause is over
 * one task is fetched as the probe. A topic with a way out in the diagram has patience: once its service has been away for
 * as long as all its retries would have taken, its tasks are fetched again, find the breaker closed to them, and take the
 * way out (outcome.ts). So work ends up with people in bounded time. A topic without a way out waits until the service is
 * back.
 */
import { patienceMs } from "./backoff.js";
import type { Topic } from "./types.js";

/** The state of the breaker in front of an adapter, as runtime and metrics see it. */
export interface BreakerView {
  state(): "closed" | "open" | "half-open";
  /** Milliseconds until a probe may be made. */
  waitMs(): number;
  /** Milliseconds since the first of the failures that opened it; 0 while closed. */
  awayMs(): number;
}

/** By the name of the adapter, as topics give it. */
export type Breakers = Readonly<Record<string, BreakerView>>;

export type DemandTopic = Pick<Topic<never>, "topic" | "adapter" | "concurrency" | "fallback" | "retry">;

/** The topics to ask for, how many tasks at most, and how long the engine may hold the poll. */
export interface Demand {
  readonly topics: ReadonlySet<string>;
  readonly maxTasks: number;
  readonly holdMs: number;
}

export interface Situation {
  readonly topics: readonly DemandTopic[];
  readonly breakers: Breakers;
  readonly inFlight: (topic: string) => number;
  /** Slots of this process. */
  readonly maxTasks: number;
  readonly longPollMs: number;
}

/** How long a poll is held that leaves a busy topic out: as soon as that one has room again it must be asked for. */
const BUSY_HOLD_MS = 50;
const MIN_HOLD_MS = 10;

/** The next poll's demand; `maxTasks` is 0 where nothing can be asked for now. */
export function demand(now: Situation): Demand {
  const rooms = now.topics.map((topic) => ({ topic, ...roomFor(topic, now) }));
  const open = rooms.filter(({ room }) => room > 0);
  // A poll has one limit for all its topics: the smallest room keeps every cap.
  const maxTasks = open.length === 0 ? 0 : Math.min(...open.map(({ room }) => room));
  const holdMs = Math.max(MIN_HOLD_MS, Math.min(now.longPollMs, ...rooms.map(({ changesInMs }) => changesInMs)));
  return { topics: new Set(open.map(({ topic }) => topic.topic)), maxTasks, holdMs };
}

/** How many tasks of a topic can start, and in how many milliseconds a topic without room is worth asking again. */
function roomFor(topic: DemandTopic, now: Situation): { room: number; changesInMs: number } {
  const breaker = topic.adapter === undefined ? undefined : now.breakers[topic.adapter];
  const free = (topic.concurrency ?? now.maxTasks) - now.inFlight(topic.topic);
  const state = breaker?.state() ?? "closed";
  if (breaker === undefined || state === "closed") return withRoom(free);
  if (state === "half-open") return withRoom(probing(topic, now) ? 0 : 1);
  if (outOfPatience(topic, breaker.awayMs())) return withRoom(free);
  return { room: 0, changesInMs: Math.min(breaker.waitMs(), patienceLeft(topic, breaker)) };
}

const withRoom = (room: number) => ({
  room: Math.max(0, room),
  changesInMs: room > 0 ? Number.POSITIVE_INFINITY : BUSY_HOLD_MS,
});

const probing = ({ adapter }: DemandTopic, { topics, inFlight }: Situation): boolean =>
  topics.some((other) => other.adapter === adapter && inFlight(other.topic) > 0);

/** Whether a topic's tasks take their way out instead of waiting on, for a service away for so many milliseconds. */
export const outOfPatience = ({ fallback, retry }: Pick<DemandTopic, "fallback" | "retry">, awayMs: number): boolean =>
  fallback !== undefined && awayMs >= patienceMs(retry);

const patienceLeft = ({ fallback, retry }: DemandTopic, breaker: BreakerView): number =>
  fallback === undefined ? Number.POSITIVE_INFINITY : patienceMs(retry) - breaker.awayMs();
