/** What became of a request, read from all who know: engine, SPSE, e-Pesan, archive and the product's tables. */
import pg from "pg";
import { z } from "zod";
import { Hasil } from "../../src/proses/variabel.js";
import { externalTasks, openEngine } from "./engine.js";
import type { Fate, SoakRequest, TestAccount } from "./request.js";
import { type Message, spseAccepts } from "./simulator.js";
import type { Running } from "./system.js";

/** A password that somebody was given, and whether SPSE accepts it. */
export interface Delivered {
  readonly kataSandi: string;
  readonly accepted: boolean;
}

/** `messages` are the passwords that e-Pesan has for its owner, `byHand` the one that a person handed over. */
export interface AccountFacts {
  readonly userId: string;
  readonly hasil: Hasil | undefined;
  readonly messages: readonly Delivered[];
  readonly byHand: Delivered | undefined;
  /** How often SPSE was made to take a new password for the account. */
  readonly resets: number;
}

/** What the invariants of one request are judged by; holds the passwords of its test accounts. */
export interface RequestFacts {
  readonly nomor: string;
  readonly state: string;
  readonly ends: readonly string[];
  /** How often each service task was completed. */
  readonly runs: ReadonlyMap<string, number>;
  readonly openTasks: number;
  readonly incidents: readonly string[];
  /** The messages of all incidents there ever were, those that somebody repaired included. */
  readonly raised: readonly string[];
  readonly accounts: readonly AccountFacts[];
  /** The number in the engine's variable, and those given out for this request. */
  readonly letterNumber: string | undefined;
  readonly serials: number;
  readonly drafts: number;
  readonly signedSha256: string;
  readonly archive: z.infer<typeof Archive>;
  /** Messages at e-Pesan that carry the signed letter. */
  readonly letters: number;
  readonly letterByHand: boolean;
  readonly refusalByHand: boolean;
  readonly fate: Fate;
  /** Messages at e-Pesan that tell the Satker of the refusal, or of a return, each as the hash (hex) of its letter. */
  readonly refusals: readonly string[];
  readonly returns: readonly string[];
  /** Returns of which e-Pesan could not tell the Satker; it finds them in its task. */
  readonly returnsUntold: number;
  /** To whom e-Pesan brought word of which step's time limit, once for each message. */
  readonly reminded: readonly { readonly to: string; readonly step: number }[];
  readonly livingNonces: number;
  /** Keys of messages at e-Pesan that our own log does not know as delivered. */
  readonly unlogged: readonly string[];
}

const Instance = z.object({ state: z.string() });
const Activities = z.array(
  z.object({ activityId: z.string(), activityType: z.string(), canceled: z.boolean(), endTime: z.string().nullable() }),
);
const Variables = z.array(z.object({ name: z.string(), value: z.unknown() }));
const Incidents = z.array(z.object({ incidentMessage: z.string().nullable() }));

/** A client on one of the system's databases for a few queries. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What e-Pesan and SPSE hold of all requests together. */
export interface OtherSide {
  readonly messages: readonly Message[];
  readonly resets: ReadonlyMap<string, number>;
}

/** Everything that is known of a request; `signedSha256` is the letter it was signed with. */
export async function readFacts(
  at: Running,
  request: SoakRequest,
  otherSide: OtherSide,
  signedSha256: string,
): Promise<RequestFacts> {
  const { nomor, instans, letterByHand, refusalByHand, fate } = request;
  const engine = openEngine(at);
  const byInstance = { processInstanceId: instans };
  const query = { ...byInstance, deserializeValues: false };
  const { state } = await engine.call("GET", `/history/process-instance/${instans}`, { schema: Instance });
  const activities = await engine.call("GET", "/history/activity-instance", { query: byInstance, schema: Activities });
  const values = await engine.call("GET", "/history/variable-instance", { query, schema: Variables });
  const incidents = await engine.call("GET", "/incident", { query: byInstance, schema: Incidents });
  const raised = await engine.call("GET", "/history/incident", { query: byInstance, schema: Incidents });
  const variable = new Map(values.map((v) => [v.name, v.value]));
  const { messages } = otherSide;
  const sent = (purpose: string) => messages.filter((m) => m.kunci.startsWith(`${instans}.${purpose}.`));
  const letterOf = ({ lampiran }: Message) => lampiran.map((l) => l.sha256).join();
  return {
    nomor,
    state,
    ends: activities.map((a) => a.activityId).filter((id) => id.startsWith("akhir-")),
    runs: countRuns(activities),
    openTasks: (await externalTasks(at, [instans])).length,
    incidents: incidents.map(messageOf),
    raised: raised.map(messageOf),
    accounts: await Promise.all(request.akun.map((a) => accountFacts(at, request, a, otherSide, variable))),
    letterNumber: z.string().optional().parse(variable.get("nomorSurat")),
    signedSha256,
    letters: messages.filter((m) => m.lampiran.some((l) => l.sha256 === signedSha256)).length,
    letterByHand,
    refusalByHand,
    fate,
    refusals: sent("penolakan").map(letterOf),
    returns: sent("pengembalian").map(letterOf),
    returnsUntold: activities.filter((a) => a.activityId === "pengembalian-tidak-terkirim").length,
    reminded: sent("eskalasi").map((m) => ({ to: m.kepada, step: stepIn(m.perihal) })),
    ...(await ownTables(at, instans, messages)),
  };
}

const messageOf = ({ incidentMessage }: z.infer<typeof Incidents>[number]): string =>
  incidentMessage ?? "without a message";

const stepIn = (subject: string): number => Number(/langkah (\d+)$/.exec(subject)?.[1]);

function countRuns(activities: z.infer<typeof Activities>): Map<string, number> {
  const runs = new Map<string, number>();
  for (const a of activities)
    if (a.activityType === "serviceTask" && a.endTime !== null && !a.canceled)
      runs.set(a.activityId, (runs.get(a.activityId) ?? 0) + 1);
  return runs;
}

async function accountFacts(
  at: Running,
  request: SoakRequest,
  { id, userId, epesan }: TestAccount,
  { messages, resets }: OtherSide,
  variable: ReadonlyMap<string, unknown>,
): Promise<AccountFacts> {
  const delivered = async (kataSandi: string): Promise<Delivered> => ({
    kataSandi,
    accepted: await spseAccepts(at, userId, kataSandi),
  });
  const hasil = variable.get(`hasil_${id}`);
  const handed = request.handedOver.get(id);
  const own = messages.filter((m) => m.kepada === epesan.toLowerCase());
  return {
    userId,
    hasil: hasil === undefined ? undefined : Hasil.parse(typeof hasil === "string" ? JSON.parse(hasil) : hasil),
    messages: await Promise.all(own.map((m) => delivered(/Password : (\S+)/.exec(m.isi ?? "")?.[1] ?? ""))),
    byHand: handed === undefined ? undefined : await delivered(handed),
    resets: resets.get(userId) ?? 0,
  };
}

const COUNTS = `select
  (select count(*) from nomor_urut where jenis = 'surat' and kunci like $1 || '/%')::int as serials,
  (select count(*) from draf_surat where instans = $1)::int as drafts,
  (select count(*) from nonce_kredensial where instans = $1 and length(nonce) > 0)::int as "livingNonces"`;
const Counts = z.object({ serials: z.number(), drafts: z.number(), livingNonces: z.number() });
const Archive = z.array(z.object({ jenis: z.string(), nomorSurat: z.string(), sha256: z.string() }));
const ARCHIVE = `select jenis, nomor_surat as "nomorSurat", sha256 from arsip where instans = $1 or instans like $1 || '/%'`;
const LOGGED = "select kunci from pesan_keluar where kunci like $1 || '.%' and terkirim is not null";

const ownTables = (at: Running, instans: string, messages: readonly Message[]) =>
  withDatabase(at.addresses.database, async (client) => {
    const counts = Counts.parse((await client.query(COUNTS, [instans])).rows[0]);
    const archive = Archive.parse((await client.query(ARCHIVE, [instans])).rows);
    const logged = new Set((await client.query<{ kunci: string }>(LOGGED, [instans])).rows.map((r) => r.kunci));
    const arrived = messages.map((m) => m.kunci).filter((kunci) => kunci.startsWith(`${instans}.`));
    return { ...counts, archive, unlogged: arrived.filter((kunci) => !logged.has(kunci)) };
  });
