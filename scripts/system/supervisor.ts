import { setTimeout as delay } from "node:timers/promises";
import { messageOf } from "./error.js";
import type { Death, Service } from "./service.js";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A service that lived this long counts as healthy again. */
const HEALTHY_MS = 60_000;
const MOST_DEATHS = 6;

/** What to do when a service dies: `restart` it with growing pauses, or give up the whole system. */
export type OnDeath = "restart" | "give-up";

interface Supervisor {
  /** To be called on each unexpected death of the service. */
  died(service: Service, death: Death, policy: OnDeath): void;
  /** No restart begins after this, and one under way is awaited. */
  stop(): Promise<void>;
}

/** Restarts what died; when that does not help, or the policy says so, calls `giveUp` with the reason. */
export function createSupervisor(options: {
  readonly report: (line: string) => void;
  readonly giveUp: (reason: string) => void;
  /** Resolves after so many ms; rejects when the signal aborts. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}): Supervisor {
  const pause = options.pause ?? ((ms, signal) => delay(ms, undefined, { signal }));
  const stopping = new AbortController();
  const deaths = new Map<string, number[]>();
  const pending = new Set<Promise<void>>();

  const restart = async (service: Service, pauseMs: number) => {
    try {
      await pause(pauseMs, stopping.signal);
      await service.start(stopping.signal);
      options.report(`${service.name} runs again`);
    } catch (error) {
      if (stopping.signal.aborted) return;
      await service.stop();
      died(service, { how: `could not be started again (${messageOf(error)})`, lastLines: [] }, "restart");
    }
  };

  const died = (service: Service, death: Death, policy: OnDeath) => {
    if (stopping.signal.aborted) return;
    const now = performance.now();
    const recent = [...(deaths.get(service.name) ?? []).filter((t) => now - t < HEALTHY_MS), now];
    deaths.set(service.name, recent);
    const told = [`${service.name} ${death.how} unexpectedly`, ...death.lastLines.map((line) => `    ${line}`)].join(
      "\n",
    );
    if (policy === "give-up" || recent.length > MOST_DEATHS) return options.giveUp(told);
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (recent.length - 1), LONGEST_PAUSE_MS);
    options.report(`${told}\n    it is started again in ${pauseMs / 1000} s`);
    const work = restart(service, pauseMs).finally(() => pending.delete(work));
    pending.add(work);
  };

  return {
    died,
    async stop() {
      stopping.abort();
      await Promise.all(pending);
    },
  };
}
