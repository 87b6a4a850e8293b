/** A typed client of the engine's REST API; every reply is checked before anybody uses it. */
import { z } from "zod";

/** The engine's own error reply: `type` is the Java exception's simple name. */
const EngineErrorBody = z.object({
  type: z.string().optional(),
  message: z.string().nullish(),
  code: z.number().nullish(),
});

/** The engine refused or failed: `status` is HTTP, `type` the exception's name, `message` its words, `code` its own number. */
export class EngineError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly code: number | null = null,
  ) {
    super(message);
    this.name = "EngineError";
  }
}

/** Those of the engine's REST that are used. */
export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Undefined values are left out of the query; `schema` checks the reply, and an aborted `signal` rejects the call. */
export interface CallOptions<T> {
  readonly query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON, or as multipart where it is FormData. */
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
  readonly signal?: AbortSignal | undefined;
}

/** The engine in the name of one account; what that account may is the engine's to decide. */
export interface Engine {
  /** One call below `/engine-rest`; throws EngineError on a refusal, Error where the reply is not what the schema says. */
  call<T>(method: Method, path: string, options: CallOptions<T>): Promise<T>;
  /** Reads what is no JSON, such as a deployed file, as text; throws EngineError on a refusal. */
  text(path: string): Promise<string>;
}

/** Most rows of one answer: the engine's `queryMaxResultsLimit` (engine/src/main/resources/application.yaml). */
const BARIS_PALING_BANYAK = 2_000;

/** For calls whose reply nobody needs. */
export const nothing: z.ZodType<unknown> = z.unknown();

interface EngineOptions {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly fetch?: typeof fetch;
}

const queryString = (query: CallOptions<unknown>["query"] = {}): string => {
  const pairs = Object.entries(query).flatMap(([k, v]) =>
    v === undefined ? [] : [[k, String(v)] as [string, string]],
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
};

const encodeBody = (body: unknown): { body?: string | FormData; headers: Record<string, string> } => {
  if (body === undefined) return { headers: {} };
  if (body instanceof FormData) return { body, headers: {} };
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
};

const parseJson = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A client that signs in with HTTP basic auth, for service accounts; people go through the gateway with their cookie. */
export function createEngine(options: EngineOptions): Engine {
  const send = options.fetch ?? fetch;
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString("base64")}`;
  return {
    async call(method, path, { query, body, schema, signal }) {
      const { headers, ...rest } = encodeBody(body);
      // The engine refuses a list without a limit. One that fills the limit may be cut off, which nobody would notice.
      const unpaged = schema instanceof z.ZodArray && query?.maxResults === undefined;
      const asked = unpaged ? { ...query, maxResults: BARIS_PALING_BANYAK } : query;
      const url = `${options.url}/engine-rest${path}${queryString(asked)}`;
      const response = await send(url, {
        method,
        headers: { authorization, ...headers },
        ...rest,
        ...(signal ? { signal } : {}),
      });
      const json = parseJson(await response.text());
      if (!response.ok) {
        const error = EngineErrorBody.safeParse(json).data;
        throw new EngineError(
          response.status,
          error?.type ?? "unknown",
          `${method} ${path}: engine answered ${response.status}: ${error?.message ?? "no message"}`,
          error?.code ?? null,
        );
      }
      if (unpaged && Array.isArray(json) && json.length >= BARIS_PALING_BANYAK)
        throw new Error(
          `${method} ${path}: more rows than one answer holds (${BARIS_PALING_BANYAK}); read it in pages`,
        );
      const parsed = schema.safeParse(json);
      if (!parsed.success)
        throw new Error(`${method} ${path}: engine replied in an unexpected shape: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    },
    async text(path) {
      const response = await send(`${options.url}/engine-rest${path}`, { headers: { authorization } });
      if (response.ok) return response.text();
      throw new EngineError(response.status, "unknown", `GET ${path}: engine answered ${response.status}`);
    },
  };
}
