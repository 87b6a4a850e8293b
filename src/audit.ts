/** The record of who did or saw what (UU PDP 27/2022 art. 46). Rows are only ever added. */
import type { Db } from "./db/open.js";
import { audit } from "./db/schema.js";

/** One line: `oleh` is a user id, `tindakan` like `dokumen.baca`, `objek` an id. `rincian` never holds a secret. */
export interface BarisAudit {
  readonly oleh: string;
  readonly tindakan: string;
  readonly objek: string;
  readonly rincian?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** Adds a line; give a transaction as `db` where the line must stand or fall with something else. */
export async function catatAudit(db: Db, baris: BarisAudit): Promise<void> {
  await db.insert(audit).values({ ...baris });
}
