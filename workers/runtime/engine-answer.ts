/** What the engine's refusal of a call means. Errors of the network may hold the request with its login: never log them whole. */
import { z } from "zod";
import { EngineError } from "../../src/engine/client.js";
import { isCollision } from "../../src/engine/collision.js";

/**
 * `conflict`: another transaction was faster, ask again at once. `gone`: no such task any more. `notOurs`: the lock is
 * somebody else's. `refused`: asking again is no use. `away`: nobody answered, or not now. `unclear`: the engine could not
 * write, and does not say whether its database was away or does not take these values.
 */
export interface EngineRefusal {
  readonly kind: "conflict" | "gone" | "notOurs" | "refused" | "away" | "unclear";
  /** Status, exception and message of the engine, or the network's error code. */
  readonly reason: string;
}

/** undici's errors have the code themselves, fetch hides it in the cause; a time limit has a name alone. */
const Coded = z.object({ code: z.string() }).transform(({ code }) => code);
const Network = z.union([
  Coded,
  z.object({ cause: Coded }).transform(({ cause }) => cause),
  z.object({ name: z.enum(["TimeoutError", "AbortError"]) }).transform(({ name }) => name),
]);
const NOT_OURS = /cannot be \w+ by worker|is locked by worker|cannot .* lock/i;
/** The engine's and Spring's exceptions for a database that did not do it; seen while PostgreSQL restarts. */
const NOT_WRITTEN = /^ProcessEnginePersistence|Transaction\w*Exception$|DataAccess\w*Exception$/;
/** BuiltinExceptionCode of a value too long for its column, a text of more than 4,000 characters for one. */
const COLUMN_TOO_SMALL = 10_002;

/** The meaning of an error thrown by the task service, the poll, or our own client of the engine. */
export function engineRefusal(thrown: unknown): EngineRefusal {
  if (!(thrown instanceof EngineError)) return withoutAnswer(thrown);
  const { status, type, message } = thrown;
  const reason = `${status} ${type} ${message.slice(0, 300)}`.trim();
  return { kind: isCollision(thrown) ? "conflict" : kindOf(thrown), reason };
}

/** What is neither an answer nor the network is a defect of ours: asking again for ever would hide it. */
function withoutAnswer(thrown: unknown): EngineRefusal {
  const code = Network.safeParse(thrown).data;
  if (code !== undefined) return { kind: "away", reason: code };
  if (thrown instanceof SyntaxError) return { kind: "away", reason: "the answer is not JSON" };
  return { kind: "refused", reason: thrown instanceof Error ? thrown.name : "no error" };
}

function kindOf({ status, type, message, code }: EngineError): EngineRefusal["kind"] {
  // Without an exception's name it is not the engine that answered but something before it, or a server starting up.
  if (type === "unknown") return "away";
  if (status === 404 && type === "RestException") return "gone";
  if (status === 400 && NOT_OURS.test(message)) return "notOurs";
  if (NOT_WRITTEN.test(type)) return code === COLUMN_TOO_SMALL ? "refused" : "unclear";
  return [429, 502, 503, 504].includes(status) ? "away" : "refused";
}
