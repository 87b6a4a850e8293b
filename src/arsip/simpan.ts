/** The register of archived letters (SOP row 10): one copy per request, found by its number, checked by its hash. */
import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { arsip } from "../db/schema.js";

/** A signed letter to be archived; `tanggalSurat` is an ISO date, `isi` the PDF. */
export interface SuratUntukArsip {
  readonly instans: string;
  readonly nomorPermohonan: string;
  readonly nomorSurat: string;
  readonly tanggalSurat: string;
  readonly uraian: string;
  readonly kodeKlasifikasi: string;
  readonly unitPengolah: string;
  readonly isi: Buffer;
}

/** The register's entry: its id, the letter's number and the SHA-256 (hex) of the archived copy. */
export interface EntriArsip {
  readonly id: string;
  readonly nomorSurat: string;
  readonly sha256: string;
}

const entri = { id: arsip.id, nomorSurat: arsip.nomorSurat, sha256: arsip.sha256 };

/** The entry of a process instance, or undefined. */
export async function bacaEntriArsip(db: Db, instans: string): Promise<EntriArsip | undefined> {
  const [baris] = await db.select(entri).from(arsip).where(eq(arsip.instans, instans));
  return baris;
}

/**
 * Archives a copy of a letter, once per process instance: a second call answers the first one's entry. Throws where
 * another request holds the same letter number.
 */
export async function simpanArsip(db: Db, surat: SuratUntukArsip): Promise<EntriArsip> {
  const sha256 = createHash("sha256").update(surat.isi).digest("hex");
  const [baru] = await db
    .insert(arsip)
    .values({ ...surat, id: randomUUID(), sha256 })
    .onConflictDoNothing({ target: arsip.instans })
    .returning(entri);
  const ada = baru ?? (await bacaEntriArsip(db, surat.instans));
  if (ada === undefined) throw new Error("an archive entry vanished while it was written");
  return ada;
}
