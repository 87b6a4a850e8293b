/** How the official client talks to the engine: login, kept-alive connections, time limits, a poll that can be ended. */
import http from "node:http";
import https from "node:https";
import type { Interceptor } from "camunda-external-task-client-js";
import type { CompiledOptions } from "./options.js";

/** `intercept` goes into every request of the client; `endPoll` breaks off the open poll; `close` the connections. */
export interface Connection {
  readonly intercept: Interceptor;
  endPoll(): void;
  close(): void;
}

/** The engine's own answer to a poll may take a little longer than asked for. */
const POLL_SLACK_MS = 5_000;

/** Opens a connection; nothing is sent before the client sends it. */
export function openConnection(options: CompiledOptions): Connection {
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
    intercept: (config) => ({ ...config, ...(isPoll(config) ? poll : call) }),
    endPoll: () => pollEnd.abort(),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Interceptors are not told the path, but only fetchAndLock names topics. */
function isPoll(config: unknown): boolean {
  if (typeof config !== "object" || config === null || !("json" in config)) return false;
  return typeof config.json === "object" && config.json !== null && "topics" in config.json;
}
