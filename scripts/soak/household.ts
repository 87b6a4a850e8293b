/** The processes of one soaked system: no policy of its own, whoever kills a part starts it again. */

import { startGuard } from "../system/guard.js";
import { createService, type Death, type Service, type ServiceSpec } from "../system/service.js";
import { tunggu } from "../tunggu.js";

const GONE_WITHIN_MS = 30_000;

interface Household {
  /** Starts a part under a name; a part of that name that is gone is replaced. Resolves when it is ready. */
  launch(name: string, spec: ServiceSpec): Promise<void>;
  /** Starts a part that is gone; resolves when it is ready, at once where it runs. */
  start(name: string): Promise<void>;
  /** Resolves when the process is gone. */
  kill(name: string, signal: NodeJS.Signals): Promise<void>;
  signal(name: string, signal: NodeJS.Signals): void;
  isRunning(name: string): boolean;
  /** Parts that ended although nobody killed them, in words; an empty list is what everybody hopes for. */
  deaths(): string[];
  /** Ends all, the last started first. */
  stop(): Promise<void>;
}

/** An empty household; its processes end with this one, however that ends. */
export function createHousehold(): Household {
  const guard = startGuard();
  const services = new Map<string, Service>();
  const starting = new Map<string, Promise<void>>();
  const killed = new WeakSet<Service>();
  const deaths: string[] = [];
  const newestFirst = () => [...services.values()].reverse();
  const onChange = () =>
    guard.watch(
      newestFirst().flatMap(({ name, ending, process }) =>
        process ? [{ name, ...process, signal: ending.signal, graceMs: ending.graceMs }] : [],
      ),
    );

  const known = (name: string): Service => {
    const service = services.get(name);
    if (service === undefined) throw new Error(`there is no part ${name}`);
    return service;
  };
  const signal = (name: string, which: NodeJS.Signals) => {
    const running = known(name).process;
    if (running === undefined) throw new Error(`${name} does not run`);
    process.kill(running.pid, which);
  };

  return {
    async launch(name, spec) {
      if (services.get(name)?.process) throw new Error(`${name} runs already`);
      services.delete(name);
      const onDeath = ({ how, lastLines }: Death) => {
        if (!killed.delete(service)) deaths.push(`${name} ${how} by itself: ${lastLines.join(" | ")}`);
      };
      const service: Service = createService({ ...spec, name }, { onChange, onDeath });
      services.set(name, service);
      await service.start();
    },
    start(name) {
      if (known(name).process && !starting.has(name)) return Promise.resolve();
      // Two who start the same part at once share one start: it must not run twice.
      const start = starting.get(name) ?? known(name).start();
      starting.set(name, start);
      return start.finally(() => starting.delete(name));
    },
    async kill(name, which) {
      killed.add(known(name));
      signal(name, which);
      const gone = async () => known(name).process === undefined || undefined;
      await tunggu(`the end of ${name}`, gone, { batasMs: GONE_WITHIN_MS, jedaMs: 10 });
    },
    signal,
    isRunning: (name) => services.get(name)?.process !== undefined,
    deaths: () => [...deaths],
    async stop() {
      for (const service of newestFirst()) {
        // A frozen process would not hear that it is to end.
        if (service.process) signal(service.name, "SIGCONT");
        await service.stop();
      }
      guard.dismiss();
    },
  };
}
