import { Agent, fetch as undiciFetch } from "undici";

/** What an adapter hands to fetch. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: "manual";
  signal: AbortSignal;
}

/** What an adapter reads of a reply. */
export interface FetchReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** The part of fetch the adapters use; the global fetch and undici's both fit. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchReply>;

const CONNECTIONS_PER_ORIGIN = 64;
const MAX_REPLY_BYTES = 1_048_576;

/** Opens undici's fetch on connections kept alive between calls; replies above 1 MiB fail; `close` ends the connections. */
export function openFetch(): { fetch: Fetch; close: () => Promise<void> } {
  const agent = new Agent({ connections: CONNECTIONS_PER_ORIGIN, maxResponseSize: MAX_REPLY_BYTES });
  return {
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher: agent }),
    close: () => agent.close(),
  };
}
