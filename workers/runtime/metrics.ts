/** What the runtime counts, for Prometheus. */
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Breakers } from "./demand.js";

/** `outcome` of a task: its kind, or what its delivery came to where that went wrong. */
export interface Metrics {
  ended(topic: string, outcome: string, seconds: number): void;
  inFlight(size: number): void;
  /** One handler more, or one less, that goes on although it was called off. */
  leftRunning(topic: string, change: 1 | -1): void;
  lockExtended(topic: string): void;
  retried(topic: string): void;
  /** A report that the engine has to be told again. */
  repeated(topic: string): void;
  polled(outcome: "success" | "error"): void;
}

/** Registers the runtime's metrics; `pollAgeSeconds` and the breakers are asked whenever they are read. */
export function createMetrics(registry: Registry, pollAgeSeconds: () => number, breakers: Breakers = {}): Metrics {
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `workers_${name}_total`, help, labelNames, registers });
  const tasks = counter("tasks", "Attempts at tasks, by topic and outcome", "topic", "outcome");
  const extensions = counter("lock_extensions", "Locks kept alive by the heartbeat", "topic");
  const retries = counter("retries", "Attempts that ended in another attempt later", "topic");
  const repeats = counter("reports_repeated", "Times the engine had to be told an outcome again", "topic");
  const polls = counter("polls", "Polls of the engine", "outcome");
  const seconds = new Histogram({
    name: "workers_task_duration_seconds",
    help: "Time from a task's start to the engine's answer",
    labelNames: ["topic"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const inFlight = new Gauge({ name: "workers_tasks_in_flight", help: "Attempts under way", registers });
  const leftRunning = new Gauge({
    name: "workers_handlers_left_running",
    help: "Handlers that go on although their attempt was called off",
    labelNames: ["topic"],
    registers,
  });
  new Gauge({
    name: "workers_poll_age_seconds",
    help: "Time since the engine last answered a poll, or there last was nothing to ask it for",
    registers,
    collect() {
      this.set(pollAgeSeconds());
    },
  });
  new Gauge({
    name: "workers_breaker_state",
    help: "1 for the state each adapter's circuit breaker is in, 0 for the others",
    labelNames: ["adapter", "state"],
    registers,
    collect() {
      for (const [adapter, breaker] of Object.entries(breakers))
        for (const state of ["closed", "open", "half-open"])
          this.set({ adapter, state }, breaker.state() === state ? 1 : 0);
    },
  });
  return {
    ended: (topic, outcome, duration) => {
      tasks.inc({ topic, outcome });
      seconds.observe({ topic }, duration);
    },
    inFlight: (size) => inFlight.set(size),
    leftRunning: (topic, change) => leftRunning.inc({ topic }, change),
    lockExtended: (topic) => extensions.inc({ topic }),
    retried: (topic) => retries.inc({ topic }),
    repeated: (topic) => repeats.inc({ topic }),
    polled: (outcome) => polls.inc({ outcome }),
  };
}
