/** Which letterhead and wording is in force: the newest state of them, whether it came with the files or from the page. */
import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { templatSurat } from "../db/schema.js";
import { periksa } from "../surat/galat.js";
import { IsiTemplat } from "../surat/isi-templat.js";
import type { Kop } from "../surat/kop.js";
import type { LetterRenderer, PencetakSurat } from "../surat/render.js";

/** One version (from 1), ready to print. */
export interface Templat {
  readonly versi: number;
  readonly kop: Kop;
  readonly surat: LetterRenderer;
}

/** Answers templates; both throw SuratError where what is stored does not fit the letter folder any more. */
export interface PenyediaTemplat {
  /** What new letters use. */
  berlaku(): Promise<Templat>;
  /** What a letter was begun with. */
  versi(versi: number): Promise<Templat>;
}

/** Who saves a version. */
export interface PenyimpanTemplat {
  readonly sumber: "berkas" | "penyunting";
  readonly oleh: string;
  readonly namaOleh: string;
  readonly catatan: string;
}

const SISTEM = { sumber: "berkas", oleh: "sistem", namaOleh: "Berkas folder surat", catatan: "" } as const;

const sidikIsi = (isi: IsiTemplat): string => createHash("sha256").update(JSON.stringify(isi)).digest("hex");

/** The provider over a letter folder; the folder's own files are noted as a version when they have changed. */
export function createPenyediaTemplat(db: Db, pencetak: PencetakSurat): PenyediaTemplat {
  const dibaca = new Map<number, Templat>();
  let tercatat: Promise<void> | undefined;
  const versi = async (nomor: number): Promise<Templat> => {
    const ada = dibaca.get(nomor);
    if (ada) return ada;
    const isi = await bacaTemplat(db, nomor);
    if (!isi) throw new Error(`letter template ${nomor} is not in the database`);
    const templat = { versi: nomor, kop: isi.kop, surat: pencetak.untuk(isi) };
    dibaca.set(nomor, templat);
    return templat;
  };
  return {
    versi,
    async berlaku() {
      tercatat ??= catatBerkas(db, pencetak.bawaan).catch((error: unknown) => {
        tercatat = undefined;
        throw error;
      });
      await tercatat;
      const nomor = await versiBerlaku(db);
      if (nomor === undefined) throw new Error("no letter template is in force");
      return versi(nomor);
    },
  };
}

/** The files' letterhead and wording become a version, unless they are what the files held last. */
export async function catatBerkas(db: Db, isi: IsiTemplat): Promise<void> {
  await db.transaction(async (tx) => {
    await kunci(tx);
    const [terakhir] = await tx
      .select({ sidik: templatSurat.sidik })
      .from(templatSurat)
      .where(eq(templatSurat.sumber, "berkas"))
      .orderBy(desc(templatSurat.versi))
      .limit(1);
    if (terakhir?.sidik !== sidikIsi(isi)) await tambah(tx, isi, SISTEM);
  });
}

/** Puts a version in force over the one it was made on (`dasar`); undefined where another came in between. */
export async function simpanTemplat(
  db: Db,
  isi: IsiTemplat,
  dasar: number,
  oleh: Omit<PenyimpanTemplat, "sumber">,
): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    await kunci(tx);
    if ((await versiBerlaku(tx)) !== dasar) return undefined;
    return tambah(tx, isi, { ...oleh, sumber: "penyunting" });
  });
}

async function tambah(tx: Db, isi: IsiTemplat, oleh: PenyimpanTemplat): Promise<number> {
  const [baris] = await tx
    .insert(templatSurat)
    .values({ isi, sidik: sidikIsi(isi), ...oleh })
    .returning({ versi: templatSurat.versi });
  if (!baris) throw new Error("a letter template could not be stored");
  return baris.versi;
}

const kunci = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('templat_surat'))`);

/** Number of the newest version; undefined before there is one. */
async function versiBerlaku(db: Db): Promise<number | undefined> {
  const [baris] = await db
    .select({ versi: templatSurat.versi })
    .from(templatSurat)
    .orderBy(desc(templatSurat.versi))
    .limit(1);
  return baris?.versi;
}

/** What a version says, checked; undefined where there is none. */
export async function bacaTemplat(db: Db, versi: number): Promise<IsiTemplat | undefined> {
  const [baris] = await db.select({ isi: templatSurat.isi }).from(templatSurat).where(eq(templatSurat.versi, versi));
  return baris && periksa(IsiTemplat, baris.isi, `templat surat versi ${versi}`);
}

/** The newest hundred versions without their content, the newest first. */
export const daftarTemplat = (db: Db) => {
  const { versi, sumber, oleh, namaOleh, catatan, dibuat } = templatSurat;
  return db
    .select({ versi, sumber, oleh, namaOleh, catatan, dibuat })
    .from(templatSurat)
    .orderBy(desc(versi))
    .limit(100);
};
