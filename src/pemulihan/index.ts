/**
 * What must be so before a restored system works again. SPSE and e-Pesan still have what was done after the backup; the
 * database has forgotten it: numbers and idempotency keys of that time must not be used for anything else.
 */
import { and, eq, gt, max, sql } from "drizzle-orm";
import { z } from "zod";
import { catatAudit } from "../audit/index.js";
import type { Db } from "../db/open.js";
import { type NomorDilewati, nomorUrut, nonceKredensial, pemulihan } from "../db/schema.js";
import { KUNCI_PEMULIHAN } from "../nomor-urut.js";
import { tahunWib } from "../waktu/wib.js";
import { nomorTerakhirAman } from "./nomor.js";

export { nomorTerakhirAman } from "./nomor.js";

const Terakhir = z.number().int().min(0);

/** The mark that a restore leaves beside the database files, and with which it is brought to its end. */
export const TandaPemulihan = z.object({
  id: z.uuid(),
  titik: z.iso.datetime(),
  dipulihkan: z.iso.datetime(),
  /** The last numbers that left the house, where somebody knows them. */
  nomorTerakhir: z.object({ surat: Terakhir.optional(), permohonan: Terakhir.optional() }),
});
export type TandaPemulihan = z.infer<typeof TandaPemulihan>;

/** Name of the mark in PostgreSQL's data folder. */
export const BERKAS_TANDA = "pemulihan.json";

const AWAL_DETIK = Date.UTC(2026, 0, 1) / 1000;

/** The first attempt after a restore: its second since 2026, so that no two restores share it. */
export const percobaanAwal = (dipulihkan: Date): number => Math.floor(dipulihkan.getTime() / 1000) - AWAL_DETIK;

/** Brings a restore to its end, once; answers the numbers that nobody gets any more. */
export async function selesaikanPemulihan(db: Db, tanda: TandaPemulihan): Promise<readonly NomorDilewati[]> {
  const { id, titik } = tanda;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('pemulihan'))`);
    const [sudah] = await tx.select().from(pemulihan).where(eq(pemulihan.id, id));
    if (sudah) return sudah.nomorDilewati;
    const dipulihkan = new Date(tanda.dipulihkan);
    const surat = await lewati(tx, "surat", tanda);
    const permohonan = await lewati(tx, "permohonan", tanda);
    const nomorDilewati = [...surat, ...permohonan];
    await tx
      .insert(pemulihan)
      .values({ id, titik: new Date(titik), dipulihkan, percobaanAwal: percobaanAwal(dipulihkan), nomorDilewati });
    await catatAudit(tx, { oleh: "pemulihan", tindakan: "basis-data.pulihkan", objek: id, rincian: { titik } });
    return nomorDilewati;
  });
}

/** Takes the last number out of the count; the ones before it are given to nobody either, as the next is one more. */
async function lewati(tx: Db, jenis: NomorDilewati["jenis"], tanda: TandaPemulihan): Promise<NomorDilewati[]> {
  const kini = new Date(tanda.dipulihkan);
  const tahun = tahunWib(kini);
  const [baris] = await tx
    .select({ urut: max(nomorUrut.urut) })
    .from(nomorUrut)
    .where(and(eq(nomorUrut.jenis, jenis), eq(nomorUrut.tahun, tahun)));
  const ada = baris?.urut ?? 0;
  const diketahui = tanda.nomorTerakhir[jenis] ?? -1;
  // Whoever names a number that the backup is beyond already does not know the last one.
  const sampai = diketahui >= ada ? diketahui : nomorTerakhirAman(ada, kini);
  if (sampai === ada) return [];
  await tx.insert(nomorUrut).values({ jenis, tahun, urut: sampai, kunci: `${KUNCI_PEMULIHAN}${tanda.id}` });
  return [{ jenis, tahun, dari: ada + 1, sampai }];
}

/** Ids of keys under which undelivered nonces were made, with their number. */
export async function kunciTerpakai(db: Db): Promise<ReadonlyMap<string, number>> {
  const baris = await db
    .select({ id: nonceKredensial.idKunci, jumlah: sql<number>`count(*)::int` })
    .from(nonceKredensial)
    .where(gt(sql`length(${nonceKredensial.nonce})`, 0))
    .groupBy(nonceKredensial.idKunci);
  return new Map(baris.map(({ id, jumlah }) => [id, jumlah]));
}
