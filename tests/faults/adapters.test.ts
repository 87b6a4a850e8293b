/** SPSE and e-Pesan in every bad mood, before and after the effect of a call, whatever the call is for. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { RequestFacts } from "../../scripts/soak/facts.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import type { SoakRequest, TestAccount } from "../../scripts/soak/request.js";
import { type Fault, faultHits, injectFault, type Simulator } from "../../scripts/soak/simulator.js";
import { at, finishAll, newRequest, onlyWorkers } from "./setup/system.js";

const MOODS = [
  ["answers 500", { jenis: "500" }],
  ["answers 429 with Retry-After", { jenis: "429", retryAfter: 1 }],
  ["hangs", { jenis: "gantung" }],
  ["closes the connection", { jenis: "putus" }],
  ["answers garbage", { jenis: "sampah" }],
  ["answers later than a lock, which is kept alive", { jenis: "lambat", tundaMs: 11_000 }],
] as const satisfies readonly (readonly [string, Fault])[];
type Mood = (typeof MOODS)[number];

/** What is asked for one account; `mark` says by what a fault finds it. */
const ACCOUNT_CALLS = [
  ["GET /akun", "spse", "/akun", ({ userId }: TestAccount) => userId, false],
  ["PUT /akun/{userId}/kata-sandi", "spse", "/akun/{userId}/kata-sandi", ({ userId }: TestAccount) => userId, false],
  ["PUT /akun/{userId}/kata-sandi", "spse", "/akun/{userId}/kata-sandi", ({ userId }: TestAccount) => userId, true],
  ["POST /pesan", "epesan", "/pesan", ({ epesan }: TestAccount) => epesan, false],
  ["POST /pesan", "epesan", "/pesan", ({ epesan }: TestAccount) => epesan, true],
] as const satisfies readonly (readonly [string, Simulator, string, (account: TestAccount) => string, boolean])[];
const although = (afterEffect: boolean) => (afterEffect ? " although it did what was asked" : "");

interface AccountCase {
  readonly call: (typeof ACCOUNT_CALLS)[number];
  readonly mood: Mood;
}
const ACCOUNT_CASES: readonly AccountCase[] = ACCOUNT_CALLS.flatMap((call) => MOODS.map((mood) => ({ call, mood })));

/** The messages of a request that tell nobody a password, each by its purpose in the idempotency key. */
const LETTERS = ["eskalasi", "pengembalian", "surat"] as const;
const REFUSAL = ["penolakan"] as const;

/** A request whose messages each meet the mood once, after e-Pesan has taken them: who then tries again must not tell twice. */
interface LetterCase {
  readonly mood: Mood;
  readonly purposes: readonly string[];
  readonly request: SoakRequest;
}

let accounts: SoakRequest;
let letters: readonly LetterCase[];
let hits: number[];
let verdict: Verdict;

const accountOf = (index: number): TestAccount => {
  const account = accounts.akun[index];
  if (account === undefined) throw new Error("a case without an account");
  return account;
};
const markOf = ({ call }: AccountCase, index: number): string => call[3](accountOf(index));
const messagesOf = ({ instans }: SoakRequest, purpose: string): string => `${instans}.${purpose}.`;

async function newLetterCase(mood: Mood, purposes: LetterCase["purposes"], fate: object): Promise<LetterCase> {
  const request = await newRequest(1, fate);
  for (const purpose of purposes)
    await injectFault(at, "epesan", { ...mood[1], setelahEfek: true, kunci: messagesOf(request, purpose), kali: 1 });
  return { mood, purposes, request };
}

const factsOf = ({ nomor }: SoakRequest): RequestFacts => {
  const facts = verdict.facts.find((one) => one.nomor === nomor);
  if (facts === undefined) throw new Error(`nothing is known of ${nomor}`);
  return facts;
};

beforeAll(async () => {
  await onlyWorkers({ "worker-a": { env: { ADAPTER_TIMEOUT_MS: "13000" } } });
  // An account per case, so that all of them are suffered at the same time.
  accounts = await newRequest(ACCOUNT_CASES.length);
  for (const [i, { call, mood }] of ACCOUNT_CASES.entries()) {
    const [, simulator, jalur, mark, setelahEfek] = call;
    await injectFault(at, simulator, { ...mood[1], jalur, untuk: mark(accountOf(i)), setelahEfek, kali: 1 });
  }
  letters = await Promise.all(
    MOODS.flatMap((mood) => [
      newLetterCase(mood, LETTERS, { late: 2, returned: 1 }),
      newLetterCase(mood, REFUSAL, { refused: true }),
    ]),
  );
  const requests = [accounts, ...letters.map(({ request }) => request)];
  await finishAll(requests, { repair: true });
  hits = await Promise.all(ACCOUNT_CASES.map((one, i) => faultHits(at, one.call[1], markOf(one, i))));
  verdict = await judge(at, requests);
});

describe("an account is reset once and told once", () => {
  test.each(ACCOUNT_CASES.map(({ call, mood }, i) => [call[0], mood[0] + although(call[4]), i] as const))(
    "where %s %s",
    (_call, _mood, i) => {
      expect(hits[i]).toBe(1);
      const { userId } = accountOf(i);
      const facts = factsOf(accounts).accounts.find((a) => a.userId === userId);
      expect(facts).toMatchObject({ resets: 1, hasil: { status: "berhasil", cara: "otomatis" } });
      expect(facts?.messages.map((m) => m.accepted)).toEqual([true]);
    },
  );
});

const LETTER_TITLES = MOODS.flatMap(([mood]) => [...LETTERS, ...REFUSAL].map((purpose) => [purpose, mood] as const));
describe("a message to a Satuan Kerja or about a time limit arrives once", () => {
  test.each(LETTER_TITLES)("for %s, where e-Pesan %s although it did what was asked", async (purpose, mood) => {
    const found = letters.find((one) => one.mood[0] === mood && one.purposes.includes(purpose));
    if (found === undefined) throw new Error(`no request is of this kind: ${purpose}`);
    expect(await faultHits(at, "epesan", messagesOf(found.request, purpose))).toBe(1);
    expect(verdict.violations.filter((sentence) => sentence.startsWith(`${found.request.nomor}: `))).toEqual([]);
  });
});

describe("the requests", () => {
  test("violate nothing", () => expect(verdict.violations).toEqual([]));

  test("had an incident for garbage alone, with a message that says which call", () => {
    const called = ACCOUNT_CALLS.map(
      ([operation, simulator]) => `${simulator === "spse" ? "SPSE" : "e-Pesan"} ${operation}`,
    );
    const raised = factsOf(accounts).raised.map((message) => called.find((call) => message.includes(call)));
    expect(raised.toSorted()).toEqual(called.toSorted());
    for (const { mood, purposes, request } of letters) {
      const messages = factsOf(request).raised;
      expect([request.nomor, messages.length]).toEqual([
        request.nomor,
        mood[0] === "answers garbage" ? purposes.length : 0,
      ]);
      expect(messages.filter((message) => !message.includes("e-Pesan POST /pesan"))).toEqual([]);
    }
  });
});
