import type { CallOptions, Engine, Method } from "../../../src/engine/client.js";

export interface Call {
  readonly method: Method;
  readonly path: string;
  readonly body: unknown;
  readonly query: CallOptions<unknown>["query"];
}

/** An engine that answers GETs from a table (by path) and remembers what it was told to change. */
export function fakeEngine(answers: Record<string, unknown>): { engine: Engine; changes: Call[] } {
  const changes: Call[] = [];
  const engine: Engine = {
    async call(method, path, { body, query, schema }) {
      if (method !== "GET") changes.push({ method, path, body, query });
      return schema.parse(answers[`${method} ${path}`] ?? (method === "GET" ? [] : undefined));
    },
    text: async (path) => String(answers[`GET ${path}`] ?? ""),
  };
  return { engine, changes };
}
