import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { openMailbox } from "../../simulators/epesan/mailbox.js";
import type { Simulators } from "../../simulators/start.js";
import { ask, kirim, startForTest } from "./support/harness.js";

let simulators: Simulators;
let url: string;
beforeAll(async () => {
  simulators = await startForTest();
  url = simulators.epesanUrl;
});
beforeEach(() => ask("DELETE", `${url}/simulator/pesan`));
afterAll(() => simulators.close());

const PDF = Buffer.from("%PDF-1.7 isi");
const LAMPIRAN = { nama: "Surat Pemberitahuan é.pdf", tipe: "application/pdf", base64: PDF.toString("base64") };
const PESAN = { kepada: "Budi.Santoso@kemenperin.go.id", perihal: "Reset", isi: "User ID: BUDI.SANTOSO" };
const kotakMasuk = async (kepada = "") => (await ask("GET", `${url}/simulator/kotak-masuk?kepada=${kepada}`)).body;

describe("a message", () => {
  test("arrives in the inbox of its address with the hash of each attachment", async () => {
    const { status, body } = await kirim(url, { ...PESAN, lampiran: [LAMPIRAN] }, "k1");
    await kirim(url, { ...PESAN, kepada: "lain@kemenperin.go.id" }, "k2");
    expect(status).toBe(201);
    expect(await kotakMasuk("budi.santoso@kemenperin.go.id")).toEqual([
      {
        idPesan: body.idPesan,
        kepada: "budi.santoso@kemenperin.go.id",
        perihal: "Reset",
        isi: PESAN.isi,
        lampiran: [
          {
            nama: LAMPIRAN.nama,
            tipe: LAMPIRAN.tipe,
            ukuran: PDF.length,
            sha256: createHash("sha256").update(PDF).digest("hex"),
          },
        ],
        kunci: "k1",
        diterima: expect.stringMatching(/Z$/),
      },
    ]);
    expect(await kotakMasuk()).toHaveLength(2);
  });

  test("is delivered once for a repeated key, also when both arrive at the same moment", async () => {
    const replies = await Promise.all([kirim(url, PESAN, "k1"), kirim(url, PESAN, "k1")]);
    const third = await kirim(url, PESAN, "k1");
    expect([...replies, third].map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set([...replies, third].map(({ body }) => body.idPesan)).size).toBe(1);
    expect(await kotakMasuk()).toHaveLength(1);
  });

  test.each([
    ["recipient", { kepada: "lain@kemenperin.go.id" }],
    ["subject", { perihal: "Lain" }],
    ["body", { isi: "Lain" }],
    ["attachment", { lampiran: [LAMPIRAN] }],
  ])("with a used key and another %s is refused and not delivered", async (_what, change) => {
    await kirim(url, PESAN, "k1");
    const reply = await kirim(url, { ...PESAN, ...change }, "k1");
    expect([reply.status, reply.body.kode]).toEqual([409, "KUNCI_DIPAKAI_ULANG"]);
    expect(await kotakMasuk()).toHaveLength(1);
  });

  test.each([
    "budi@example.com",
    "budi@kemenperin.go.id.example.com",
    "budi@sub.kemenperin.go.id",
    "@kemenperin.go.id",
  ])("to %s is refused: nobody has this address", async (kepada) => {
    const reply = await kirim(url, { ...PESAN, kepada }, "k1");
    expect([reply.status, reply.body.kode]).toEqual([422, "ALAMAT_TIDAK_DIKENAL"]);
  });

  test.each([
    ["perihal", { perihal: "dua\nbaris" }],
    ["isi", { isi: "" }],
    ["lampiran.0.base64", { lampiran: [{ ...LAMPIRAN, base64: "bukan base64!" }] }],
    ["lampiran.0.nama", { lampiran: [{ ...LAMPIRAN, nama: "../x.pdf" }] }],
  ])("with an unfit %s is refused by the name of the field", async (jalur, change) => {
    const reply = await kirim(url, { ...PESAN, ...change }, "k1");
    expect(reply.status).toBe(400);
    expect(reply.body.galat).toEqual([{ jalur, sebab: expect.any(String) }]);
  });
});

describe("the inbox page", () => {
  test("says so when there is no message at all and when an address has none", async () => {
    expect((await ask("GET", `${url}/`)).text).toContain("Belum ada pesan");
    expect((await ask("GET", `${url}/?kepada=siapa@kemenperin.go.id`)).text).toContain(
      "Tidak ada pesan untuk alamat ini",
    );
  });

  test("says what it is not", async () => {
    expect((await ask("GET", `${url}/`)).text).toContain("Simulator e-Pesan — bukan Intranet Kemenperin");
  });

  test("shows markup in a message as text and lets nothing of it run", async () => {
    const { body } = await kirim(url, { ...PESAN, perihal: `<b>"x"</b>`, isi: "<script>alert(1)</script>" }, "k1");
    const reply = await ask("GET", `${url}/?pesan=${body.idPesan}`);
    expect(reply.text).toContain("&#60;script&#62;alert(1)");
    expect(reply.text).not.toMatch(/<script|<b>/);
    expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  test("hands an attachment out byte for byte, as a download", async () => {
    const { body } = await kirim(url, { ...PESAN, lampiran: [LAMPIRAN] }, "k1");
    const page = (await ask("GET", `${url}/?pesan=${body.idPesan}`)).text;
    const href = /href="(\/simulator\/pesan\/[^"]+)"/.exec(page)?.[1];
    const reply = await fetch(`${url}${href}`);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(PDF);
    expect(reply.headers.get("content-disposition")).toMatch(
      /^attachment; filename.*Surat%20Pemberitahuan%20%C3%A9\.pdf/,
    );
  });

  test("does not know an attachment that is not there", async () => {
    const { body } = await kirim(url, PESAN, "k1");
    const reply = await ask("GET", `${url}/simulator/pesan/${body.idPesan}/lampiran/0`);
    expect(reply.body.kode).toBe("LAMPIRAN_TIDAK_ADA");
  });
});

test("The oldest contents are dropped when the memory for them is full", async () => {
  let id = 0;
  const mailbox = await openMailbox({ memoryLimit: 250, now: () => new Date(0), newId: () => `EP-${++id}` });
  for (const n of [1, 2, 3]) await mailbox.receive({ ...PESAN, isi: "x".repeat(50), lampiran: [] }, `k${n}`);
  expect(mailbox.list().map(({ konten }) => typeof konten)).toEqual(["string", "object", "object"]);
  expect((await mailbox.receive({ ...PESAN, isi: "x".repeat(50), lampiran: [] }, "k1"))?.baru).toBe(false);
});
