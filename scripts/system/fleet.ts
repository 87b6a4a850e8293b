/** All services of one system: on record, guarded, supervised, and ended in the reverse order of their start. */
import { startGuard } from "./guard.js";
import { createService, type Service, type ServiceSpec } from "./service.js";
import { takeDataDir } from "./state-file.js";
import { createSupervisor, type OnDeath } from "./supervisor.js";

interface FleetOptions {
  readonly dataDir: string;
  /** News for the person at the terminal: a leftover stopped, a death, a restart. */
  readonly report: (line: string) => void;
  /** Called once when a service cannot be kept alive; everything is being stopped then. */
  readonly onFailure: (reason: string) => void;
}

/** Holds the data folder until it has stopped. */
export interface Fleet {
  /** Adds a service and starts it; resolves when it is ready. */
  launch(spec: ServiceSpec, onDeath: OnDeath, signal?: AbortSignal): Promise<Service>;
  /** Stops one service for good; another may be launched in its place. */
  retire(service: Service): Promise<void>;
  /** Stops all, the last started first; resolves when no process is left. Safe to call twice. */
  stop(): Promise<void>;
}

/** Takes the data folder for this process; throws a SystemError when another system runs on it. */
export async function createFleet({ dataDir, report, onFailure }: FleetOptions): Promise<Fleet> {
  const state = await takeDataDir(dataDir, (name) => report(`stopping ${name}, left over from an earlier start`));
  const guard = startGuard();
  const services: Service[] = [];
  let stopped: Promise<void> | undefined;

  const newestFirst = () => [...services].reverse();
  const onChange = () => {
    const running = newestFirst().flatMap(({ name, ending, process }) =>
      process ? [{ name, ...process, signal: ending.signal, graceMs: ending.graceMs }] : [],
    );
    state.record(running);
    guard.watch(running);
  };
  const stopAll = async () => {
    await supervisor.stop();
    for (const service of newestFirst()) await service.stop();
    guard.dismiss();
    state.release();
  };
  const stop = () => {
    stopped ??= stopAll();
    return stopped;
  };
  const giveUp = (reason: string) => void stop().then(() => onFailure(reason));
  const supervisor = createSupervisor({ report, giveUp });

  return {
    stop,
    async retire(service) {
      await service.stop();
      const place = services.indexOf(service);
      if (place >= 0) services.splice(place, 1);
    },
    async launch(spec, policy, signal) {
      const service: Service = createService(spec, {
        onChange,
        onDeath: (death) => supervisor.died(service, death, policy),
      });
      services.push(service);
      await service.start(signal);
      return service;
    },
  };
}
