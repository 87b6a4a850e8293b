import { z } from "zod";
import { traced } from "../../src/tracing.js";
import type { Breaker } from "./breaker.js";
import { AdapterError } from "./error.js";
import type { Fetch, FetchReply } from "./fetch.js";
import { guarded } from "./guard.js";
import { parseRetryAfter } from "./retry-after.js";
import { limitTime, type TimeLimit } from "./time-limit.js";

/** Where a service is reached and how: base URL (unset: no API), bearer token, time limit of one call in milliseconds. */
export interface ServiceOptions {
  url?: string | undefined;
  token?: string | undefined;
  timeoutMs: number;
}

/**
 * A service's options with its name for messages, the code thrown when it has no URL, its breaker if it has one, fetch and
 * the clock in epoch milliseconds.
 */
export interface HttpOptions extends ServiceOptions {
  service: string;
  codeWithoutUrl: string;
  breaker?: Breaker | undefined;
  fetch: Fetch;
  now: () => number;
}

/** One call. `operation` names it in messages and is a constant; `replies` maps each success status to its body's schema. */
export interface Call<T> {
  operation: string;
  method: "GET" | "POST" | "PUT";
  path: string;
  query?: Record<string, string>;
  body?: object;
  idempotencyKey?: string;
  replies: Readonly<Record<number, z.ZodType<T>>>;
  signal?: AbortSignal | undefined;
}

/** Sends a call and answers its parsed reply; every failure is an AdapterError. */
export type Http = <T>(call: Call<T>) => Promise<T>;

/** The refusals of the contracts. Any other 4xx means that address, token or contract is wrong: a person must look. */
const BUSINESS_STATUSES = new Set([404, 409, 413, 422]);
const UNAVAILABLE_STATUSES = new Set([408, 425, 429]);
const MAX_TIMEOUT_MS = 600_000;
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const Problem = z.object({ kode: z.string().regex(/^[A-Z][A-Z0-9_]{2,63}$/) });

/** Makes the caller of one service; throws an Error for a URL, token or time limit that cannot work. */
export function createHttp(options: HttpOptions): Http {
  const base = checkedBase(options);
  return async (call) => {
    const where = `${options.service} ${call.operation}`;
    if (base === undefined) {
      throw new AdapterError("rejected", `${where}: no URL is configured`, { code: options.codeWithoutUrl });
    }
    if (call.idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(call.idempotencyKey)) {
      throw new AdapterError("malformed", `${where}: the idempotency key must be 1 to 255 visible ASCII characters`);
    }
    return guarded({ breaker: options.breaker, service: options.service, signal: call.signal }, () =>
      traced({ name: where }, () => exchange(options, base, call, where)),
    );
  };
}

async function exchange<T>(options: HttpOptions, base: string, call: Call<T>, where: string): Promise<T> {
  const limit = limitTime(options.timeoutMs, call.signal);
  try {
    const reply = await send(options, base, call, limit.signal);
    return read(where, call, reply, options.now());
  } catch (error) {
    throw error instanceof AdapterError ? error : interrupted(where, error, limit, options.timeoutMs);
  } finally {
    limit.end();
  }
}

interface Received {
  status: number;
  retryAfter: string | null;
  text: string;
}

async function send<T>(options: HttpOptions, base: string, call: Call<T>, signal: AbortSignal): Promise<Received> {
  signal.throwIfAborted();
  const query = call.query ? `?${new URLSearchParams(call.query)}` : "";
  // Redirects are not followed: they would carry a password to an address nobody configured.
  const reply: FetchReply = await options.fetch(`${base}${call.path}${query}`, {
    method: call.method,
    headers: headersOf(options, call),
    ...(call.body ? { body: JSON.stringify(call.body) } : {}),
    redirect: "manual",
    signal,
  });
  return { status: reply.status, retryAfter: reply.headers.get("retry-after"), text: await reply.text() };
}

function headersOf<T>(options: HttpOptions, call: Call<T>): Record<string, string> {
  return {
    accept: "application/json, application/problem+json",
    ...(call.body ? { "content-type": "application/json" } : {}),
    ...(call.idempotencyKey ? { "idempotency-key": call.idempotencyKey } : {}),
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
  };
}

function read<T>(where: string, call: Call<T>, reply: Received, now: number): T {
  const schema = call.replies[reply.status];
  if (!schema) throw refusal(where, Object.keys(call.replies), reply, now);
  const body = schema.safeParse(json(reply.text));
  if (body.success) return body.data;
  const issues = body.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "body"}: ${issue.code}`);
  throw new AdapterError("malformed", `${where}: the ${reply.status} reply breaks the contract (${issues.join(", ")})`);
}

function refusal(where: string, expected: string[], reply: Received, now: number): AdapterError {
  const { status } = reply;
  const message = `${where}: expected ${expected.join(" or ")}, got ${status}`;
  if (status >= 500 || UNAVAILABLE_STATUSES.has(status)) {
    const retryAfterMs = parseRetryAfter(reply.retryAfter, now);
    return new AdapterError("unavailable", message, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  if (!BUSINESS_STATUSES.has(status)) return new AdapterError("malformed", message);
  const problem = Problem.safeParse(json(reply.text));
  if (!problem.success) return new AdapterError("malformed", `${message} without a kode`);
  return new AdapterError("rejected", `${message} ${problem.data.kode}`, { code: problem.data.kode });
}

/** `undefined` for an empty body, `null` for one that is not JSON: no reply schema accepts null. */
function json(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function interrupted(where: string, error: unknown, limit: TimeLimit, timeoutMs: number): AdapterError {
  if (limit.timedOut()) return new AdapterError("unavailable", `${where}: no complete reply within ${timeoutMs} ms`);
  if (limit.signal.aborted) return new AdapterError("unavailable", `${where}: called off before a complete reply`);
  const reason = reasonOf(error);
  if (/^(HTTPParserError|HPE_.*|UND_ERR_RES_EXCEEDED_MAX_SIZE)$/.test(reason)) {
    return new AdapterError("malformed", `${where}: the reply is not readable (${reason})`);
  }
  return new AdapterError("unavailable", `${where}: no connection, or it broke (${reason})`);
}

/** Only the code or the class of a network error may be shown: its message can quote headers. Fetch hides it in the cause. */
function reasonOf(error: unknown): string {
  const cause = property(error, "cause") ?? error;
  const found = [property(cause, "code"), property(cause, "name")].find(isIdentifier);
  return found ?? "unknown";
}

function isIdentifier(value: unknown): value is string {
  return typeof value === "string" && /^([A-Z][A-Z0-9_]*|[A-Za-z]*Error)$/.test(value);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function checkedBase({ service, url, token, timeoutMs }: HttpOptions): string | undefined {
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
    throw new Error(`${service}: timeoutMs must be a whole number from 1 to ${MAX_TIMEOUT_MS}, got ${timeoutMs}`);
  }
  // A token that fetch refuses would appear in fetch's own error message.
  if (token && !VISIBLE_ASCII.test(token)) throw new Error(`${service}: the token must be visible ASCII characters`);
  if (!url?.trim()) return undefined;
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : undefined;
  const usable = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  if (!usable || parsed.search || parsed.hash) {
    throw new Error(
      `${service}: the URL must be http(s)://host[:port][/path] without user, password, query or fragment`,
    );
  }
  return parsed.href.replace(/\/+$/, "");
}
