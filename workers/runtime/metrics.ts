/** What the runtime counts, for Prometheus. */
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** `outcome` of a task: its kind, or what its delivery came to where that went wrong. */
export interface Metrics {
  ended(topic: string, outcome: string, seconds: number): void;
  inFlight(size: number): void;
  lockExtended(topic: string): void;
  polled(outcome: "success" | "error"): void;
}

/** Registers the runtime's metrics; `pollAgeSeconds` is asked whenever they are read. */
export function createMetrics(registry: Registry, pollAgeSeconds: () => number): Metrics {
  const registers = [registry];
  const tasks = new Counter({
    name: "workers_tasks_total",
    help: "Attempts at tasks, by topic and outcome",
    labelNames: ["topic", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "workers_task_duration_seconds",
    help: "Time from a task's start to the engine's answer",
    labelNames: ["topic"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const inFlight = new Gauge({ name: "workers_tasks_in_flight", help: "Attempts under way", registers });
  const extensions = new Counter({
    name: "workers_lock_extensions_total",
    help: "Locks kept alive by the heartbeat",
    labelNames: ["topic"],
    registers,
  });
  const polls = new Counter({
    name: "workers_polls_total",
    help: "Polls of the engine",
    labelNames: ["outcome"],
    registers,
  });
  new Gauge({
    name: "workers_poll_age_seconds",
    help: "Time since the engine last answered a poll",
    registers,
    collect() {
      this.set(pollAgeSeconds());
    },
  });
  return {
    ended: (topic, outcome, duration) => {
      tasks.inc({ topic, outcome });
      seconds.observe({ topic }, duration);
    },
    inFlight: (size) => inFlight.set(size),
    lockExtended: (topic) => extensions.inc({ topic }),
    polled: (outcome) => polls.inc({ outcome }),
  };
}
