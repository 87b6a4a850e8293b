/** The audit list of the modeler: who did what with which draft or version, newest first. */
import { and, desc, eq, like, lt } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { audit } from "../db/schema.js";

/** Lines before `sebelum` (an id), at most `banyak`; of one draft or version where `objek` is given. */
export const daftarAudit = (db: Db, k: { sebelum?: number | undefined; objek?: string | undefined; banyak: number }) =>
  db
    .select()
    .from(audit)
    .where(
      and(
        like(audit.tindakan, "modeler.%"),
        k.sebelum === undefined ? undefined : lt(audit.id, k.sebelum),
        k.objek === undefined ? undefined : eq(audit.objek, k.objek),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(k.banyak);
