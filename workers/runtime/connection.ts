/** How the official client talks to the engine: login, kept-alive connections, time limits, a poll that can be ended. */
import { Pool } from "undici";
import { z } from "zod";
import { EngineError } from "../../src/engine/client.js";
import type { Demand } from "./demand.js";
import type { CompiledOptions } from "./options.js";

/** `send` does every request of the client; `endPoll` breaks off the open poll; `close` ends the connections. */
export interface Connection {
  /** Resolves with the parsed answer; throws EngineError for a refusal. */
  send(method: string, path: string, options: { readonly json?: unknown }): Promise<unknown>;
  /** Resolves when the engine, too, has forgotten the poll, or did not say so in time. */
  endPoll(): Promise<void>;
  close(): Promise<void>;
}

/** The engine's own answer to a poll may take a little longer than asked for. */
const POLL_SLACK_MS = 5_000;
const FORGET_MS = 1_000;
const POLL = "/external-task/fetchAndLock";

/** Breakers close, and gathering ends, by time alone. */
const LOOK_AGAIN_MS = 50;

/** What there is to ask for, and when that may have become something else. */
export interface Appetite {
  /** Told for how many milliseconds more tasks than asked for have been known to wait: since the last full poll. */
  demand(fullForMs: number): Demand;
  /** Resolves when an attempt begins or ends, or after `ms`. */
  changed(ms: number): Promise<void>;
}

const Asked = z.looseObject({ topics: z.array(z.looseObject({ topicName: z.string() })) });
const Refusal = z.object({ type: z.string().optional(), message: z.string().nullish(), code: z.number().nullish() });

/**
 * Opens a connection; of a poll only what there is appetite for is sent, and nothing before there is any.
 *
 * It stands in for the client's own HTTP library, which takes several times the CPU for each call. Completions have few
 * connections of their own and queue for them: more at a time only wait for one another in the engine.
 */
export function openConnection(options: CompiledOptions, appetite: Appetite): Connection {
  const { origin, pathname } = new URL(restUrl(options.engineUrl));
  const connect = { timeout: options.requestTimeoutMs };
  const completions = new Pool(origin, { connections: options.maxCompletions, connect });
  const others = new Pool(origin, { connect });
  const headers = {
    authorization: `Basic ${Buffer.from(`${options.user}:${options.password}`).toString("base64")}`,
    "content-type": "application/json",
  };
  const pollEnd = new AbortController();
  let fullAt = Number.NEGATIVE_INFINITY;

  async function call(pool: Pool, path: string, json: unknown, limits: { ms: number; signal?: AbortSignal }) {
    const { ms, ...signal } = limits;
    const body = JSON.stringify(json ?? {});
    const request = { method: "POST", path: `${pathname}${path}`, headers, body, ...signal } as const;
    const answer = await pool.request({ ...request, headersTimeout: ms, bodyTimeout: ms });
    return read(answer.statusCode, await answer.body.text());
  }

  async function worthAsking(): Promise<Demand> {
    for (;;) {
      const now = appetite.demand(performance.now() - fullAt);
      if (now.maxTasks > 0) return now;
      await appetite.changed(LOOK_AGAIN_MS);
      pollEnd.signal.throwIfAborted();
    }
  }

  async function poll(json: unknown): Promise<unknown> {
    const wanted = limited(Asked.parse(json), await worthAsking());
    const ms = options.longPollMs + POLL_SLACK_MS;
    const tasks = await call(others, POLL, wanted, { ms, signal: pollEnd.signal });
    const full = Array.isArray(tasks) && tasks.length >= wanted.maxTasks;
    fullAt = full ? performance.now() : Number.NEGATIVE_INFINITY;
    return tasks;
  }

  /**
   * The engine does not notice that a held poll was broken off and would lock the next tasks for nobody. Its parameter
   * fetch-and-lock-unique-worker-request makes it drop the old poll of a worker when a new one comes: so one that asks for
   * nothing is the last.
   */
  const forgetPoll = () =>
    call(
      others,
      POLL,
      {
        workerId: options.workerId,
        maxTasks: 1,
        asyncResponseTimeout: 1,
        topics: [{ topicName: "-", lockDuration: 1 }],
      },
      { ms: FORGET_MS, signal: AbortSignal.timeout(FORGET_MS) },
    );

  return {
    async send(method, path, { json }) {
      if (method !== "POST") throw new Error(`the runtime knows no ${method}`);
      if (path === POLL) return poll(json);
      return call(path.endsWith("/complete") ? completions : others, path, json, { ms: options.requestTimeoutMs });
    },
    async endPoll() {
      pollEnd.abort();
      await forgetPoll().catch(() => undefined);
    },
    close: async () => {
      await Promise.all([completions.destroy(), others.destroy()]);
    },
  };
}

/** The address of the engine's REST, without a slash at the end. */
export const restUrl = (engineUrl: string): string => `${engineUrl.replace(/\/$/, "")}/engine-rest`;

function read(status: number, text: string): unknown {
  if (status < 300) return text === "" ? undefined : JSON.parse(text);
  const { type = "", message, code } = refusalIn(text);
  throw new EngineError(status, type, message ?? "", code ?? null);
}

/** What answers before the engine does not speak its language. */
function refusalIn(text: string): z.output<typeof Refusal> {
  try {
    return Refusal.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

function limited(asked: z.output<typeof Asked>, { topics, maxTasks, holdMs }: Demand) {
  return {
    ...asked,
    topics: asked.topics.filter(({ topicName }) => topics.has(topicName)),
    maxTasks,
    asyncResponseTimeout: holdMs,
  };
}
