/** Drafts of the Surat Pemberitahuan: every version is kept, each made once (SOP rows 7 and 8). */
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { drafSurat } from "../db/schema.js";
import { acuan, rincianDokumen, simpanDokumen } from "../dokumen/store.js";
import type { Dokumen } from "../proses/variabel.js";
import { DataSurat } from "../surat/data.js";

/** A draft by its process instance and version (from 1): the letter's data and its PDF as a stored document. */
export interface Draf {
  readonly versi: number;
  readonly data: DataSurat;
  readonly dokumen: Dokumen;
}

/** A draft about to be kept; `pemilik` is the account that made it. */
export interface DrafBaru {
  readonly instans: string;
  readonly versi: number;
  readonly data: DataSurat;
  readonly pdf: Buffer;
  readonly nama: string;
  readonly pemilik: string;
  readonly nomorPermohonan: string;
}

/** A version of a process instance's draft, or undefined. */
export async function bacaDraf(db: Db, instans: string, versi: number): Promise<Draf | undefined> {
  const yang = and(eq(drafSurat.instans, instans), eq(drafSurat.versi, versi));
  const [baris] = await db.select().from(drafSurat).where(yang);
  const dokumen = baris && (await rincianDokumen(db, baris.dokumen));
  return baris && dokumen && { versi, data: DataSurat.parse(baris.data), dokumen: acuan(dokumen) };
}

/** Keeps a draft and its PDF together; a version that is there already is answered as it is. */
export async function simpanDraf(db: Db, baru: DrafBaru): Promise<Draf> {
  const { instans, versi, data, pdf, ...lain } = baru;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('draf_surat'), hashtext(${instans}))`);
    const ada = await bacaDraf(tx, instans, versi);
    if (ada) return ada;
    const dokumen = await simpanDokumen(tx, { ...lain, jenis: "draf-surat", isi: pdf });
    await tx.insert(drafSurat).values({ instans, versi, data, dokumen: dokumen.id });
    return { versi, data, dokumen };
  });
}
