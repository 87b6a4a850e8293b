/** Uploads that went into no request: kept for a while, because a form may still name them, then deleted. */
import { and, eq, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { dokumen, suratKeluar, tandaTangan } from "../db/schema.js";

const SEKALI = 100;

/**
 * Remembers that answers have named these documents. In a transaction of its own, before the engine is asked: where the
 * engine took the answer and our own commit was lost, a request uses a document that looks as if nobody did.
 */
export async function tandaiDisebut(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const yang = and(inArray(dokumen.id, [...ids]), isNull(dokumen.disebut));
  await db.update(dokumen).set({ disebut: sql`now()` }).where(yang);
}

/**
 * Deletes uploads from before `sebelum` that no answer, letter or signature has ever named, with an audit row each; answers
 * how many. Safe while others sweep or fill in forms: what is in use is left for the next time.
 */
export async function sapuUnggahan(db: Db, sebelum: Date): Promise<number> {
  let jumlah = 0;
  for (;;) {
    const kali = await db.transaction((tx) => sapuSebagian(tx, sebelum));
    jumlah += kali;
    if (kali < SEKALI) return jumlah;
  }
}

async function sapuSebagian(tx: Db, sebelum: Date): Promise<number> {
  const takTerikat = and(
    eq(dokumen.jenis, "unggahan"),
    isNull(dokumen.nomorPermohonan),
    isNull(dokumen.disebut),
    lt(dokumen.dibuat, sebelum),
    notExists(tx.select({ ada: sql`1` }).from(tandaTangan).where(eq(tandaTangan.dokumen, dokumen.id))),
    notExists(tx.select({ ada: sql`1` }).from(suratKeluar).where(eq(suratKeluar.dokumen, dokumen.id))),
  );
  const lama = await tx
    .select({ id: dokumen.id })
    .from(dokumen)
    .where(takTerikat)
    .limit(SEKALI)
    .for("update", { skipLocked: true });
  if (lama.length === 0) return 0;
  const { id, pemilik, sha256, ukuran, dibuat } = dokumen;
  const ids = lama.map((satu) => satu.id);
  const dihapus = await tx.delete(dokumen).where(inArray(id, ids)).returning({ id, pemilik, sha256, ukuran, dibuat });
  for (const satu of dihapus) {
    const rincian = {
      pemilik: satu.pemilik,
      sha256: satu.sha256,
      ukuran: satu.ukuran,
      diunggah: satu.dibuat.toISOString(),
    };
    await catatAudit(tx, { oleh: "sistem", tindakan: "dokumen.sapu", objek: satu.id, rincian });
  }
  return dihapus.length;
}
