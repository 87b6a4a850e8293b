/** How the official client talks to the engine: login, kept-alive connections, time limits, a poll that can be ended. */
import { setTimeout as delay, setImmediate as handedOut } from "node:timers/promises";
import { type Dispatcher, Pool } from "undici";
import { z } from "zod";
import { EngineError } from "../../src/engine/client.js";
import type { Appetite, Demand } from "./demand.js";
import type { CompiledOptions } from "./options.js";

/** `send` does every request of the client; `endPoll` breaks off the open poll; `close` ends the connections. */
export interface Connection {
  /** Resolves with the parsed answer; throws EngineError for a refusal. */
  send(method: string, path: string, options: { readonly json?: unknown }): Promise<unknown>;
  /** Sends no poll any more; resolves when the open one is answered and its tasks are handed out, or given up. */
  endPoll(): Promise<void>;
  close(): Promise<void>;
}

/** The engine's own answer to a poll may take a little longer than asked for. */
const POLL_SLACK_MS = 5_000;
/** Longer than a poll is held by default: it comes to its end even where no engine hears that it is to be forgotten. */
const FORGET_MS = 2_000;
/** The word to forget a poll may overtake it, or reach another engine behind the same address. */
const FORGET_AGAIN_MS = 100;
const POLL = "/external-task/fetchAndLock";

interface Limits {
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  readonly signal?: AbortSignal;
}
const within = (ms: number): Limits => ({ headersTimeout: ms, bodyTimeout: ms });

/** Breakers close, and gathering ends, by time alone. */
const LOOK_AGAIN_MS = 50;

/** What there is to ask for, and when that may have become something else. */
export interface Wants extends Appetite {
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
export function openConnection(options: CompiledOptions, wants: Wants): Connection {
  const { origin, pathname } = new URL(restUrl(options.engineUrl));
  const connect = { timeout: options.requestTimeoutMs };
  const completions = new Pool(origin, { connections: options.maxCompletions, connect });
  const others = new Pool(origin, { connect });
  const headers = {
    authorization: `Basic ${Buffer.from(`${options.user}:${options.password}`).toString("base64")}`,
    "content-type": "application/json",
  };
  const pollEnd = new AbortController();
  let ending = false;
  let open: Promise<unknown> | undefined;

  /** Fails where the engine takes longer to begin its answer, or to end it. */
  async function call(pool: Pool, path: string, json: unknown, limits: Limits) {
    const body = JSON.stringify(json ?? {});
    const answer = await pool.request({ method: "POST", path: `${pathname}${path}`, headers, body, ...limits });
    return parsed(answer.statusCode, await textWithin(limits.bodyTimeout, answer.body));
  }

  async function worthAsking(): Promise<Demand> {
    for (;;) {
      if (ending) throw new DOMException("the worker stops", "AbortError");
      const wanted = wants.next();
      if (wanted.maxTasks > 0) return wanted;
      await wants.changed(LOOK_AGAIN_MS);
    }
  }

  async function poll(json: unknown): Promise<unknown> {
    const wanted = await worthAsking();
    const limits = { ...within(options.longPollMs + POLL_SLACK_MS), signal: pollEnd.signal };
    open = call(others, POLL, limited(Asked.parse(json), wanted), limits);
    const tasks = await open.finally(() => {
      open = undefined;
    });
    wants.answered(wanted, Array.isArray(tasks) ? tasks.length : 0);
    return tasks;
  }

  /**
   * The engine does not notice that a held poll was broken off and would lock the next tasks for nobody. Its parameter
   * fetch-and-lock-unique-worker-request makes it end the old poll of a worker when a new one comes: so one that asks for
   * nothing is the last.
   */
  const forgetPoll = (signal: AbortSignal) =>
    call(
      others,
      POLL,
      {
        workerId: options.workerId,
        maxTasks: 1,
        asyncResponseTimeout: 1,
        topics: [{ topicName: "-", lockDuration: 1 }],
      },
      { ...within(FORGET_MS), signal },
    ).catch(() => undefined);

  return {
    async send(method, path, { json }) {
      if (method !== "POST") throw new Error(`the runtime knows no ${method}`);
      if (path === POLL) return poll(json);
      return call(path.endsWith("/complete") ? completions : others, path, json, within(options.requestTimeoutMs));
    },
    async endPoll() {
      ending = true;
      const limit = AbortSignal.timeout(FORGET_MS);
      do {
        const forgotten = forgetPoll(limit);
        const answered = open?.catch(() => undefined);
        // Not broken off before the engine lets go of it: an answer on its way holds tasks, locked for this process.
        await (answered ? Promise.race([answered, forgotten.then(() => delay(FORGET_AGAIN_MS))]) : forgotten);
      } while (open !== undefined && !limit.aborted);
      pollEnd.abort();
      await handedOut();
    },
    close: async () => {
      await Promise.all([completions.destroy(), others.destroy()]);
    },
  };
}

/** The address of the engine's REST, without a slash at the end. */
export const restUrl = (engineUrl: string): string => `${engineUrl.replace(/\/$/, "")}/engine-rest`;

/** Not a signal from the call's start: completions may wait long for a connection, and a signal costs 20 µs. */
async function textWithin(ms: number, body: Dispatcher.ResponseData["body"]): Promise<string> {
  const limit = setTimeout(() => body.destroy(new DOMException("the answer does not end", "TimeoutError")), ms);
  return body.text().finally(() => clearTimeout(limit));
}

function parsed(status: number, text: string): unknown {
  if (status < 300) return text === "" ? undefined : JSON.parse(text);
  const { type = "unknown", message, code } = refusalIn(text);
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
