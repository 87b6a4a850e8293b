/** How the archive stands: its head, its anchors, its last verification, and one entry looked at closely. */
import { asc, count, desc, eq, gte } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi, jangkarArsip, pemeriksaanArsip } from "../db/schema.js";
import { baris } from "./cari.js";
import { HASH_AWAL } from "./catatan.js";
import { jangkarSah } from "./jangkar.js";
import { daftarDimusnahkan } from "./musnah.js";
import { type HasilPeriksa, periksaEntri } from "./periksa.js";

/** Anchors and findings that are shown. */
const PALING_BANYAK = 100;

/** Keeps what a verification found: the first findings, and how many there were. */
export async function catatPemeriksaan(
  db: Db,
  { hasil, oleh, mulai, selesai }: { hasil: HasilPeriksa; oleh: string; mulai: Date; selesai: Date },
): Promise<void> {
  const { entri, jangkar, temuan } = hasil;
  const contoh = temuan.slice(0, PALING_BANYAK);
  await db
    .insert(pemeriksaanArsip)
    .values({ oleh, mulai, selesai, entri, jangkar, jumlahTemuan: temuan.length, temuan: contoh });
}

/** Head, number of entries, the newest anchors with whether their signature holds, and the last verification. */
export async function keadaanArsip(db: Db) {
  const [jumlah] = await db.select({ entri: count() }).from(arsip);
  const [kepala] = await db
    .select({ urut: arsip.urut, hash: arsip.hash, diarsipkan: arsip.diarsipkan })
    .from(arsip)
    .orderBy(desc(arsip.urut))
    .limit(1);
  const jangkar = await db.select().from(jangkarArsip).orderBy(desc(jangkarArsip.tanggal)).limit(PALING_BANYAK);
  const [pemeriksaan] = await db.select().from(pemeriksaanArsip).orderBy(desc(pemeriksaanArsip.id)).limit(1);
  return {
    entri: jumlah?.entri ?? 0,
    kepala: kepala ?? null,
    jangkar: jangkar.map((satu) => ({ ...satu, sah: jangkarSah(satu) })),
    pemeriksaan: pemeriksaan ?? null,
  };
}

/**
 * An entry with its place in the chain and what is wrong with it at this moment (`temuan`, empty where nothing is): text,
 * columns, hash, link to the entry before and content are all looked at. Undefined where there is no such entry.
 */
export async function rincianArsip(db: Db, id: string) {
  const [satu] = await db
    .select({ tampil: baris, entri: arsip, isi: arsipIsi.isi })
    .from(arsip)
    .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(eq(arsip.id, id));
  if (satu === undefined) return undefined;
  const { entri, isi } = satu;
  const [pendahulu] = await db
    .select({ urut: arsip.urut, hash: arsip.hash })
    .from(arsip)
    .where(eq(arsip.urut, entri.urut - 1));
  const [jangkar] = await db
    .select({ tanggal: jangkarArsip.tanggal, urut: jangkarArsip.urut })
    .from(jangkarArsip)
    .where(gte(jangkarArsip.urut, entri.urut))
    .orderBy(asc(jangkarArsip.urut))
    .limit(1);
  const dimusnahkan = isi === null && (await daftarDimusnahkan(db)).has(entri.urut);
  const awal = { urut: 0, hash: HASH_AWAL };
  const temuan = periksaEntri({ ...entri, isi }, pendahulu ?? awal, dimusnahkan).map(({ pesan }) => pesan);
  const rantai = { sebelum: entri.sebelum, hash: entri.hash, jangkar: jangkar ?? null };
  return { entri: satu.tampil, ...rantai, adaIsi: isi !== null, dimusnahkan, temuan };
}
