/** Appending to the archive (SOP row 10): content by its hash, once; one chained entry per request. */
import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi } from "../db/schema.js";
import { type CatatanArsip, HASH_AWAL, hashEntri, sha256, teksCatatan } from "./catatan.js";

/** What is to be archived. `instans` (a process instance, or another key of its own) is archived once only. */
export type BahanArsip = Omit<CatatanArsip, "urut" | "id" | "sha256" | "ukuran" | "diarsipkan"> & {
  readonly instans: string;
  readonly isi: Buffer;
};

/** The register's entry: its id, the letter's number and the SHA-256 (hex) of the archived copy. */
export interface EntriArsip {
  readonly id: string;
  readonly nomorSurat: string | null;
  readonly sha256: string;
}

const entri = { id: arsip.id, nomorSurat: arsip.nomorSurat, sha256: arsip.sha256 };

/** The entry of a process instance, or undefined. */
export async function bacaEntriArsip(db: Db, instans: string): Promise<EntriArsip | undefined> {
  const [baris] = await db.select(entri).from(arsip).where(eq(arsip.instans, instans));
  return baris;
}

/**
 * Archives a copy at this instant, once per `instans`: a second call answers the first one's entry. Throws where another entry holds
 * the same letter number.
 */
export async function simpanArsip(db: Db, bahan: BahanArsip, kini: Date): Promise<EntriArsip> {
  return db.transaction(async (tx) => {
    await kunciRantai(tx);
    return (await bacaEntriArsip(tx, bahan.instans)) ?? (await tambah(tx, bahan, kini));
  });
}

/** One writer at a time: each entry needs the hash of the one before it. */
async function kunciRantai(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('arsip'))`);
}

async function tambah(tx: Db, { isi, ...bahan }: BahanArsip, kini: Date): Promise<EntriArsip> {
  const [akhir] = await tx
    .select({ urut: arsip.urut, hash: arsip.hash })
    .from(arsip)
    .orderBy(desc(arsip.urut))
    .limit(1);
  const catatan: CatatanArsip = {
    ...bahan,
    urut: (akhir?.urut ?? 0) + 1,
    id: randomUUID(),
    sha256: sha256(isi),
    ukuran: isi.length,
    diarsipkan: kini.toISOString(),
  };
  const teks = teksCatatan(catatan);
  const sebelum = akhir?.hash ?? HASH_AWAL;
  await tx.insert(arsipIsi).values({ sha256: catatan.sha256, isi }).onConflictDoNothing();
  await tx.insert(arsip).values({ ...kolom(catatan), sebelum, hash: hashEntri(sebelum, teks), catatan: teks });
  return { id: catatan.id, nomorSurat: catatan.nomorSurat, sha256: catatan.sha256 };
}

/** The entry's text once more in columns, for searching; the text is what counts. */
export const kolom = ({ orang, diarsipkan, ...lain }: CatatanArsip) => ({
  ...lain,
  orang: orang.join("\n"),
  diarsipkan: new Date(diarsipkan),
});
