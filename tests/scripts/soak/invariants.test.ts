/** Each invariant can fail: a healthy request, and what is said of it when one thing about it is wrong. */
import { describe, expect, test } from "@jest/globals";
import type { AccountFacts, RequestFacts } from "../../../scripts/soak/facts.js";
import { sharedNumbers, violationsOf } from "../../../scripts/soak/invariants.js";

const account: AccountFacts = {
  userId: "SOAK.1",
  hasil: { status: "berhasil", userId: "SOAK.1", cara: "otomatis" },
  messages: [{ kataSandi: "rahasia", accepted: true }],
  byHand: undefined,
  resets: 1,
};
const healthy: RequestFacts = {
  nomor: "RP-2026-0001",
  state: "COMPLETED",
  ends: ["akhir-surat-terkirim"],
  runs: new Map([
    ["spse-reset-password", 1],
    ["epesan-kirim-kredensial", 1],
    ["surat-susun-draf", 1],
    ["arsip-simpan", 1],
  ]),
  openTasks: 0,
  incidents: [],
  raised: [],
  accounts: [account],
  letterNumber: "B-1",
  serials: 1,
  drafts: 1,
  signedSha256: "abc",
  archive: [{ nomorSurat: "B-1", sha256: "abc" }],
  letters: 1,
  letterByHand: false,
  refused: false,
  refusals: [],
  reminded: ["andi@kemenperin.go.id", "ratna@kemenperin.go.id"],
  livingNonces: 0,
  unlogged: [],
};
const withAccount = (change: Partial<AccountFacts>): RequestFacts => ({
  ...healthy,
  accounts: [{ ...account, ...change }],
});
const message = { kataSandi: "rahasia", accepted: true };
const wrong = { kataSandi: "lain", accepted: false };
const runs = (step: string, times: number) => new Map([...healthy.runs, [step, times]]);

const refused: RequestFacts = {
  ...healthy,
  ends: ["akhir-ditolak"],
  runs: new Map(),
  accounts: [{ ...account, hasil: undefined, messages: [], resets: 0 }],
  letterNumber: undefined,
  serials: 1,
  drafts: 0,
  archive: [{ nomorSurat: "B/9/LPSE/PL.02/11/2026", sha256: "sidik-penolakan" }],
  letters: 0,
  refused: true,
  refusals: ["sidik-penolakan"],
};

test("a healthy request violates nothing", () => expect(violationsOf(healthy)).toEqual([]));
test("nor does one that was refused", () => expect(violationsOf(refused)).toEqual([]));

test("an answer that breaks the contract is the one reason to call an administrator", () => {
  const raised = [
    "spse-reset-password: SPSE PUT /akun/{userId}/kata-sandi: the 200 reply breaks the contract (body: x). Perbaiki",
    "surat-kirim: e-Pesan POST /pesan: the reply is not readable (HPE_INVALID). Perbaiki",
    "surat-kirim: e-Pesan POST /pesan: expected 200 or 201, got 400. Perbaiki",
  ];
  expect(violationsOf({ ...healthy, raised })).toEqual([]);
});

describe("a request violates something", () => {
  test.each<[string, RequestFacts, string]>([
    ["has not ended", { ...healthy, state: "ACTIVE", ends: [] }, "it is ACTIVE at no end"],
    ["ended elsewhere", { ...healthy, ends: ["akhir-ditolak"] }, "it is COMPLETED at akhir-ditolak"],
    ["has a task open", { ...healthy, openTasks: 1 }, "1 external tasks are open"],
    ["has an incident", { ...healthy, incidents: ["x"] }, "an incident is open: x"],
    [
      "called for help without need",
      { ...healthy, raised: ["e-Pesan POST /pesan: expected 200 or 201, got 503. Perbaiki"] },
      "an administrator was called for: e-Pesan",
    ],
    ["told of a refusal twice", { ...refused, refusals: [...refused.refusals, "x"] }, "the refusal arrived 2 times"],
    ["told nobody of the refusal", { ...refused, refusals: [] }, "the refusal arrived 0 times"],
    ["sent another letter than it archived", { ...refused, refusals: ["lain"] }, "is not the one that was archived"],
    ["numbered its refusal twice", { ...refused, serials: 2 }, "2 letter numbers were taken"],
    ["archived no refusal", { ...refused, archive: [] }, "the archive holds 0 entries"],
    ["made a letter all the same", { ...refused, letters: 1 }, "although it was refused"],
    ["reminded somebody twice", { ...healthy, reminded: ["a@b", "c@d", "a@b"] }, "a@b was reminded twice"],
    ["was drafted twice", { ...healthy, runs: runs("surat-susun-draf", 2) }, "surat-susun-draf was completed 2 times"],
    ["reset twice", { ...healthy, runs: runs("spse-reset-password", 2) }, "completed 2 times for 1 accounts"],
    ["failed an account", withAccount({ hasil: { status: "gagal", cara: "otomatis" } }), "ended as gagal"],
    ["forgot an account", withAccount({ hasil: undefined, messages: [] }), "ended as nothing"],
    ["told the owner twice", withAccount({ messages: [message, message] }), "got 2 messages"],
    ["told nobody", withAccount({ messages: [] }), "was never given its password"],
    ["told a wrong password", withAccount({ messages: [wrong] }), "a password that SPSE does not accept"],
    ["handed over a wrong one", withAccount({ byHand: wrong }), "a password that SPSE does not accept"],
    ["set two passwords", withAccount({ resets: 2 }), "was reset 2 times"],
    ["has no archive entry", { ...healthy, archive: [] }, "the archive holds 0 entries"],
    ["has two entries", { ...healthy, archive: [...healthy.archive, ...healthy.archive] }, "holds 2 entries"],
    [
      "archived another letter",
      { ...healthy, archive: [{ nomorSurat: "B-1", sha256: "def" }] },
      "not the letter that was signed",
    ],
    ["took two letter numbers", { ...healthy, serials: 2 }, "2 letter numbers were taken"],
    ["kept two drafts", { ...healthy, drafts: 2 }, "2 drafts were kept"],
    ["sent no letter", { ...healthy, letters: 0 }, "the letter arrived 0 times"],
    ["sent it twice", { ...healthy, letters: 2 }, "the letter arrived 2 times"],
    ["leaves a nonce", { ...healthy, livingNonces: 1 }, "1 nonces live on"],
    ["did not log a message", { ...healthy, unlogged: ["k"] }, "the message k arrived, and the log does not know it"],
  ])("that %s", (_, facts, sentence) => {
    expect(violationsOf(facts).join("\n")).toContain(sentence);
  });
});

test("a letter that was carried need not have arrived by e-Pesan", () => {
  expect(violationsOf({ ...healthy, letters: 0, letterByHand: true })).toEqual([]);
});

test("two requests must not share a letter number", () => {
  expect(sharedNumbers([healthy, healthy])).toEqual(["the letter number B-1 was given twice"]);
  expect(sharedNumbers([healthy, { ...healthy, letterNumber: "B-2" }])).toEqual([]);
});
