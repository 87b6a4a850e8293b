/** The soak itself: requests and faults by schedule, then everything is healed, finished and judged. */
import { setTimeout as delay } from "node:timers/promises";
import { createDesk } from "./desk.js";
import { createHelper } from "./helper.js";
import { insist } from "./insist.js";
import { judge, type Verdict } from "./invariants.js";
import { createPeople, type People } from "./people.js";
import { type ServiceProxy, startProxy } from "./proxy.js";
import { type Fate, handIn, makeAccounts, newLetterNumber, type SoakRequest } from "./request.js";
import { BEHIND_PROXY, type Event, eventText, type Schedule, WORKERS } from "./schedule.js";
import { healSimulators, injectFault } from "./simulator.js";
import type { Control, Running } from "./system.js";

interface Soaked extends Verdict {
  readonly requests: readonly SoakRequest[];
  /** How often somebody had to do something again. */
  readonly troubles: number;
}

const HELP_EVERY_MS = 500;
/** Shorter than in production, so that a hanging bridge is met more than once in a short run. */
const ADAPTER_TIMEOUT_MS = "3000";

const workerName = (number: number) => `soak-${number}`;

/** Soaks a running system that has no workers yet, or others of its own; `say` hears what happens. */
export async function soak(
  at: Running,
  control: Control,
  schedule: Schedule,
  say: (line: string) => void,
): Promise<Soaked> {
  const proxy = await startProxy(at.addresses.engine);
  for (let n = 1; n <= WORKERS; n++)
    await control.addWorker(workerName(n), {
      env: { ADAPTER_TIMEOUT_MS, ...(n === BEHIND_PROXY ? { ENGINE_URL: proxy.url } : {}) },
    });
  const deathsBefore = (await control.deaths()).length;
  const people = createPeople(at);
  let troubles = 0;
  const desk = createDesk(at, people, () => {
    troubles++;
  });
  const requests: SoakRequest[] = [];
  const over = new AbortController();
  const helper = createHelper(at);
  const helping = (async () => {
    while (!over.signal.aborted) {
      const instances = requests.map(({ instans }) => instans);
      await helper.help(instances, true).catch(() => undefined);
      await delay(HELP_EVERY_MS);
    }
  })();
  try {
    const began = performance.now();
    const wait = (atMs: number) => delay(Math.max(0, atMs - (performance.now() - began)));
    const work = schedule.requests.map(async ({ atMs, accounts, fate }) => {
      await wait(atMs);
      const request = await submit(at, people, accounts, fate);
      requests.push(request);
      // The time limit of the desk begins when the system is whole again.
      await desk.finish(request).catch(() => undefined);
    });
    await Promise.all(
      schedule.events.map((event) => wait(event.atMs).then(() => happen(event, at, control, proxy, say))),
    );
    await wait(schedule.durationMs);
    say("healing everything; every request must come to its end now");
    await healSimulators(at);
    await Promise.all(work);
    await Promise.all(requests.map((request) => desk.finish(request)));
  } finally {
    over.abort();
    await helping;
    await proxy.close();
  }
  const verdict = await judge(at, requests);
  const deaths = (await control.deaths()).slice(deathsBefore);
  const violations = [...verdict.violations, ...helper.violations(), ...deaths];
  return { ...verdict, violations, requests, troubles };
}

/** Somebody hands in a letter and does not give up. */
async function submit(at: Running, people: People, accounts: number, fate: Fate): Promise<SoakRequest> {
  const akun = await insist(() => makeAccounts(at, accounts));
  const letter = newLetterNumber();
  const request = await insist(() => handIn(at, people, { clerk: "dewi", letter, akun }));
  return Object.assign(request, { fate });
}

async function happen(
  event: Event,
  at: Running,
  control: Control,
  proxy: ServiceProxy,
  say: (line: string) => void,
): Promise<void> {
  say(eventText(event));
  switch (event.kind) {
    case "simulator":
      return injectFault(at, event.simulator, event.fault);
    case "kill-engine":
      return restart(control, "engine", "SIGKILL");
    case "kill-postgres":
      return restart(control, "postgres", "SIGKILL");
    case "restart-postgres":
      return restart(control, "postgres", "SIGINT");
    case "cut-network":
      proxy.cut();
      await delay(event.forMs);
      return proxy.mend();
    case "kill-worker":
      return killWorker(control, workerName(event.worker), event.forMs);
    case "freeze-worker":
      return freezeWorker(control, workerName(event.worker), event.forMs);
  }
}

async function restart(control: Control, part: "engine" | "postgres", signal: "SIGKILL" | "SIGINT"): Promise<void> {
  await control.kill(part, signal);
  await insist(() => control.start(part));
}

const runs = async (control: Control, name: string) => (await control.workers()).includes(name);

/** A worker that another event has killed already is left alone. */
async function killWorker(control: Control, name: string, forMs: number): Promise<void> {
  if (!(await runs(control, name))) return;
  await control.kill(name);
  await delay(forMs);
  // Not awaited by readiness alone: with the engine away it would not become ready.
  await insist(() => control.start(name));
}

async function freezeWorker(control: Control, name: string, forMs: number): Promise<void> {
  if (!(await runs(control, name))) return;
  await control.freeze(name, true);
  await delay(forMs);
  if (await runs(control, name)) await control.freeze(name, false);
}
