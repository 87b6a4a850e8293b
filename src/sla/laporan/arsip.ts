/** The monthly reports: each written once, whichever of several gateways gets to it, and made up for after an outage. */
import { sql } from "drizzle-orm";
import { simpanArsip, tahunKemudian } from "../../arsip/index.js";
import { catatAudit } from "../../audit/index.js";
import type { Kalender } from "../../calendar/calendar.js";
import type { Db } from "../../db/open.js";
import { laporanBulanan } from "../../db/schema.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { CetakLaporan } from "./cetak.js";
import type { Laporan } from "./hitung.js";
import { bulanTertunggak, rentangBulan } from "./periode.js";

/** What writing the months takes; the figures come by `laporan`, the PDF by `cetak`. */
export interface ArsipDeps {
  readonly db: Db;
  readonly kalender: Kalender;
  readonly jam: () => Date;
  /** The instant of the first work known, in epoch ms; undefined before any. */
  readonly pekerjaanPertama: () => Promise<number | undefined>;
  /** The report of all units over these days. */
  readonly laporan: (periode: { readonly dari: string; readonly sampai: string }) => Promise<Laporan>;
  readonly cetak: CetakLaporan;
  /** Codes of the archive's register, and for how many years a copy is kept. */
  readonly arsip: { readonly kodeKlasifikasi: string; readonly unitPengolah: string; readonly simpanTahun: number };
}

/** Names the lock among all of PostgreSQL's advisory locks of this database. */
const KUNCI = 5_100_711;

/**
 * Writes every report that is due and not there, and answers their months; nothing where another process is at it.
 * Throws as engine, database and letter folder do: what was written stays, the rest is due at the next call.
 */
export async function tulisLaporanBulanan(deps: ArsipDeps): Promise<string[]> {
  const kini = deps.jam().getTime();
  const pertama = await deps.pekerjaanPertama();
  const ditulis: string[] = [];
  for (const bulan of bulanTertunggak(pertama, await sudahAda(deps.db), kini, deps.kalender))
    if (await tulisSatu(deps, bulan)) ditulis.push(bulan);
  return ditulis;
}

const sudahAda = async (db: Db): Promise<Set<string>> =>
  new Set((await db.select({ bulan: laporanBulanan.bulan }).from(laporanBulanan)).map(({ bulan }) => bulan));

/** The lock spares others the work; that there is one report a month is the table's key. */
function tulisSatu(deps: ArsipDeps, bulan: string): Promise<boolean> {
  const { db, laporan, cetak } = deps;
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ dapat: boolean }>(sql`select pg_try_advisory_xact_lock(${KUNCI}) as dapat`);
    if (rows[0]?.dapat !== true || (await sudahAda(tx)).has(bulan)) return false;
    const isi = await laporan(rentangBulan(bulan));
    const { pdf, sha256 } = cetak(isi);
    const baris = { bulan, sha256, isi: pdf, data: isi, dibuat: new Date(isi.dibuat) };
    const baru = await tx.insert(laporanBulanan).values(baris).onConflictDoNothing().returning();
    if (baru.length === 0) return false;
    await simpanArsip(tx, entriLaporan(deps.arsip, bulan, pdf, isi.dibuat), deps.jam());
    await catatAudit(tx, { oleh: "sistem", tindakan: "laporan.arsip", objek: bulan, rincian: { sha256 } });
    return true;
  });
}

function entriLaporan({ simpanTahun, ...kode }: ArsipDeps["arsip"], bulan: string, isi: Buffer, dibuat: string) {
  const tanggalSurat = tanggalWib(new Date(dibuat));
  return {
    ...kode,
    jenis: "laporan-bulanan" as const,
    instans: `laporan-bulanan.${bulan}`,
    nomorPermohonan: null,
    nomorSurat: null,
    tanggalSurat,
    satker: null,
    orang: [],
    uraian: `Laporan bulanan SLA reset password SPSE ${bulan}`,
    tingkatPerkembangan: "asli" as const,
    keterangan: "",
    simpanSampai: tahunKemudian(tanggalSurat, simpanTahun),
    isi,
  };
}
