/** The record of who did or saw what (UU PDP 27/2022 art. 46). Rows are only ever added. */
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { audit } from "../db/schema.js";

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

/** What to look for: a prefix of `tindakan` (`masuk` finds `masuk.gagal` too), the rest exactly. */
export interface SaringAudit {
  readonly oleh?: string | undefined;
  readonly tindakan?: string | undefined;
  readonly objek?: string | undefined;
  readonly dari?: Date | undefined;
  readonly sampai?: Date | undefined;
}

/** One page of lines, newest first, and how many there are. */
export async function bacaAudit(db: Db, s: SaringAudit, dari: number, ukuran: number) {
  const syarat = and(
    s.oleh === undefined ? undefined : eq(audit.oleh, s.oleh),
    s.tindakan === undefined ? undefined : sql`starts_with(${audit.tindakan}, ${s.tindakan})`,
    s.objek === undefined ? undefined : eq(audit.objek, s.objek),
    s.dari === undefined ? undefined : gte(audit.waktu, s.dari),
    s.sampai === undefined ? undefined : lt(audit.waktu, s.sampai),
  );
  const [total, baris] = await Promise.all([
    db.$count(audit, syarat),
    db.select().from(audit).where(syarat).orderBy(desc(audit.id)).limit(ukuran).offset(dari),
  ]);
  return { total, baris };
}
