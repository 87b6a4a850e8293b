/// <reference path="./camunda-client.d.ts" />
/**
 * The external-task runtime on top of the official client. The client polls, locks and talks HTTP; what it lacks stands
 * in this folder: outcomes instead of swallowed errors, heartbeats, back-off of failed polls, a stop that drains.
 */
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { type Connection, openConnection, restUrl } from "./connection.js";
import { type Breakers, createAppetite } from "./demand.js";
import { type ExecuteDeps, execute } from "./execute.js";
import { Interrupted } from "./failure.js";
import { createInFlight, type InFlight, type State } from "./lifecycle.js";
import { createMetrics } from "./metrics.js";
import { type CompiledOptions, compileOptions, type RuntimeOptions } from "./options.js";
import { createPoller } from "./poller.js";
import type { Catches, Topic } from "./types.js";

/**
 * What the runtime needs: the topics, what their handlers may use, a logger, a registry of metrics, the breakers of the
 * adapters that topics name, and what an activity catches in the diagram (unset: whatever the topic declares).
 */
export interface RuntimeDeps<D> {
  readonly topics: readonly Topic<D>[];
  readonly deps: D;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly breakers?: Breakers;
  readonly catches?: Catches;
}

/** The running workers of one process. */
export interface Runtime {
  readonly workerId: string;
  state(): State;
  /** Whether this process takes tasks and the engine answered its last poll. */
  ready(): boolean;
  start(): void;
  /** Ends the poll, waits up to `graceMs` for attempts under way, calls off and gives back the rest. */
  stop(graceMs: number): Promise<void>;
}

/** How long a shutdown waits for attempts called off to be given back. */
const GIVE_BACK_MS = 2_000;

/** Builds the runtime; nothing is fetched before `start`. */
export function createRuntime<D>(wiring: RuntimeDeps<D>, options: RuntimeOptions): Runtime {
  const compiled = compileOptions(options);
  const { logger } = wiring;
  const { maxTasks, longPollMs } = compiled;
  const breakers = wiring.breakers ?? {};
  const hardStop = new AbortController();
  let state: State = "IDLE";

  const metrics = createMetrics(wiring.registry, () => poller.ageSeconds(), breakers);
  const inFlight = createInFlight((size) => metrics.inFlight(size));
  const limits = { topics: wiring.topics, breakers, maxTasks, longPollMs, inFlight: inFlight.of };
  const appetite = createAppetite(() => ({ ...limits, busy: inFlight.size() }), clock.now);
  const connection = openConnection(compiled, {
    next() {
      const wanted = appetite.next();
      if (wanted.maxTasks === 0) poller.noRoom();
      return wanted;
    },
    answered: appetite.answered,
    changed: inFlight.changed,
  });
  const client = createClient(compiled, connection);
  const poller = createPoller({ client, connection, options: compiled, logger, metrics, ...clock });
  const { lockMs, timeLimitMs } = compiled;
  const { deps, catches = async () => true } = wiring;
  const shared = { deps, catches, logger, metrics, lockMs, timeLimitMs, hardStop: hardStop.signal, ...clock };
  subscribe(client, wiring.topics, inFlight, shared, () => state);

  async function drain(graceMs: number): Promise<void> {
    state = "DRAINING";
    const pollEnded = poller.stop();
    logger.info({ inFlight: inFlight.size() }, "draining");
    await inFlight.settled(graceMs);
    // What its last answer brought is given back like the rest.
    await pollEnded;
    inFlight.interrupt();
    await inFlight.settled(GIVE_BACK_MS);
    hardStop.abort();
    await inFlight.settled(GIVE_BACK_MS);
    await connection.close();
    state = "STOPPED";
    logger.info({ inFlight: inFlight.size() }, "stopped");
  }

  let stopping: Promise<void> | undefined;
  return {
    workerId: compiled.workerId,
    state: () => state,
    ready: () => state === "RUNNING" && poller.answering(),
    start() {
      if (state !== "IDLE") throw new Error(`the workers cannot start: they are ${state}`);
      state = "RUNNING";
      poller.start();
    },
    stop(graceMs) {
      stopping ??= drain(graceMs);
      return stopping;
    },
  };
}

const clock = {
  now: () => performance.now(),
  random: Math.random,
  sleep: (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => undefined),
};

function createClient(options: CompiledOptions, connection: Connection): Client {
  const client = new Client({
    baseUrl: restUrl(options.engineUrl),
    workerId: options.workerId,
    autoPoll: false,
    interval: 0,
    maxTasks: options.maxTasks,
    asyncResponseTimeout: options.longPollMs,
    lockDuration: options.lockMs,
    // By age alone, so that nothing starves.
    usePriority: false,
    sorting: [{ sortBy: "createTime", sortOrder: "asc" }],
  });
  client.engineService.request = connection.send;
  return client;
}

function subscribe<D>(
  client: Client,
  topics: readonly Topic<D>[],
  inFlight: InFlight,
  shared: ExecuteDeps<D>,
  state: () => State,
): void {
  for (const topic of topics) {
    const options = topic.allVariables ? {} : { variables: Object.keys(topic.input.shape) };
    client.subscribe(topic.topic, options, (args) =>
      inFlight
        .run({ id: args.task.id ?? "", topic: topic.topic }, (lead) => {
          // A poll answered while the drain began: such a task is given back unseen.
          if (state() !== "RUNNING") lead.control.abort(new Interrupted("shutdown"));
          return execute(topic, args, lead, shared);
        })
        .catch((error: unknown) => {
          const name = error instanceof Error ? error.name : typeof error;
          shared.logger.error({ topic: topic.topic, name }, "a task could not be handled at all");
        }),
    );
  }
}
