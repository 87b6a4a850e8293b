/** The audit list of the modeler: who did what with which draft or version, newest first. */
import { and, desc, eq, like, lt, notLike } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { audit } from "../db/schema.js";

/** Which lines: before `sebelum` (an id), of one draft or version, at most `banyak`, with the migrations of requests or without. */
export interface PermintaanAudit {
  readonly sebelum?: number | undefined;
  readonly objek?: string | undefined;
  readonly banyak: number;
  readonly migrasi: boolean;
}

/** The lines asked for. */
export const daftarAudit = (db: Db, k: PermintaanAudit) =>
  db
    .select()
    .from(audit)
    .where(
      and(
        like(audit.tindakan, "modeler.%"),
        k.migrasi ? undefined : notLike(audit.tindakan, "modeler.migrasi%"),
        k.sebelum === undefined ? undefined : lt(audit.id, k.sebelum),
        k.objek === undefined ? undefined : eq(audit.objek, k.objek),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(k.banyak);
