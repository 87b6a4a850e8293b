/** How the official client talks to the engine: login, kept-alive connections, time limits, a poll that can be ended. */
import http from "node:http";
import https from "node:https";
import type { Interceptor } from "camunda-external-task-client-js";
import { z } from "zod";
import type { Demand } from "./demand.js";
import type { CompiledOptions } from "./options.js";

/** `intercept` goes into every request of the client; `endPoll` breaks off the open poll; `close` ends the connections. */
export interface Connection {
  readonly intercept: Interceptor;
  /** Resolves when the engine, too, has forgotten the poll, or did not say so in time. */
  endPoll(): Promise<void>;
  close(): void;
}

/** The engine's own answer to a poll may take a little longer than asked for. */
const POLL_SLACK_MS = 5_000;
const FORGET_MS = 1_000;

/** Thrown instead of sending a poll that could not ask for anything. */
export class NothingToAsk extends Error {
  override readonly name = "NothingToAsk";
}

/** Interceptors are not told the path, but only fetchAndLock names topics. */
const Poll = z.looseObject({
  json: z.looseObject({ topics: z.array(z.looseObject({ topicName: z.string() })), maxTasks: z.number() }),
});

/** Opens a connection; nothing is sent before the client sends it, and of a poll only what `demand` says at that time. */
export function openConnection(options: CompiledOptions, demand: () => Demand): Connection {
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString("base64")}`;
  const pollEnd = new AbortController();
  const common = { headers: { authorization }, agent: agents, retry: { limit: 0 } };
  const call = { ...common, timeout: { request: options.requestTimeoutMs } };
  const poll = {
    ...common,
    timeout: { request: options.longPollMs + POLL_SLACK_MS },
    signal: pollEnd.signal,
  };
  return {
    intercept: (config) => {
      const asked = Poll.safeParse(config).data;
      return asked ? { ...config, ...poll, json: limited(asked.json, demand()) } : { ...config, ...call };
    },
    async endPoll() {
      pollEnd.abort();
      await forgetPoll(options, authorization).catch(() => undefined);
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/**
 * The engine does not notice that a held poll was broken off and would lock the next tasks for nobody. Its parameter
 * fetch-and-lock-unique-worker-request makes it drop the old poll of a worker when a new one comes: so one that asks for
 * nothing is the last.
 */
async function forgetPoll({ engineUrl, workerId }: CompiledOptions, authorization: string): Promise<void> {
  const topics = [{ topicName: "-", lockDuration: 1 }];
  await fetch(`${restUrl(engineUrl)}/external-task/fetchAndLock`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ workerId, maxTasks: 1, asyncResponseTimeout: 1, topics }),
    signal: AbortSignal.timeout(FORGET_MS),
  });
}

/** The address of the engine's REST, without a slash at the end. */
export const restUrl = (engineUrl: string): string => `${engineUrl.replace(/\/$/, "")}/engine-rest`;

function limited(asked: z.output<typeof Poll>["json"], { topics, maxTasks, holdMs }: Demand): object {
  if (maxTasks === 0) throw new NothingToAsk();
  return {
    ...asked,
    topics: asked.topics.filter(({ topicName }) => topics.has(topicName)),
    maxTasks: Math.min(asked.maxTasks, maxTasks),
    asyncResponseTimeout: holdMs,
  };
}
