/** After all journeys: no password that SPSE accepted is anywhere but in SPSE and in the officer's e-Pesan inbox. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import pg from "pg";
import { z } from "zod";
import { disguises, filesWith, tablesWith } from "../support/traces.js";
import { repliesFile } from "./setup/lakon.js";
import { kataSandiDari, semuaPesan } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

const Reply = z.object({ method: z.string(), path: z.string(), status: z.number(), body: z.string() });
const { addresses, secrets, dataDir } = testSystem();
/** Shown once, to the assignee of a manual task: the one reply besides e-Pesan's that may hold a password. */
const isOneTimeView = (path: string) => /^\/api\/tugas\/[^/]+\/kredensial$/.test(path);

let replies: z.infer<typeof Reply>[];
let passwords: string[];

beforeAll(async () => {
  replies = readFileSync(repliesFile(), "utf8")
    .trim()
    .split("\n")
    .map((line) => Reply.parse(JSON.parse(line)));
  const delivered = (await semuaPesan()).map((pesan) => kataSandiDari(pesan)).filter((p) => p !== "");
  const shown = replies.flatMap((r) =>
    isOneTimeView(r.path) && r.status === 200 ? [String(JSON.parse(r.body).kataSandi)] : [],
  );
  // The passphrase of tanda-tangan.test.ts is looked for like a password, in every place.
  passwords = [...new Set([...delivered, ...shown, secrets.DEMO_PASSPHRASE])];
});

describe("the search itself", () => {
  test("has passwords to look for, delivered and shown ones", () => {
    expect(passwords.length).toBeGreaterThan(5);
    expect(passwords.every((p) => p.length >= 12)).toBe(true);
  });

  test("has a passphrase to look for that signed a letter", async () => {
    const signed = await rows(
      addresses.database,
      "select id as value from tanda_tangan where cara = 'bsre' and keadaan = 'berhasil'",
    );
    expect(signed.length).toBeGreaterThan(0);
  });

  test("finds what is there: a Satker's name in both databases and in the replies", async () => {
    const known = ["Biro Keuangan"];
    expect(await tablesWith(addresses.database, known)).not.toEqual([]);
    expect(await tablesWith(addresses.engineDatabase, known)).not.toEqual([]);
    expect(replies.some((r) => r.body.includes("Biro Keuangan"))).toBe(true);
    expect(filesWith(dataDir, ["permohonan"])).not.toEqual([]);
  });
});

describe("no password that SPSE accepted occurs", () => {
  test("in any table of either database", async () => {
    expect(await tablesWith(addresses.database, passwords)).toEqual([]);
    expect(await tablesWith(addresses.engineDatabase, passwords)).toEqual([]);
  });

  test("in any file of the data folder, logs and the database's own files included", () => {
    const { DEMO_PASSPHRASE: passphrase } = secrets;
    expect(
      filesWith(
        dataDir,
        passwords.filter((p) => p !== passphrase),
      ),
    ).toEqual([]);
    // The demonstration makes its signer's passphrase up itself, and keeps it here.
    expect(filesWith(dataDir, [passphrase], (file) => file.endsWith("/rahasia.json"))).toEqual([]);
  });

  test("in any reply but the one-time view", () => {
    const leaked = replies.filter(
      (r) => !isOneTimeView(r.path) && disguises(passwords).some((p) => r.body.includes(p) || r.path.includes(p)),
    );
    expect(leaked.map((r) => `${r.method} ${r.path}`)).toEqual([]);
  });

  test("in the text of any letter, draft or archived copy", async () => {
    const texts = await Promise.all((await storedPdfs()).map(textOf));
    expect(texts.some((t) => t.includes("SPSE"))).toBe(true);
    expect(texts.filter((t) => passwords.some((p) => t.includes(p)))).toEqual([]);
  });
});

test("no key or service password occurs in a table, a log or a reply", async () => {
  const keys = Object.values(secrets).filter((v): v is string => typeof v === "string");
  expect(await tablesWith(addresses.database, keys)).toEqual([]);
  expect(await tablesWith(addresses.engineDatabase, keys)).toEqual([]);
  expect(filesWith(dataDir, keys, (file) => file.endsWith("/rahasia.json"))).toEqual([]);
  expect(replies.filter((r) => disguises(keys).some((k) => r.body.includes(k))).map((r) => r.path)).toEqual([]);
});

test("nonces of finished requests are destroyed", async () => {
  const nonces = await rows(
    addresses.database,
    "select distinct instans as value from nonce_kredensial where length(nonce) > 0",
  );
  const open = await rows(addresses.engineDatabase, "select distinct proc_inst_id_ as value from act_ru_execution");
  expect(nonces.filter((instans) => !open.includes(instans))).toEqual([]);
});

async function rows<T = string>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ value: T }>(sql)).rows.map((r) => r.value);
  } finally {
    await client.end();
  }
}

const storedPdfs = async () => [
  ...(await rows<Buffer>(addresses.database, "select isi as value from dokumen")),
  ...(await rows<Buffer>(addresses.database, "select isi as value from arsip_isi where substr(isi, 1, 4) = '%PDF'")),
];

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, (_, i) =>
    document.getPage(i + 1).then((p) => p.getTextContent()),
  );
  const items = (await Promise.all(pages)).flatMap((page) => page.items.map((item) => ("str" in item ? item.str : "")));
  await document.destroy();
  return items.join(" ");
}
