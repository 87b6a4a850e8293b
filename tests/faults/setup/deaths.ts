/** For each topic a request whose work the worker is in the middle of; and the traps that hold it there. */
import pg from "pg";
import { passLimit } from "../../../scripts/soak/limit.js";
import type { ServiceProxy } from "../../../scripts/soak/proxy.js";
import type { Fate, SoakRequest } from "../../../scripts/soak/request.js";
import { type Fault, injectFault, type Simulator } from "../../../scripts/soak/simulator.js";
import { tunggu } from "../../../scripts/tunggu.js";
import type { NamaFormulir } from "../../../src/proses/tugas.js";
import type { TopicName } from "../../../workers/registry.js";
import { topics } from "../../../workers/registry.js";
import { at, desk, newRequest, untilBlocked, untilHit } from "./system.js";

export type PerTopic<T> = Readonly<Record<TopicName, T>>;

/** A table of ours in which a topic's work becomes visible. */
type Table = "draf_surat" | "arsip";
/** The one call of a request by which a topic's work becomes visible outside; `mark` tells its hits from others. */
interface Call {
  readonly simulator: Simulator;
  readonly mark: string;
  readonly fault: Partial<Fault>;
}

interface Plan {
  readonly fate?: Partial<Fate>;
  /** The user task that comes before the topic's work. */
  readonly before: NamaFormulir;
  /** What begins the work; doing that task where nothing else is said. */
  readonly begin?: (request: SoakRequest) => Promise<void>;
  readonly effect: Table | ((request: SoakRequest) => Call);
}

const message =
  (purpose: string) =>
  ({ instans }: SoakRequest): Call => {
    const mark = `${instans}.${purpose}.`;
    return { simulator: "epesan", mark, fault: { kunci: mark } };
  };

function resetCall({ akun: [account] }: SoakRequest): Call {
  if (account === undefined) throw new Error("a request without accounts");
  const mark = account.userId;
  return { simulator: "spse", mark, fault: { untuk: mark, jalur: "/akun/{userId}/kata-sandi" } };
}

const PLANS: PerTopic<Plan> = {
  "spse-reset-password": { before: "verifikasi-permohonan", effect: resetCall },
  "epesan-kirim-kredensial": { before: "verifikasi-permohonan", effect: message("kredensial") },
  "surat-susun-draf": { before: "verifikasi-permohonan", effect: "draf_surat" },
  "arsip-simpan": { before: "tanda-tangan-surat", effect: "arsip" },
  "surat-kirim": { before: "tanda-tangan-surat", effect: message("surat") },
  "penolakan-kirim": { fate: { refused: true }, before: "disposisi-permohonan", effect: message("penolakan") },
  "pengembalian-kirim": { fate: { returned: 1 }, before: "disposisi-permohonan", effect: message("pengembalian") },
  "sla-eskalasi": {
    fate: { late: 2 },
    before: "disposisi-permohonan",
    begin: (request) => passLimit(at, request, 2),
    effect: message("eskalasi"),
  },
};

/** Every topic that the workers know. */
export const TOPICS: readonly TopicName[] = topics.map(({ topic }) => topic as TopicName);

/** One value per topic, made for all of them at once. */
export async function forEachTopic<T>(make: (topic: TopicName) => Promise<T>): Promise<PerTopic<T>> {
  const entries = await Promise.all(TOPICS.map(async (topic) => [topic, await make(topic)] as const));
  return Object.fromEntries(entries) as Record<TopicName, T>;
}

/** Sets a trap for the work of a topic in a request; answers how to wait until the work is in it. */
export type Trap = (topic: TopicName, request: SoakRequest) => Promise<() => Promise<unknown>>;

/** What holds the work that shows at SPSE or e-Pesan, and the work that shows in a table of ours. */
export interface Traps {
  readonly outside: Trap;
  readonly inside: Trap;
}

/** The call that brings about the effect suffers this fault. */
export const spoiled =
  (fault: Fault): Trap =>
  async (topic, request) => {
    const { effect } = PLANS[topic];
    if (typeof effect === "string") throw new Error(`${topic} calls nobody`);
    const call = effect(request);
    await injectFault(at, call.simulator, { ...fault, ...call.fault, kali: 1 });
    return () => untilHit(call.simulator, call.mark);
  };

/** The engine is not told that the task is done. */
export const untold =
  (proxy: ServiceProxy): Trap =>
  async (topicName, { instans: processInstanceId }) => {
    const lost = proxy.lose({ path: /\/complete$/, lose: "request", task: { topicName, processInstanceId } });
    return () => lost;
  };

const tableOf = (topic: TopicName): Table => {
  const { effect } = PLANS[topic];
  if (typeof effect !== "string") throw new Error(`${topic} writes into no table of ours`);
  return effect;
};

/** A client that keeps others of the product's database waiting. */
export interface Blocker {
  /** Nobody gets at the table: nothing has happened yet. */
  readonly locked: Trap;
  /** The row is written and its commit asked for, which the database finishes whether anybody still waits for it or not. */
  readonly committing: Trap;
  /** Lets everybody go on. */
  release(): Promise<void>;
  close(): Promise<void>;
}

const HOLD_COMMIT = `create or replace function uji_tahan() returns trigger language plpgsql as
  $$ begin perform pg_advisory_xact_lock_shared(4711, hashtext(new.instans)); return null; end $$`;
const AT_COMMIT = "select 1 from pg_locks where locktype = 'advisory' and classid = 4711 and not granted";

/** Connects; nothing is blocked yet. */
export async function openBlocker(): Promise<Blocker> {
  const client = new pg.Client({ connectionString: at.addresses.database });
  await client.connect();
  await client.query(HOLD_COMMIT);
  const triggers = new Set<Table>();
  let open = false;
  return {
    async locked(topic) {
      if (!open) await client.query("begin");
      open = true;
      await client.query(`lock table ${tableOf(topic)} in access exclusive mode`);
      return () => untilBlocked(tableOf(topic));
    },
    async committing(topic, { instans }) {
      const table = tableOf(topic);
      triggers.add(table);
      await client.query("select pg_advisory_lock(4711, hashtext($1))", [instans]);
      await client.query(`create constraint trigger uji_tahan after insert on ${table} deferrable initially deferred
        for each row execute function uji_tahan()`);
      const held = triggers.size;
      return () =>
        tunggu(`a commit to ${table}`, async () => (await client.query(AT_COMMIT)).rows.length >= held || undefined);
    },
    async release() {
      if (open) await client.query("rollback");
      open = false;
      await client.query("select pg_advisory_unlock_all()");
      for (const table of triggers) await client.query(`drop trigger uji_tahan on ${table}`);
      triggers.clear();
    },
    async close() {
      await client.query("drop function uji_tahan");
      await client.end();
    },
  };
}

/** A request for each topic, all of them with the work of their topic in its trap. */
export async function trapAll({ outside, inside }: Traps): Promise<PerTopic<SoakRequest>> {
  const requests = await forEachTopic((topic) => newRequest(1, PLANS[topic].fate));
  const isInside = (topic: TopicName) => typeof PLANS[topic].effect === "string";
  await Promise.all(TOPICS.map((topic) => desk.until(requests[topic], PLANS[topic].before)));
  await Promise.all(TOPICS.filter((t) => !isInside(t)).map((topic) => spring(topic, requests[topic], outside)));
  // What holds a table holds whoever else needs it, so these come last.
  for (const topic of TOPICS.filter(isInside)) await spring(topic, requests[topic], inside);
  return requests;
}

async function spring(topic: TopicName, request: SoakRequest, trap: Trap): Promise<void> {
  const { before, begin = (one: SoakRequest) => desk.doTask(one, before) } = PLANS[topic];
  const sprung = await trap(topic, request);
  await begin(request);
  await sprung();
}
