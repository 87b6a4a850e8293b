import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { epesanContract } from "../../simulators/epesan/app.js";
import { openMailbox } from "../../simulators/epesan/mailbox.js";
import { openAccounts } from "../../simulators/spse/accounts.js";
import { spseContract } from "../../simulators/spse/app.js";
import type { Simulators } from "../../simulators/start.js";
import { createAdapters, type Fetch } from "../../workers/adapters/index.js";
import { ask, BUDI, SANDI, startForTest } from "./support/harness.js";
import { type Contract, readContract } from "./support/openapi.js";

const spseFile = readContract(new URL("../../workers/adapters/spse/openapi.yaml", import.meta.url));
const epesanFile = readContract(new URL("../../workers/adapters/epesan/openapi.yaml", import.meta.url));
const TOKEN = "token-untuk-uji";
const GANDA_NIP = "197001011995031001";
const LAMPIRAN = { nama: "surat.pdf", tipe: "application/pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startForTest({ spseToken: TOKEN, epesanToken: TOKEN });
});
afterAll(() => simulators.close());

/** A fetch that holds every exchange against a contract. */
function judging(contract: Contract) {
  const faults: string[] = [];
  const seen = new Set<string>();
  const fetchJudged: Fetch = async (url, init) => {
    const reply = await fetch(url, init);
    const verdict = contract.judge({
      ...{ method: init.method, url, headers: init.headers, requestBody: init.body, status: reply.status },
      contentType: reply.headers.get("content-type") ?? undefined,
      retryAfter: reply.headers.get("retry-after") ?? undefined,
      replyBody: await reply.clone().text(),
    });
    faults.push(...verdict.faults.map((fault) => `${verdict.reply}: ${fault}`));
    seen.add(verdict.reply);
    return reply;
  };
  return { fetch: fetchJudged, faults, seen };
}

function adapters(fetch: Fetch, token = TOKEN) {
  const service = { token, timeoutMs: 5_000 };
  return createAdapters({
    spse: { ...service, url: simulators.spseUrl },
    epesan: { ...service, url: simulators.epesanUrl },
    fetch,
  });
}

const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error) => error.code ?? error.kind,
  );

async function underFaults(url: string, call: () => Promise<string>): Promise<string[]> {
  const outcomes: string[] = [];
  for (const jenis of ["429", "500", "503"]) {
    await ask("POST", `${url}/simulator/gangguan`, { jenis, kali: 1 });
    outcomes.push(await call());
  }
  return outcomes;
}

const DOWN = ["unavailable", "unavailable", "unavailable"];
const RAW = {
  headers: { "idempotency-key": "k", authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
};

describe("SPSE", () => {
  test("contract and simulator have the same operations", async () => {
    const accounts = await openAccounts({ seed: [], now: () => new Date(0) });
    expect(spseFile.operations.sort()).toEqual(Object.keys(spseContract({ accounts })).sort());
  });

  test("adapter and simulator keep to the contract in everything it declares", async () => {
    const judge = judging(spseFile);
    const cari = (q: { userId?: string; nip: string }, token?: string) =>
      outcome(adapters(judge.fetch, token).spse.cariAkun(q));
    const setel = (p: { userId?: string; kataSandi?: string; kunci?: string }, token?: string) =>
      outcome(
        adapters(judge.fetch, token).spse.setelKataSandi({ userId: BUDI.userId, kataSandi: SANDI, kunci: "k1", ...p }),
      );
    await ask("POST", `${simulators.spseUrl}/simulator/akun`, {
      akun: [
        { userId: "GANDA/1 ä", nip: GANDA_NIP, nama: "Ganda", peran: "PPK" },
        { userId: "GANDA.2", nip: GANDA_NIP, nama: "Ganda", peran: "Pejabat Pengadaan" },
        { userId: "NONAKTIF", nip: "197001011995031002", nama: "Nonaktif", peran: "PPK", aktif: false },
      ],
    });

    expect(await cari({ nip: BUDI.nip })).toBe("ok");
    expect(await cari(BUDI)).toBe("ok");
    expect(await cari({ userId: "GANDA/1 ä", nip: GANDA_NIP })).toBe("ok");
    expect(await cari({ nip: GANDA_NIP })).toBe("AKUN_GANDA");
    expect(await cari({ nip: "199912312020121999" })).toBe("AKUN_TIDAK_DIKENAL");
    expect(await cari({ nip: BUDI.nip }, "salah")).toBe("malformed");
    expect(await setel({})).toBe("ok");
    expect(await setel({})).toBe("ok");
    expect(await setel({ kataSandi: `${SANDI}!` })).toBe("KUNCI_DIPAKAI_ULANG");
    expect(await setel({ userId: "GANDA/1 ä", kunci: "k2" })).toBe("ok");
    expect(await setel({ userId: "TIDAK.ADA" })).toBe("AKUN_TIDAK_DIKENAL");
    expect(await setel({ userId: "NONAKTIF", kunci: "k3" })).toBe("AKUN_NONAKTIF");
    expect(await setel({ kataSandi: "lemah", kunci: "k4" })).toBe("KATA_SANDI_LEMAH");
    expect(await setel({}, "salah")).toBe("malformed");
    expect(await underFaults(simulators.spseUrl, () => cari(BUDI))).toEqual(DOWN);
    expect(await underFaults(simulators.spseUrl, () => setel({ kunci: "k5" }))).toEqual(DOWN);
    expect(judge.faults).toEqual([]);

    // What the adapter never sends; the judge must see it as well.
    const init = { ...RAW, redirect: "manual" as const, signal: new AbortController().signal };
    await judge.fetch(`${simulators.spseUrl}/akun?nip=1`, { ...init, method: "GET" });
    await judge.fetch(`${simulators.spseUrl}/akun/X/kata-sandi`, { ...init, method: "PUT", body: "{}" });
    expect(judge.faults).toHaveLength(2);
    expect([...judge.seen].sort()).toEqual(spseFile.replies.sort());
  });
});

describe("e-Pesan", () => {
  test("contract and simulator have the same operations", async () => {
    const mailbox = await openMailbox({ now: () => new Date(0), newId: () => "", memoryLimit: 0 });
    expect(epesanFile.operations.sort()).toEqual(Object.keys(epesanContract({ mailbox })).sort());
  });

  test("adapter and simulator keep to the contract in everything it declares", async () => {
    const judge = judging(epesanFile);
    const pesan = { kepada: "budi.santoso@kemenperin.go.id", perihal: "Uji", isi: "Isi", kunci: "k1" };
    const kirim = (p: object = {}, token?: string) =>
      outcome(adapters(judge.fetch, token).epesan.kirim({ ...pesan, ...p }));

    expect(await kirim({ lampiran: [LAMPIRAN] })).toBe("ok");
    expect(await kirim({ lampiran: [LAMPIRAN] })).toBe("ok");
    expect(await kirim({ isi: "Lain" })).toBe("KUNCI_DIPAKAI_ULANG");
    expect(await kirim({ kunci: "k2", lampiran: [] })).toBe("ok");
    expect(await kirim({ kunci: "k3", kepada: "siapa@example.com" })).toBe("ALAMAT_TIDAK_DIKENAL");
    expect(await kirim({}, "salah")).toBe("malformed");
    const besar = { ...LAMPIRAN, base64: "QUJD".repeat(5_300_000) };
    expect(await kirim({ kunci: "k4", lampiran: [besar] })).toBe("PESAN_TERLALU_BESAR");
    expect(await underFaults(simulators.epesanUrl, () => kirim({ kunci: "k5" }))).toEqual(DOWN);
    expect(judge.faults).toEqual([]);

    const init = { ...RAW, redirect: "manual" as const, signal: new AbortController().signal };
    await judge.fetch(`${simulators.epesanUrl}/pesan`, {
      ...init,
      method: "POST",
      body: `{"kepada":"x","lampiran":{}}`,
    });
    expect(judge.faults).toHaveLength(1);
    expect([...judge.seen].sort()).toEqual(epesanFile.replies.sort());
  });
});
