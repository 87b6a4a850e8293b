import { readFileSync } from "node:fs";
import { AdapterError, type Fetch } from "../../../../workers/adapters/index.js";

interface Recorded {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The one request a `replaying` fetch was given. */
export interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
  redirect: string;
}

/** A fetch that answers every request with a reply from the fixtures, and what it was asked. */
export function replaying(name: string): { fetch: Fetch; sent: Sent[] } {
  const text = readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8");
  const { status, headers, body } = JSON.parse(text) as Recorded;
  return answering(() => new Response(body === "" ? null : body, { status, headers }));
}

/** A fetch that answers every request with the reply made for it, and what it was asked. */
export function answering(reply: () => Response | Promise<Response>): { fetch: Fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, { method, headers, body, redirect }) => {
    sent.push({ url, method, headers, body: body === undefined ? undefined : JSON.parse(body), redirect });
    return reply();
  };
  return { fetch, sent };
}

/** The AdapterError a call throws, as plain fields; fails when it throws none. */
export async function failureOf(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof AdapterError)) throw new Error(`expected an AdapterError, got ${String(error)}`);
  const { kind, code, retryAfterMs, message } = error;
  return { kind, code, retryAfterMs, message };
}
