/// <reference path="./camunda-client.d.ts" />
/** The client's poll loop, with what it lacks: pauses after failed polls, none after work, and an end at once. */
import type { Client } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { fullJitter, type Random } from "./backoff.js";
import type { Connection } from "./connection.js";
import { engineRefusal } from "./engine-answer.js";
import type { Metrics } from "./metrics.js";
import type { CompiledOptions } from "./options.js";

interface PollerDeps {
  readonly client: Client;
  readonly connection: Connection;
  readonly options: CompiledOptions;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly random: Random;
}

/**
 * `answering`: the engine has answered, and the last poll did not fail. `ageSeconds`: since the engine last answered, or
 * since the start; `noRoom` says that there was nothing to ask it for, which is no silence of the engine.
 */
export interface Poller {
  start(): void;
  stop(): Promise<void>;
  answering(): boolean;
  ageSeconds(): number;
  noRoom(): void;
}

/** Takes over a client that was made with `autoPoll: false`. */
export function createPoller({ client, connection, options, logger, metrics, now, random }: PollerDeps): Poller {
  const limits = { baseMs: options.pollBackoffMs, maxMs: options.maxPollBackoffMs };
  let answeredAt = now();
  let answered = false;
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;
  let ended = false;

  // Neither listener may throw: the client takes that for a failed poll, or its poller dies.
  client.on("poll:success", () => {
    if (failures > 0) logger.info("the engine answers again");
    failures = 0;
    answered = true;
    answeredAt = now();
    metrics.polled("success");
  });
  client.on("poll:error", (error: unknown) => {
    if (ended) return;
    if (failures === 0) logger.warn({ reason: engineRefusal(error).reason }, "the engine does not answer; trying on");
    metrics.polled("error");
    pause(limits.baseMs + fullJitter(failures++, limits, random));
  });

  // The client would ask again at once. Stopped now and started later it pauses. Its own timer (1 ms) must find it
  // stopped, or there would be two pollers: so the pause is never below 10 ms.
  function pause(ms: number): void {
    client.stop();
    restart = setTimeout(() => client.start(), ms);
  }

  const answering = () => answered && failures === 0;
  return {
    start: () => client.start(),
    stop() {
      ended = true;
      clearTimeout(restart);
      client.stop();
      return connection.endPoll();
    },
    answering,
    ageSeconds: () => (now() - answeredAt) / 1000,
    noRoom() {
      if (answering()) answeredAt = now();
    },
  };
}
