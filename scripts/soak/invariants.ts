/**
 * What must hold of every finished request whatever went wrong on its way: what SPSE accepts is what was delivered,
 * nothing was delivered twice, one letter number and one archive entry, nothing open, nothing left to leak.
 */
import type { AccountFacts, Delivered, RequestFacts } from "./facts.js";
import { readFacts } from "./facts.js";
import { type SoakRequest, sha256, signedLetter } from "./request.js";
import { allMessages, resetCounts } from "./simulator.js";
import type { Running } from "./system.js";
import { filesWith, tablesWith } from "./traces.js";

/** What a request violates, one sentence each; none when all is well. */
export const violationsOf = (facts: RequestFacts): string[] =>
  [
    ...engineViolations(facts),
    ...(facts.fate.refused ? refusalViolations(facts) : successViolations(facts)),
    ...returnViolations(facts),
    ...reminderViolations(facts),
    ...(facts.livingNonces === 0 ? [] : [`${facts.livingNonces} nonces live on`]),
    // By hand is how a message goes whose arrival nobody could confirm.
    ...(facts.letterByHand || facts.refusalByHand || facts.returnsUntold > 0 || facts.accounts.some((a) => a.byHand)
      ? []
      : facts.unlogged.map((kunci) => `the message ${kunci} arrived, and the log does not know it`)),
  ].map((sentence) => `${facts.nomor}: ${sentence}`);

/** Only an answer that breaks the contract is a matter for an administrator; what is merely away comes back. */
const CONTRACT_BROKEN = /breaks the contract|reply is not readable|expected [^.]*, got [1-4]\d\d/;

function engineViolations({ state, ends, openTasks, incidents, raised, fate }: RequestFacts): string[] {
  const over = state === "COMPLETED" && ends.join() === (fate.refused ? "akhir-ditolak" : "akhir-surat-terkirim");
  const needless = raised.filter((message) => !CONTRACT_BROKEN.test(message));
  return [
    ...(over ? [] : [`it is ${state} at ${ends.join() || "no end"}`]),
    ...(openTasks === 0 ? [] : [`${openTasks} external tasks are open`]),
    ...incidents.map((message) => `an incident is open: ${message}`),
    ...needless.map((message) => `an administrator was called for: ${message}`),
  ];
}

/** The numbers taken and the entries in the archive: one for each letter that the request's fate asks for. */
function paperViolations({ fate, serials, archive }: RequestFacts, kind: string): string[] {
  const letters = fate.returned + 1;
  const own = archive.filter((entry) => entry.jenis === kind).length;
  return [
    ...(serials === letters ? [] : [`${serials} letter numbers were taken`]),
    ...(archive.length === letters && own === 1 ? [] : [`the archive holds ${archive.length} entries`]),
  ];
}

const hashesOf = (archive: RequestFacts["archive"], kind: string): string[] =>
  archive.filter(({ jenis }) => jenis === kind).map(({ sha256: hash }) => hash);

function refusalViolations(facts: RequestFacts): string[] {
  const { refusals, refusalByHand, archive, letters } = facts;
  const archived = hashesOf(archive, "surat-penolakan");
  const arrived = refusals.length === 1 || (refusalByHand && refusals.length === 0);
  return [
    ...(arrived ? [] : [`the refusal arrived ${refusals.length} times`]),
    ...paperViolations(facts, "surat-penolakan"),
    ...(refusals.every((hash) => archived.includes(hash))
      ? []
      : ["the letter that arrived is not the one that was archived"]),
    ...(letters === 0 ? [] : ["a Surat Pemberitahuan was made of it although it was refused"]),
  ];
}

function returnViolations({ fate, returns, returnsUntold, archive }: RequestFacts): string[] {
  const archived = hashesOf(archive, "surat-pengembalian");
  const missing = fate.returned - returns.length;
  return [
    // What was told by no answer may have arrived all the same.
    ...(missing >= 0 && missing <= returnsUntold ? [] : [`${returns.length} of ${fate.returned} returns arrived`]),
    ...(new Set(returns).size === returns.length ? [] : ["one return arrived twice"]),
    ...(returns.every((hash) => archived.includes(hash)) ? [] : ["the return that arrived was not archived"]),
  ];
}

function reminderViolations({ fate, reminded }: RequestFacts): string[] {
  const texts = reminded.map(({ to, step }) => `${to} was reminded of step ${step}`);
  const untold = fate.late !== undefined && reminded.every(({ step }) => step !== fate.late);
  return [
    ...texts.filter((text, i) => texts.indexOf(text) < i).map((text) => `${text} twice`),
    ...(untold ? [`nobody was reminded of step ${fate.late}`] : []),
  ];
}

function successViolations(facts: RequestFacts): string[] {
  const { runs, accounts } = facts;
  const once = ["surat-susun-draf", "arsip-simpan"].filter((step) => runs.get(step) !== 1);
  const perAccount = ["spse-reset-password", "epesan-kirim-kredensial"];
  const oftener = perAccount.filter((step) => (runs.get(step) ?? 0) > accounts.length);
  return [
    ...once.map((step) => `${step} was completed ${runs.get(step) ?? 0} times`),
    ...oftener.map((step) => `${step} was completed ${runs.get(step)} times for ${accounts.length} accounts`),
    ...accounts.flatMap(accountViolations),
    ...letterViolations(facts),
  ];
}

function accountViolations({ userId, hasil, messages, byHand, resets }: AccountFacts): string[] {
  const given: readonly Delivered[] = byHand ? [...messages, byHand] : messages;
  const said = (sentence: string) => `${userId} ${sentence}`;
  const success = hasil?.status === "berhasil";
  return [
    ...(success ? [] : [said(`ended as ${hasil?.status ?? "nothing"}`)]),
    ...(messages.length > 1 ? [said(`got ${messages.length} messages`)] : []),
    ...(success && given.length === 0 ? [said("was never given its password")] : []),
    ...given.filter((d) => !d.accepted).map(() => said("was given a password that SPSE does not accept")),
    ...(hasil?.cara === "otomatis" && resets !== 1 ? [said(`was reset ${resets} times`)] : []),
  ];
}

function letterViolations(facts: RequestFacts): string[] {
  const { archive, letterNumber, signedSha256, letters, letterByHand, drafts } = facts;
  const entry = archive.find(({ jenis }) => jenis === "surat-pemberitahuan");
  const fits = entry?.nomorSurat === letterNumber && entry?.sha256 === signedSha256;
  const arrived = letters === 1 || (letterByHand && letters === 0);
  return [
    ...paperViolations(facts, "surat-pemberitahuan"),
    ...(entry === undefined || fits ? [] : ["the archive's entry is not the letter that was signed"]),
    ...(drafts === 1 ? [] : [`${drafts} drafts were kept`]),
    ...(arrived ? [] : [`the letter arrived ${letters} times`]),
  ];
}

/** Letter numbers that more than one letter has. */
export function sharedNumbers(facts: readonly RequestFacts[]): string[] {
  const numbers = facts.flatMap(({ letterNumber, archive }) => {
    const decisions = archive.filter(({ jenis }) => jenis !== "surat-pemberitahuan").map((entry) => entry.nomorSurat);
    return letterNumber === undefined ? decisions : [letterNumber, ...decisions];
  });
  const twice = numbers.filter((number, i) => numbers.indexOf(number) < i);
  return twice.map((number) => `the letter number ${number} was given twice`);
}

/** What the invariants say of all requests of a run. */
export interface Verdict {
  /** One sentence each; none when all is well. */
  readonly violations: readonly string[];
  readonly facts: readonly RequestFacts[];
}

/** Checks all invariants of these finished requests against the running system. */
export async function judge(at: Running, requests: readonly SoakRequest[]): Promise<Verdict> {
  const otherSide = { messages: await allMessages(at), resets: await resetCounts(at) };
  const read = (r: SoakRequest) => readFacts(at, r, otherSide, sha256(signedLetter(r.nomor)));
  const facts: RequestFacts[] = [];
  for (const request of requests) facts.push(await read(request));
  const violations = [...facts.flatMap(violationsOf), ...sharedNumbers(facts), ...(await leaks(at, facts))];
  return { violations, facts };
}

/** Where a delivered password, or a key of ours, stands that has no business there. */
async function leaks(at: Running, facts: readonly RequestFacts[]): Promise<string[]> {
  const given = facts.flatMap((f) => f.accounts.flatMap((a) => [...a.messages, ...(a.byHand ? [a.byHand] : [])]));
  const passwords = [...new Set(given.map((d) => d.kataSandi))].filter((p) => p !== "");
  if (passwords.length === 0 && facts.some(({ fate }) => !fate.refused))
    return ["no password was delivered, so none could be looked for"];
  const keys = Object.values(at.secrets);
  const { database, engineDatabase } = at.addresses;
  const tables = [
    ...(await tablesWith(database, [...passwords, ...keys])),
    ...(await tablesWith(engineDatabase, [...passwords, ...keys])),
  ];
  const files = [
    ...filesWith(at.dataDir, passwords),
    ...filesWith(at.dataDir, keys, (file) => file.endsWith("rahasia.json")),
  ];
  return [...tables, ...files].map((place) => `a secret stands in ${place}`);
}
