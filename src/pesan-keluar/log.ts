/** The log of outgoing messages: written before and after each, so that a retry knows what has left already. */
import { eq } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { pesanKeluar } from "../db/schema.js";

/** A message about to leave, by its idempotency key; `sidik` is a keyed hash of its content, `tujuan` its purpose. */
export interface PesanDicatat {
  readonly kunci: string;
  readonly nomorPermohonan: string;
  readonly tujuan: string;
  readonly kepada: string;
  readonly perihal: string;
  readonly sidik: string;
}

/** What the log knows of a message: hash of its first try, and when it was delivered, if it was. */
export interface KeadaanPesan {
  readonly sidik: string;
  readonly terkirim: Date | null;
}

/** The log's line of a message, or undefined where it was never tried. */
export async function bacaPesan(db: Db, kunci: string): Promise<KeadaanPesan | undefined> {
  const [baris] = await db
    .select({ sidik: pesanKeluar.sidik, terkirim: pesanKeluar.terkirim })
    .from(pesanKeluar)
    .where(eq(pesanKeluar.kunci, kunci));
  return baris;
}

/** Notes that a message is about to leave; answers the line of its first try, where there was one before. */
export async function catatDicoba(db: Db, pesan: PesanDicatat): Promise<KeadaanPesan> {
  const [baru] = await db.insert(pesanKeluar).values(pesan).onConflictDoNothing().returning({
    sidik: pesanKeluar.sidik,
    terkirim: pesanKeluar.terkirim,
  });
  const keadaan = baru ?? (await bacaPesan(db, pesan.kunci));
  if (keadaan === undefined) throw new Error("a line of pesan_keluar vanished while it was written");
  return keadaan;
}

/** Notes that a message was delivered at `terkirim`, under the id the other side gave it, if it gave one. */
export async function catatTerkirim(
  db: Db,
  pesan: { readonly kunci: string; readonly idPesan: string | undefined; readonly terkirim: Date },
): Promise<void> {
  const { kunci, idPesan, terkirim } = pesan;
  await db.update(pesanKeluar).set({ terkirim, idPesan }).where(eq(pesanKeluar.kunci, kunci));
}
