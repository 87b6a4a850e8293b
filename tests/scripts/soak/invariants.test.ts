/** Each invariant can fail: a healthy request, and what is said of it when one thing about it is wrong. */
import { describe, expect, test } from "@jest/globals";
import type { AccountFacts, RequestFacts } from "../../../scripts/soak/facts.js";
import { sharedNumbers, violationsOf } from "../../../scripts/soak/invariants.js";
import { GRANTED } from "../../../scripts/soak/request.js";

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
  archive: [{ jenis: "surat-pemberitahuan", nomorSurat: "B-1", sha256: "abc" }],
  letters: 1,
  letterByHand: false,
  refusalByHand: false,
  fate: GRANTED,
  refusals: [],
  returns: [],
  returnsUntold: 0,
  reminded: [
    { to: "andi@kemenperin.go.id", step: 4 },
    { to: "ratna@kemenperin.go.id", step: 3 },
    { to: "ratna@kemenperin.go.id", step: 8 },
  ],
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
  archive: [{ jenis: "surat-penolakan", nomorSurat: "B/9/LPSE/PL.02/11/2026", sha256: "sidik-penolakan" }],
  letters: 0,
  fate: { ...GRANTED, refused: true },
  refusals: ["sidik-penolakan"],
};

const returnLetter = { jenis: "surat-pengembalian", nomorSurat: "B-0", sha256: "sidik-kembali" };
const returned: RequestFacts = {
  ...healthy,
  fate: { ...GRANTED, returned: 1 },
  serials: 2,
  archive: [returnLetter, ...healthy.archive],
  returns: ["sidik-kembali"],
};
const late: RequestFacts = { ...healthy, fate: { ...GRANTED, late: 3 } };

test("a healthy request violates nothing", () => expect(violationsOf(healthy)).toEqual([]));
test.each([
  ["was refused", refused],
  ["was refused by hand", { ...refused, refusals: [], refusalByHand: true }],
  ["was returned once", returned],
  ["was returned while e-Pesan was away", { ...returned, returns: [], returnsUntold: 1 }],
  ["was late and told so", late],
])("nor does one that %s", (_, facts) => expect(violationsOf(facts)).toEqual([]));

test("an answer that breaks the contract is the one reason to call an administrator", () => {
  const raised = [
    "Langkah otomatis ini tertahan. Keterangan teknis: spse-reset-password: SPSE PUT /akun/{userId}/kata-sandi: the 200 reply breaks the contract (body: x)",
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
    [
      "archived its refusal twice",
      { ...refused, archive: [...refused.archive, ...refused.archive] },
      "holds 2 entries",
    ],
    [
      "told of its return twice",
      { ...returned, returns: ["sidik-kembali", "sidik-kembali"] },
      "2 of 1 returns arrived",
    ],
    ["told nobody of its return", { ...returned, returns: [] }, "0 of 1 returns arrived"],
    ["told of a return that never was", { ...healthy, returns: ["x"] }, "1 of 0 returns arrived"],
    [
      "told of one of two returns twice",
      { ...returned, fate: { ...GRANTED, returned: 2 }, returns: ["sidik-kembali", "sidik-kembali"] },
      "one return arrived twice",
    ],
    [
      "sent another return than it archived",
      { ...returned, returns: ["lain"] },
      "the return that arrived was not archived",
    ],
    ["numbered its return twice", { ...returned, serials: 3 }, "3 letter numbers were taken"],
    ["archived no return", { ...returned, archive: healthy.archive }, "the archive holds 1 entries"],
    [
      "archived its return instead of its letter",
      { ...returned, archive: [returnLetter, returnLetter] },
      "the archive holds 2 entries",
    ],
    [
      "reminded somebody twice",
      { ...healthy, reminded: [...healthy.reminded, ...healthy.reminded] },
      "andi@kemenperin.go.id was reminded of step 4 twice",
    ],
    ["let a limit pass unseen", { ...late, reminded: [{ to: "a@b", step: 2 }] }, "nobody was reminded of step 3"],
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
      { ...healthy, archive: [{ jenis: "surat-pemberitahuan", nomorSurat: "B-1", sha256: "def" }] },
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
  expect(sharedNumbers([returned, { ...returned, letterNumber: "B-2" }])).toEqual([
    "the letter number B-0 was given twice",
  ]);
});
