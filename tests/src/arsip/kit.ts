/** The archive on a real PostgreSQL, as the application's role and as somebody who has the whole server. */
import pg from "pg";
import { type BahanArsip, kunciJangkar, simpanArsip } from "../../../src/arsip/index.js";
import { type Db, openDb } from "../../../src/db/open.js";
import { applicationUrl, grantApplication } from "../../../src/db/roles.js";
import { startTestDatabase } from "../../support/postgres.js";

const PASSWORD = "sandi-peran-aplikasi";

/** Signs the anchors of the tests. */
export const kunci = kunciJangkar("rahasia-jangkar-arsip");

/** Starts the server: `db` is the application's, `owner` may do what the tables' triggers let the owner do; `close` ends it. */
export async function startArsip() {
  const database = await startTestDatabase();
  await grantApplication(database.url, PASSWORD);
  await grantApplication(database.url, PASSWORD);
  const url = applicationUrl(database.url, PASSWORD);
  const { db, close: closeDb } = openDb(url, () => undefined);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const close = async () => {
    await closeDb();
    await owner.end();
    await database.stop();
  };
  return { db, owner, url, close };
}
export type UjiArsip = Awaited<ReturnType<typeof startArsip>>;

/** Archives a copy at some instant. */
export const simpan = (db: Db, satu: BahanArsip) => simpanArsip(db, satu, new Date("2026-11-23T03:00:00Z"));

/** The day on which retention periods are over, and a second person's consent to a list. */
export const hari = "2026-11-23";
const dasar = { kodeKlasifikasi: "PL.02", unitPengolah: "LPSE", tanggalSurat: hari, simpanSampai: "2036-11-23" };
export const keputusan = { keputusan: "setuju", catatan: "", kini: new Date(), dasar } as const;
