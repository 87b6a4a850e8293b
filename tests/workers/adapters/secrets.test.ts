import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createAdapters, type Fetch } from "../../../workers/adapters/index.js";

const TOKEN = "token-rahasia-9f3";
const service = { url: "http://127.0.0.1:9", token: TOKEN, timeoutMs: 1_000 };

/** Everything of an error that a logger, an incident or a person could come to see. */
const shown = (error: unknown) =>
  [String(error), inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), (error as Error).stack].join(
    "\n",
  );

/** Passwords of SPSE's rule, so long that they occur nowhere by accident. */
const password = fc.stringMatching(/^[A-Za-z0-9!@#$%^&*]{12,20}$/).map((text) => `aB3#${text}`);

/** Bridges that break the rule and quote the request in their answer. */
const answers: ((secret: string) => Response | Promise<Response>)[] = [
  (s) => Response.json({ kode: s, detail: s }, { status: 409 }),
  (s) => Response.json({ kode: "KATA_SANDI_LEMAH", title: s, detail: s }, { status: 422 }),
  (s) => Response.json({ [s]: s, idPesan: { [s]: s } }, { status: 201 }),
  (s) => Response.json(s, { status: 200 }),
  (s) => new Response(s, { status: 200 }),
  (s) => new Response(`<pre>${s}</pre>`, { status: 500, headers: { "retry-after": encodeURIComponent(s) } }),
  (s) => new Response(null, { status: 302, headers: { location: `/?p=${encodeURIComponent(s)}` } }),
  (s) => Promise.reject(new TypeError(`failed: ${s}`, { cause: Object.assign(new Error(s), { code: s, body: s }) })),
];

test("No error shows a password, a message, a token or a key, whatever the bridge replies", async () => {
  await fc.assert(
    fc.asyncProperty(password, fc.constantFrom(...answers), async (secret, answer) => {
      const fetch: Fetch = async () => answer(secret);
      const { spse, epesan } = createAdapters({ spse: service, epesan: service, fetch });
      const calls = [
        spse.setelKataSandi({ userId: "BUDI.SANTOSO", kataSandi: secret, kunci: "kunci-rahasia" }),
        epesan.kirim({ kepada: "a@kemenperin.go.id", perihal: "p", isi: secret, kunci: "kunci-rahasia" }),
      ];
      for (const { status, reason } of (await Promise.allSettled(calls)).filter((r) => r.status === "rejected")) {
        expect([status, reason.name, reason.cause]).toEqual(["rejected", "AdapterError", undefined]);
        for (const hidden of [secret, TOKEN, "kunci-rahasia"]) expect(shown(reason)).not.toContain(hidden);
      }
    }),
  );
});

test("No address asked for holds a password", async () => {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return new Response(null, { status: 204 });
  };
  const { spse } = createAdapters({ spse: service, epesan: service, fetch });
  await spse.setelKataSandi({ userId: "BUDI.SANTOSO", kataSandi: "aB3#rahasia", kunci: "k" });
  expect(urls).toEqual(["http://127.0.0.1:9/akun/BUDI.SANTOSO/kata-sandi"]);
});
