/** The one system that all fault tests share, and what they do to it. */
import { readFileSync } from "node:fs";
import { createDesk, type Desk } from "../../../scripts/soak/desk.js";
import { type ExternalTask, externalTasks } from "../../../scripts/soak/engine.js";
import { withDatabase } from "../../../scripts/soak/facts.js";
import { createHelper } from "../../../scripts/soak/helper.js";
import { insist } from "../../../scripts/soak/insist.js";
import { judge } from "../../../scripts/soak/invariants.js";
import { createPeople } from "../../../scripts/soak/people.js";
import {
  type Fate,
  GRANTED,
  handIn,
  makeAccounts,
  newLetterNumber,
  type SoakRequest,
} from "../../../scripts/soak/request.js";
import { faultHits, healSimulators, type Simulator } from "../../../scripts/soak/simulator.js";
import type { Control, Running } from "../../../scripts/soak/system.js";
import { tunggu } from "../../../scripts/tunggu.js";

export const at: Running & { readonly control: string } = read();

function read() {
  const file = process.env.SISTEM_GANGGUAN;
  if (file === undefined) throw new Error("no system runs: start by `npm test -- --selectProjects faults`");
  return JSON.parse(readFileSync(file, "utf8"));
}

async function call<T>(operation: keyof Control, args: unknown[]): Promise<T> {
  const response = await fetch(at.control, { method: "POST", body: JSON.stringify([operation, args]) });
  if (!response.ok) throw new Error(`${operation} ${JSON.stringify(args)}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Kills and starts the parts of the system; they belong to the process that started the tests. */
export const control: Control = {
  kill: (...args) => call("kill", args),
  freeze: (...args) => call("freeze", args),
  askToStop: (...args) => call("askToStop", args),
  start: (...args) => call("start", args),
  addWorker: (...args) => call("addWorker", args),
  workers: () => call("workers", []),
  deaths: () => call("deaths", []),
};

const people = createPeople(at);
/** What failed on the way and was done again; shown by nobody unless a test hangs. */
export const desk: Desk = createDesk(at, people);

/** A new request with so many accounts, standing in step 1; granted at once and in time unless `fate` says otherwise. */
export async function newRequest(accounts: number, fate: Partial<Fate> = {}): Promise<SoakRequest> {
  const akun = await makeAccounts(at, accounts);
  const letter = newLetterNumber();
  // The engine may have forgotten all sessions in the test before.
  const request = await insist(() => handIn(at, people, { clerk: "dewi", letter, akun }));
  return Object.assign(request, { fate: { ...GRANTED, ...fate } });
}

export interface FinishOptions {
  /** An administrator lets broken tasks be tried again. */
  readonly repair?: boolean;
}

/** Ends pauses between attempts and carries all requests to their end; throws where a worker locked a task for too long. */
export async function finishAll(
  requests: readonly SoakRequest[],
  { repair = false }: FinishOptions = {},
): Promise<void> {
  const instances = requests.map(({ instans }) => instans);
  const helper = createHelper(at);
  let over = false;
  const helping = (async () => {
    while (!over) {
      await helper.help(instances, repair).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  await Promise.all(requests.map((request) => desk.finish(request))).finally(() => {
    over = true;
  });
  await helping;
  if (helper.violations().length > 0) throw new Error(helper.violations().join("\n"));
}

/** The violations of all invariants by these requests; what a test expects to be empty. */
export const violations = async (requests: readonly SoakRequest[]): Promise<readonly string[]> =>
  (await judge(at, requests)).violations;

/** Waits until a fault for this User ID, address or beginning of a key has hit so many requests. */
export const untilHit = (which: Simulator, mark: string, times = 1): Promise<number> =>
  tunggu(`a fault of ${which} hitting ${mark}`, async () => {
    const hits = await faultHits(at, which, mark);
    return hits >= times ? hits : undefined;
  });

/** The open external task of a topic of this request, as soon as `fits` says so. */
export const taskOf = (
  { instans }: SoakRequest,
  topic: string,
  fits = (_: ExternalTask) => true,
): Promise<ExternalTask> =>
  tunggu(`a task of ${topic}`, async () =>
    (await externalTasks(at, [instans])).find((t) => t.topicName === topic && fits(t)),
  );

/** Waits until a statement of a worker that holds these words waits for a lock that somebody else holds. */
export const untilBlocked = (words: string): Promise<true> =>
  tunggu(`a worker waiting in: ${words}`, async () => {
    // On a connection of its own: within a transaction this view never changes.
    const { rows } = await withDatabase(at.addresses.database, (client) =>
      client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%' || $1 || '%'", [
        words,
      ]),
    );
    return rows.length > 0 || undefined;
  });

/** Exactly these workers run, with their own options; others are ended. Simulators are healed. */
export async function onlyWorkers(
  wanted: Readonly<Record<string, Parameters<Control["addWorker"]>[1]>>,
): Promise<void> {
  await healSimulators(at);
  await Promise.all((await control.workers()).map((name) => control.kill(name, "SIGTERM")));
  await Promise.all(Object.entries(wanted).map(([name, options]) => control.addWorker(name, options ?? {})));
}
