/** Why an attempt failed, told by data on the error. Here everything thrown becomes one of four kinds. */
import { types } from "node:util";
import { AdapterError } from "../adapters/index.js";
import { databaseError } from "../database-error.js";

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

/** A task, or variables, that are not what the schema says; the message names fields, never their content. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";

  constructor(
    readonly side: "task" | "input" | "output",
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

/** What an unavailable service says of time: when to ask again; how long it has been away where nobody was asked at all. */
interface Patience {
  readonly retryAfterMs?: number | undefined;
  readonly heldBackMs?: number | undefined;
}

/** `unavailable` is worth another attempt, `rejected` is the other side's last word, `broken` needs a person. */
export type Failure =
  | { readonly kind: "business"; readonly code: string; readonly message: string }
  | ({ readonly kind: "unavailable"; readonly reason: string } & Patience)
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

function ofAdapter({ kind, message, retryAfterMs, heldBackMs }: AdapterError): Failure {
  if (kind === "unavailable") return { kind, reason: message, retryAfterMs, heldBackMs };
  return { kind: "rejected", reason: message };
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof ShapeError) return `the ${thrown.side} does not fit its schema: ${thrown.message}`;
  if (types.isNativeError(thrown)) return `${thrown.name}: ${thrown.message}`.slice(0, 500);
  return "something that is no error was thrown";
}

/** A stack without its first line: that one repeats the message. */
function frames(thrown: unknown): string {
  const lines = types.isNativeError(thrown) ? (thrown.stack ?? "").split("\n") : [];
  return lines.filter((line) => /^\s+at /.test(line)).join("\n");
}
