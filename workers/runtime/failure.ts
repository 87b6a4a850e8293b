/** Why an attempt failed, told by data on the error. Here everything thrown becomes one of four kinds. */
import { types } from "node:util";
import { z } from "zod";
import { AdapterError } from "../adapters/index.js";

/** A business answer that the diagram has a path for; `message` is for staff, in Indonesian, without secrets. */
export class BpmnError extends Error {
  override readonly name = "BpmnError";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Variables that are not what the topic's schema says; the message names fields, never their content. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";

  constructor(
    readonly side: "input" | "output",
    message: string,
  ) {
    super(message);
  }
}

/** Why an attempt was broken off. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(readonly why: "lockLost" | "timeLimit" | "shutdown") {
    super(why);
  }
}

/** `unavailable` is worth another attempt, `rejected` is the other side's last word, `broken` needs a person. */
export type Failure =
  | { readonly kind: "business"; readonly code: string; readonly message: string }
  | { readonly kind: "unavailable"; readonly reason: string; readonly retryAfterMs?: number | undefined }
  | { readonly kind: "rejected"; readonly reason: string }
  | { readonly kind: "broken"; readonly reason: string; readonly frames: string };

/** The failure that anything thrown stands for; nothing of it can hold a query's parameters. */
export function coerceFailure(thrown: unknown): Failure {
  if (thrown instanceof BpmnError) return { kind: "business", code: thrown.code, message: thrown.message };
  if (thrown instanceof Interrupted) return { kind: "unavailable", reason: "the attempt took longer than allowed" };
  if (thrown instanceof AdapterError && thrown.kind !== "malformed") return ofAdapter(thrown);
  const database = databaseError(thrown);
  if (database?.transient) return { kind: "unavailable", reason: database.reason };
  const reason = database?.reason ?? reasonOf(thrown);
  return { kind: "broken", reason, frames: frames(thrown) };
}

function ofAdapter({ kind, message, retryAfterMs }: AdapterError): Failure {
  if (kind === "unavailable") return { kind, reason: message, retryAfterMs };
  return { kind: "rejected", reason: message };
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof ShapeError) return `the ${thrown.side} does not fit the topic's schema: ${thrown.message}`;
  if (types.isNativeError(thrown)) return `${thrown.name}: ${thrown.message}`.slice(0, 500);
  return "something that is no error was thrown";
}

/** A stack without its first line: that one repeats the message. */
function frames(thrown: unknown): string {
  const lines = types.isNativeError(thrown) ? (thrown.stack ?? "").split("\n") : [];
  return lines.filter((line) => /^\s+at /.test(line)).join("\n");
}

const PgError = z.object({
  code: z.string(),
  severity: z.string(),
  table: z.string().optional(),
  constraint: z.string().optional(),
});
/** Connection lost or refused, server starting or stopping, too many connections, deadlock, serialization. */
const TRANSIENT = /^(08...|57P0[1-3]|53300|40001|40P01|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT)$/;
const LOST_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect)/;

/**
 * Drizzle's errors quote the query with all parameters, a nonce among them, and PostgreSQL's quote values: of either
 * only code, table and constraint are taken.
 */
function databaseError(thrown: unknown): { reason: string; transient: boolean } | undefined {
  if (!types.isNativeError(thrown)) return undefined;
  const wrapped = thrown.message.startsWith("Failed query:");
  const cause = wrapped && types.isNativeError(thrown.cause) ? thrown.cause : thrown;
  const pg = PgError.safeParse(cause).data;
  const code = pg?.code ?? ("code" in cause && typeof cause.code === "string" ? cause.code : "");
  const transient = TRANSIENT.test(code) || LOST_CONNECTION.test(cause.message);
  if (!wrapped && pg === undefined && !transient) return undefined;
  const where = [code, pg?.table, pg?.constraint].filter(Boolean).join(", ");
  return { reason: `the database refused or is not there (${where || "no code"})`, transient };
}
