/** Brings PostgreSQL to the password that the data folder has, where a rotation has changed it there. */
import pg from "pg";
import { SystemError } from "./error.js";
import { databaseUrl, type PostgresOptions } from "./postgres.js";

const WRONG_PASSWORD = "28P01";

/** As {@link settlePassword} for the embedded server's own role. */
export const settleDatabasePassword = (options: PostgresOptions): Promise<void> =>
  settlePassword(databaseUrl(options, "postgres"), options.passwordBefore);

/**
 * Lets the role of this address have the password in it; `before` is the one that the server may still have. Throws a
 * SystemError where it accepts neither.
 */
export async function settlePassword(url: string, before: string | undefined): Promise<void> {
  if (before === undefined || (await accepts(url))) return;
  const old = new URL(url);
  old.password = encodeURIComponent(before);
  const client = new pg.Client({ connectionString: old.href });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const role = client.escapeIdentifier(decodeURIComponent(old.username));
    const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
    await client.query(`ALTER ROLE ${role} PASSWORD ${password}`);
  } catch (error) {
    // The words of a refusal could quote the statement.
    const code = error instanceof pg.DatabaseError ? error.code : "no answer";
    throw new SystemError(
      `The database accepts neither the new password nor the one before (${code ?? "unknown"}): put back the rahasia.json that belongs to it.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server accepts the password of this address; throws what else goes wrong. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
