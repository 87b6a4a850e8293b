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
  /** Attempts under way at a topic, and at all of them. */
  readonly inFlight: (topic: string) => number;
  readonly busy: number;
  /** Slots of this process. */
  readonly maxTasks: number;
  readonly longPollMs: number;
  /** Milliseconds since the last poll's answer where that brought as many tasks as asked for: more are waiting. */
  readonly fullForMs: number;
}

/** How long a poll is held that leaves a busy topic out: as soon as that one has room again it must be asked for. */
const BUSY_HOLD_MS = 50;
const MIN_HOLD_MS = 10;
/**
 * A poll costs the engine as much as completing several tasks. After one that brought all it had asked for, more are
 * waiting: the next one is worth half the slots, and no topic with less than a quarter of its own; but not later than this.
 */
const GATHER_MS = 100;

/** The next poll's demand; `maxTasks` is 0 where nothing can be asked for now. */
export function demand(now: Situation): Demand {
  const gathering = now.fullForMs < GATHER_MS;
  const free = now.maxTasks - now.busy;
  const rooms = now.topics.map((topic) => roomFor(topic, now, gathering));
  const open = gathering && free < now.maxTasks / 2 ? [] : rooms.filter(({ room }) => room > 0);
  // A poll has one limit for all its topics: the smallest room keeps every cap.
  const maxTasks = open.length === 0 ? 0 : Math.min(free, ...open.map(({ room }) => room));
  const holdMs = Math.max(MIN_HOLD_MS, Math.min(now.longPollMs, ...rooms.map(({ changesInMs }) => changesInMs)));
  return { topics: new Set(open.map(({ topic }) => topic)), maxTasks, holdMs };
}

interface Room {
  readonly topic: string;
  /** Tasks that can start. */
  readonly room: number;
  /** When a topic without room is worth asking again. */
  readonly changesInMs: number;
}

function roomFor(topic: DemandTopic, now: Situation, gathering: boolean): Room {
  const breaker = topic.adapter === undefined ? undefined : now.breakers[topic.adapter];
  const cap = Math.min(topic.concurrency ?? now.maxTasks, now.maxTasks);
  const left = cap - now.inFlight(topic.topic);
  const free = gathering && left < cap / 4 ? 0 : left;
  const state = breaker?.state() ?? "closed";
  if (breaker === undefined || state === "closed") return withRoom(topic, free);
  if (state === "half-open") return withRoom(topic, probing(topic, now) ? 0 : 1);
  if (outOfPatience(topic, breaker.awayMs())) return withRoom(topic, free);
  const changesInMs = Math.min(breaker.waitMs(), patienceLeft(topic, breaker));
  return { topic: topic.topic, room: 0, changesInMs };
}

const withRoom = ({ topic }: DemandTopic, room: number): Room => ({
  topic,
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
