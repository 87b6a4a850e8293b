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

/** Of a topic's definition, what decides when its tasks are asked for and how many. */
export type DemandTopic = Pick<Topic<never>, "topic" | "adapter" | "concurrency" | "fallback" | "retry">;

/**
 * The topics to ask for, how many tasks at most, and how long the engine may hold the poll. `share`: every topic with room,
 * or only those with much of it, or only those with little.
 */
export interface Demand {
  readonly topics: ReadonlySet<string>;
  readonly maxTasks: number;
  readonly holdMs: number;
  readonly share: "all" | "roomy" | "little";
}

/** All that a demand follows from, at the moment before the poll. */
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
  /** Milliseconds since the topics with little room were last asked for. */
  readonly leftOutForMs: number;
}

/** The next poll's demand, by what the polls before it brought. */
export interface Appetite {
  next(): Demand;
  /** Must hear of each answer how many tasks it brought. */
  answered(asked: Demand, tasks: number): void;
}

/** `now` in milliseconds. */
export function createAppetite(
  situation: () => Omit<Situation, "fullForMs" | "leftOutForMs">,
  now: () => number,
): Appetite {
  let fullAt = Number.NEGATIVE_INFINITY;
  let littleAt = Number.NEGATIVE_INFINITY;
  return {
    next: () => demand({ ...situation(), fullForMs: now() - fullAt, leftOutForMs: now() - littleAt }),
    answered({ share, maxTasks }, tasks) {
      if (share !== "roomy") littleAt = now();
      if (share !== "little") fullAt = tasks >= maxTasks ? now() : Number.NEGATIVE_INFINITY;
    },
  };
}

/** How long a poll is held that leaves a busy topic out: as soon as that one has room again it must be asked for. */
const BUSY_HOLD_MS = 50;
const MIN_HOLD_MS = 10;
/**
 * A poll costs the engine as much as completing several tasks. After one that brought all it had asked for, more are
 * waiting: the next one is worth half the slots, and no topic with less than a quarter of its own; but not later than this.
 */
const GATHER_MS = 100;
/** Where every poll is a full one, topics with little room, a due probe's too, get one of their own this often. */
const LEFT_OUT_MS = 500;

/** The next poll's demand; `maxTasks` is 0 where nothing can be asked for now. */
export function demand(now: Situation): Demand {
  const rooms = now.topics.map((topic) => roomFor(topic, now));
  const { open, share } = choice(rooms, now);
  // A poll has one limit for all its topics: the smallest room keeps every cap.
  const maxTasks = open.length === 0 ? 0 : Math.min(now.maxTasks - now.busy, ...open.map(({ room }) => room));
  const topics = new Set(open.map(({ topic }) => topic));
  const changes = rooms.filter(({ topic }) => !topics.has(topic)).map(({ changesInMs }) => changesInMs);
  const longest = share === "little" ? MIN_HOLD_MS : now.longPollMs;
  return { topics, maxTasks, holdMs: Math.max(MIN_HOLD_MS, Math.min(longest, ...changes)), share };
}

function choice(rooms: readonly Room[], now: Situation): { open: readonly Room[]; share: Demand["share"] } {
  const free = now.maxTasks - now.busy;
  const some = free > 0 ? rooms.filter(({ room }) => room > 0) : [];
  if (now.fullForMs >= GATHER_MS) return { open: some, share: "all" };
  const little = some.filter((room) => room.little);
  if (little.length > 0 && now.leftOutForMs >= LEFT_OUT_MS) return { open: little, share: "little" };
  const open = free < now.maxTasks / 2 ? [] : some.filter((room) => !room.little);
  return { open, share: little.length > 0 ? "roomy" : "all" };
}

interface Room {
  readonly topic: string;
  /** Tasks that can start. */
  readonly room: number;
  /** Whether it would make a poll for others a small one. */
  readonly little: boolean;
  /** When a topic left out is worth asking again. */
  readonly changesInMs: number;
}

function roomFor(topic: DemandTopic, now: Situation): Room {
  const breaker = topic.adapter === undefined ? undefined : now.breakers[topic.adapter];
  const cap = Math.min(topic.concurrency ?? now.maxTasks, now.maxTasks);
  const left = Math.max(0, cap - now.inFlight(topic.topic));
  const shut = { topic: topic.topic, little: left < cap / 4, changesInMs: BUSY_HOLD_MS };
  const state = breaker?.state() ?? "closed";
  if (breaker === undefined || state === "closed") return { ...shut, room: left };
  if (state === "half-open") return { ...shut, room: probing(topic, now) ? 0 : 1, little: true };
  if (outOfPatience(topic, breaker.awayMs())) return { ...shut, room: left };
  return { ...shut, room: 0, changesInMs: Math.min(breaker.waitMs(), patienceLeft(topic, breaker)) };
}

const probing = ({ adapter }: DemandTopic, { topics, inFlight }: Situation): boolean =>
  topics.some((other) => other.adapter === adapter && inFlight(other.topic) > 0);

/** Whether a topic's tasks take their way out instead of waiting on, for a service away for so many milliseconds. */
export const outOfPatience = ({ fallback, retry }: Pick<DemandTopic, "fallback" | "retry">, awayMs: number): boolean =>
  fallback !== undefined && awayMs >= patienceMs(retry);

const patienceLeft = ({ fallback, retry }: DemandTopic, breaker: BreakerView): number =>
  fallback === undefined ? Number.POSITIVE_INFINITY : patienceMs(retry) - breaker.awayMs();
