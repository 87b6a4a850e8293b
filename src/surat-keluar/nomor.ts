/** Numbers of letters: each letter's own, given once; asking again gives number, date and template again. */
import { eq, sql } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { suratKeluar } from "../db/schema.js";
import { beriNomor } from "../nomor-urut.js";
import { tahunWib, tanggalWib } from "../waktu/wib.js";
import type { Templat } from "./templat.js";

/** The letter that needs a number; `kunci` names it, so that a repeated try is the same letter. */
export interface PermintaanSurat {
  readonly kunci: string;
  readonly jenis: (typeof suratKeluar.$inferSelect)["jenis"];
  readonly instans: string;
  readonly nomorPermohonan: string;
  /** Name of the Satuan Kerja. */
  readonly satker: string;
}

/** A numbered letter: ISO date in WIB, version of the template it began with, its newest PDF if there is one. */
export interface SuratBernomor {
  readonly kunci: string;
  readonly nomor: string;
  readonly tanggal: string;
  readonly templat: number | null;
  readonly dokumen: string | null;
}

const { kunci, nomor, tanggal, templat, dokumen } = suratKeluar;
const kolom = { kunci, nomor, tanggal, templat, dokumen };

/**
 * Gives the letter its number: the serial of the year that WIB has at `saat`, written by the template in force. Where a
 * changed pattern would write a number that another letter has, that serial stays unused and the next one is taken.
 */
export async function beriNomorSurat(
  db: Db,
  minta: PermintaanSurat,
  saat: Date,
  { versi, surat }: Pick<Templat, "versi" | "surat">,
): Promise<SuratBernomor> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('surat_keluar'))`);
    const [ada] = await tx.select(kolom).from(suratKeluar).where(eq(suratKeluar.kunci, minta.kunci));
    if (ada) return ada;
    const [hari, tahun] = [tanggalWib(saat), tahunWib(saat)];
    for (let kali = 1; ; kali += 1) {
      const nama = kali === 1 ? minta.kunci : `${minta.kunci}#${kali}`;
      const urut = await beriNomor(tx, { jenis: "surat", tahun, kunci: nama });
      const isi = { ...minta, nomor: surat.nomorSurat(urut, hari), tahun, urut, tanggal: hari, templat: versi };
      const [baru] = await tx
        .insert(suratKeluar)
        .values(isi)
        .onConflictDoNothing({ target: suratKeluar.nomor })
        .returning(kolom);
      if (baru) return baru;
    }
  });
}

/** The letter of that number, or undefined. */
export async function suratDariNomor(db: Db, cari: string): Promise<SuratBernomor | undefined> {
  const [baris] = await db.select(kolom).from(suratKeluar).where(eq(suratKeluar.nomor, cari));
  return baris;
}

/** Notes the newest PDF of the letter of that number. */
export async function catatDokumenSurat(tx: Db, punya: string, id: string): Promise<void> {
  await tx.update(suratKeluar).set({ dokumen: id }).where(eq(suratKeluar.nomor, punya));
}
