/** The application's own database role: it reads and writes, but may not rewrite the archive or the audit. */
import pg from "pg";

/** The role that gateway and workers connect as. */
const ROLE = "aplikasi";
/** Rows of these tables are only ever added. */
const APPEND_ONLY = [
  "arsip",
  "arsip_isi",
  "jangkar_arsip",
  "audit",
  "pemulihan",
  "pemeriksaan_arsip",
  "templat_surat",
] as const;

/**
 * Makes the role (with this password) and gives it what it needs in the migrated database behind `ownerUrl`; to be
 * done after every migration, any number of times.
 */
export async function grantApplication(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  const secret = client.escapeLiteral(password);
  try {
    await client.query("BEGIN");
    // Two starts at once must not both create it.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('roles'))");
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [ROLE]);
    await client.query(`${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${ROLE} LOGIN NOSUPERUSER PASSWORD ${secret}`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${ROLE}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${ROLE}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${ROLE}`);
    for (const table of APPEND_ONLY) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${ROLE}`);
    await client.query(`GRANT EXECUTE ON FUNCTION musnahkan_arsip(uuid) TO ${ROLE}`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** The same database as that role; never log it. */
export function applicationUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = ROLE;
  url.password = encodeURIComponent(password);
  return url.href;
}
