/** Yearly serial numbers for requests and letters: gaps are allowed, duplicates never. */
import { and, eq, max, sql } from "drizzle-orm";
import type { Db } from "./db/open.js";
import { nomorUrut } from "./db/schema.js";

/** What the key of a number begins with that a restore has taken out of the count; the restore's id follows. */
export const KUNCI_PEMULIHAN = "pemulihan.";

/** What asks for a number: `kunci` names the thing numbered, so that asking again gives its number again. */
export interface PermintaanNomor {
  readonly jenis: "permohonan" | "surat";
  readonly tahun: number;
  readonly kunci: string;
}

/** A number as given: a key that is used again in a later year keeps the year of its first use. */
export interface NomorUrut {
  readonly tahun: number;
  readonly urut: number;
}

/** Gives the next number of a year, from 1; a number once given is never given to another key. */
export async function beriNomorTahun(db: Db, { jenis, tahun, kunci }: PermintaanNomor): Promise<NomorUrut> {
  return db.transaction(async (tx) => {
    // One serial at a time: two callers that both read the same maximum would want the same number.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('nomor_urut'), hashtext(${jenis}))`);
    const kolom = { tahun: nomorUrut.tahun, urut: nomorUrut.urut };
    const punya = and(eq(nomorUrut.jenis, jenis), eq(nomorUrut.kunci, kunci));
    const [ada] = await tx.select(kolom).from(nomorUrut).where(punya);
    if (ada) return ada;
    const setahun = and(eq(nomorUrut.jenis, jenis), eq(nomorUrut.tahun, tahun));
    const [terakhir] = await tx
      .select({ urut: max(nomorUrut.urut) })
      .from(nomorUrut)
      .where(setahun);
    const urut = (terakhir?.urut ?? 0) + 1;
    await tx.insert(nomorUrut).values({ jenis, tahun, urut, kunci });
    return { tahun, urut };
  });
}

/** As {@link beriNomorTahun}, for callers whose key never outlives a year. */
export async function beriNomor(db: Db, permintaan: PermintaanNomor): Promise<number> {
  return (await beriNomorTahun(db, permintaan)).urut;
}

/** The number of a request as people write it: `RP-2026-0001`. */
export const teksNomorPermohonan = ({ tahun, urut }: NomorUrut): string =>
  `RP-${tahun}-${String(urut).padStart(4, "0")}`;
