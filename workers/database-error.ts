/** What an error of our PostgreSQL means for an attempt. */
import { types } from "node:util";
import { z } from "zod";

const PgError = z.object({
  code: z.string(),
  severity: z.string(),
  table: z.string().optional(),
  constraint: z.string().optional(),
});
/** Connection lost or refused, server starting or stopping, a limit of open.ts, too many connections, deadlock, serialization. */
const TRANSIENT = /^(08...|57P0[1-3]|57014|25P03|53300|40001|40P01|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT)$/;
/** The last two stand where a rollback fails because the connection is gone already, and hide the first error. */
const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/**
 * Drizzle's errors quote the query with all parameters, a nonce among them, and PostgreSQL's quote values: of either
 * only code, table and constraint are taken.
 */
export function databaseError(thrown: unknown): { reason: string; transient: boolean } | undefined {
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
