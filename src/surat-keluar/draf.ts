/** Drafts of the Surat Pemberitahuan: every version is kept, each made once (SOP rows 7 and 8). */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { drafSurat, dokumen as tabelDokumen } from "../db/schema.js";
import { acuan, kolomRincian, rincianDokumen, simpanDokumen } from "../dokumen/store.js";
import type { Dokumen } from "../proses/variabel.js";
import { DataSurat, type Paragraf } from "../surat/data.js";
import { catatDokumenSurat } from "./nomor.js";

/** A draft by its process instance and version (from 1): the letter's data and its PDF as a stored document. */
export interface Draf {
  readonly versi: number;
  readonly data: DataSurat;
  readonly dokumen: Dokumen;
}

/** Who asked for a version, and why; there is nobody behind the first one. */
export interface Pengubah {
  readonly id: string;
  readonly nama: string;
  readonly alasan?: string | undefined;
}

/** A version as people compare it: its words, its PDF, who asked for it when. */
export interface VersiDraf {
  readonly versi: number;
  readonly dibuat: Date;
  readonly pengubah: Pengubah | null;
  readonly paragraf: Paragraf;
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
  readonly pengubah?: Pengubah | undefined;
}

/** A version of a process instance's draft, or undefined. */
export async function bacaDrafSurat(db: Db, instans: string, versi: number): Promise<Draf | undefined> {
  const yang = and(eq(drafSurat.instans, instans), eq(drafSurat.versi, versi));
  const [baris] = await db.select().from(drafSurat).where(yang);
  const dokumen = baris && (await rincianDokumen(db, baris.dokumen));
  return baris && dokumen && { versi, data: DataSurat.parse(baris.data), dokumen: acuan(dokumen) };
}

/** Keeps a draft and its PDF together; a version that is there already is answered as it is. */
export async function simpanDrafSurat(db: Db, baru: DrafBaru): Promise<Draf> {
  const { instans, versi, data, pdf, pengubah, ...lain } = baru;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('draf_surat'), hashtext(${instans}))`);
    const ada = await bacaDrafSurat(tx, instans, versi);
    if (ada) return ada;
    const dokumen = await simpanDokumen(tx, { ...lain, jenis: "draf-surat", isi: pdf });
    const oleh = { diubahOleh: pengubah?.id, namaPengubah: pengubah?.nama, alasan: pengubah?.alasan };
    await tx.insert(drafSurat).values({ instans, versi, data, dokumen: dokumen.id, ...oleh });
    await catatDokumenSurat(tx, data.nomorSurat, dokumen.id);
    return { versi, data, dokumen };
  });
}

/** Every version of a process instance's draft, the first one first. */
export async function riwayatDrafSurat(db: Db, instans: string): Promise<VersiDraf[]> {
  const baris = await db
    .select({ draf: drafSurat, dokumen: kolomRincian })
    .from(drafSurat)
    .innerJoin(tabelDokumen, eq(tabelDokumen.id, drafSurat.dokumen))
    .where(eq(drafSurat.instans, instans))
    .orderBy(asc(drafSurat.versi));
  return baris.map(({ draf, dokumen }) => ({
    versi: draf.versi,
    dibuat: draf.dibuat,
    pengubah: pengubahDari(draf),
    paragraf: DataSurat.parse(draf.data).paragraf,
    dokumen: acuan(dokumen),
  }));
}

function pengubahDari({ diubahOleh: id, namaPengubah: nama, alasan }: typeof drafSurat.$inferSelect): Pengubah | null {
  return id === null ? null : { id, nama: nama ?? id, ...(alasan === null ? {} : { alasan }) };
}
