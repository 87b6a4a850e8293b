/** Documents in PostgreSQL: the engine holds only id, name, size and hash (design decision 6). */
import { createHash, randomUUID } from "node:crypto";
import { eq, getTableColumns } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { dokumen } from "../db/schema.js";
import type { Dokumen } from "../proses/variabel.js";

/** What is to be kept. `satker` is the uploader's unit; `nomorPermohonan` binds the document to a request at once. */
export interface DokumenBaru {
  readonly jenis: "unggahan" | "draf-surat" | "surat";
  readonly nama: string;
  readonly isi: Buffer;
  readonly pemilik: string;
  readonly satker?: string | undefined;
  readonly nomorPermohonan?: string | undefined;
  readonly id?: string | undefined;
}

/** A row without its bytes. */
export type RincianDokumen = Omit<typeof dokumen.$inferSelect, "isi">;

/** A row with its bytes. */
export type DokumenTersimpan = typeof dokumen.$inferSelect;

const { isi: _isi, ...tanpaIsi } = getTableColumns(dokumen);
/** The columns without the bytes. */
export const kolomRincian = tanpaIsi;

/** The reference that a process variable holds. */
export const acuan = ({ id, nama, ukuran, sha256 }: Dokumen): Dokumen => ({ id, nama, ukuran, sha256 });

/**
 * Stores a document and returns its reference. The same `id` with the same bytes again returns the row that is there,
 * so a repeated worker changes nothing; with other bytes it throws.
 */
export async function simpanDokumen(db: Db, baru: DokumenBaru): Promise<Dokumen> {
  const { isi, id = randomUUID(), ...lain } = baru;
  const sha256 = createHash("sha256").update(isi).digest("hex");
  const [baris] = await db
    .insert(dokumen)
    .values({ ...lain, id, isi, sha256, ukuran: isi.length })
    .onConflictDoNothing({ target: dokumen.id })
    .returning(kolomRincian);
  const ada = baris ?? (await rincianDokumen(db, id));
  if (ada?.sha256 !== sha256) throw new Error(`document ${id} is already stored with other bytes`);
  return acuan(ada);
}

/** A document with its bytes; undefined where there is none. */
export async function bacaDokumen(db: Db, id: string): Promise<DokumenTersimpan | undefined> {
  const [baris] = await db.select().from(dokumen).where(eq(dokumen.id, id));
  return baris;
}

/** A document without its bytes; undefined where there is none. */
export async function rincianDokumen(db: Db, id: string): Promise<RincianDokumen | undefined> {
  const [baris] = await db.select(kolomRincian).from(dokumen).where(eq(dokumen.id, id));
  return baris;
}
