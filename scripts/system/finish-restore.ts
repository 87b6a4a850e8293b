/** The end of a restore: done by whoever first has the restored server running and migrated, before anything works on it. */
import pg from "pg";
import { openDb } from "../../src/db/open.js";
import { BERKAS_TANDA, selesaikanPemulihan, TandaPemulihan } from "../../src/pemulihan/index.js";
import { restoreAdminPassword } from "./admin-password.js";

const NO_PRIVILEGE = "42501";
const NO_TABLE = "42P01";

/**
 * Brings a restore that left its mark in the server's data folder to its end, once. Answers in sentences what the
 * administrator has to know; nothing where there was no restore, or it is finished already.
 */
export async function finishRestore(
  ownerUrl: string,
  engineUrl: string,
  adminPassword: string | undefined,
): Promise<readonly string[]> {
  const mark = await readMark(ownerUrl);
  if (mark === undefined || (await isFinished(ownerUrl, mark.id))) return [];
  await prepareEngine(engineUrl, adminPassword);
  const { db, close } = openDb(ownerUrl, () => undefined, 1);
  const skipped = await selesaikanPemulihan(db, mark).finally(close);
  return [
    `Restored to ${mark.titik}. Whatever was entered after that has to be entered again.`,
    ...skipped.map(
      ({ jenis, tahun, dari, sampai }) =>
        `Numbers ${dari} to ${sampai} of ${jenis === "surat" ? "letters" : "requests"} of ${tahun} are given to nobody any more: one of them may have left the house after the backup.`,
    ),
  ];
}

async function prepareEngine(engineUrl: string, adminPassword: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: engineUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    // A login that was ended after the backup must not come back with it.
    await client.query("delete from spring_session");
    if (adminPassword !== undefined) await restoreAdminPassword(client, adminPassword);
  } catch (error) {
    // The backup is from before the engine's first start.
    if (!(error instanceof pg.DatabaseError) || error.code !== NO_TABLE) throw error;
  } finally {
    await client.end();
  }
}

async function readMark(ownerUrl: string): Promise<TandaPemulihan | undefined> {
  try {
    const [row] = await run<{ text: string | null }>(ownerUrl, "select pg_read_file($1, 0, 10000, true) as text", [
      BERKAS_TANDA,
    ]);
    return row?.text ? TandaPemulihan.parse(JSON.parse(row.text)) : undefined;
  } catch (error) {
    // On a server that somebody gave us we may not look; it was not restored by us either.
    if (error instanceof pg.DatabaseError && error.code === NO_PRIVILEGE) return undefined;
    throw error;
  }
}

const isFinished = async (ownerUrl: string, id: string): Promise<boolean> =>
  (await run(ownerUrl, "select 1 from pemulihan where id = $1", [id])).length > 0;

async function run<R extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client
    .query<R>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
