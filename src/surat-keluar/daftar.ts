/** The list of letter numbers: every serial that was ever given, what became of it, and who ended what never went out. */
import { and, count, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.js";
import { arsip, dokumen, nomorUrut, pemulihan, suratKeluar } from "../db/schema.js";
import { KUNCI_PEMULIHAN } from "../nomor-urut.js";
import { dilewati, type Pemulihan } from "./dilewati.js";

/**
 * `terbit`: archived. `disusun`: on its way. `ditarik`: its request ended first. `tidakDipakai`: no letter ever had it.
 * `dilewati`: the last of those that a restore left out, because a lost letter may have had one of them.
 */
const KeadaanNomor = z.enum(["terbit", "disusun", "ditarik", "tidakDipakai", "dilewati"], {
  error: "Keadaan tidak dikenal.",
});
type KeadaanNomor = z.infer<typeof KeadaanNomor>;

/** What is asked for; `cari` finds number, request and Satuan Kerja. */
export const KueriNomor = z.object({
  tahun: z.coerce.number().int().min(2000).max(9999).optional(),
  keadaan: KeadaanNomor.optional(),
  cari: z.string().trim().max(100, "Kata yang dicari paling panjang 100 huruf.").default(""),
  halaman: z.coerce.number().int().min(1).max(10_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(200).default(50),
});
export type KueriNomor = z.infer<typeof KueriNomor>;

// A draft whose first try fell into the old year has a number of the new one.
const digantikan = sql`exists (select 1 from surat_keluar lain where lain.instans = ${suratKeluar.instans}
  and lain.jenis = ${suratKeluar.jenis} and lain.jenis = 'surat-pemberitahuan' and lain.diberikan > ${suratKeluar.diberikan})`;
const keadaan = sql<KeadaanNomor>`case
  when ${pemulihan.id} is not null then 'dilewati'
  when ${arsip.id} is not null then 'terbit'
  when ${suratKeluar.ditarik} is not null then 'ditarik'
  when ${suratKeluar.kunci} is null or (${suratKeluar.dokumen} is null and ${digantikan}) then 'tidakDipakai'
  else 'disusun' end`;

const milikSurat = and(eq(suratKeluar.tahun, nomorUrut.tahun), eq(suratKeluar.urut, nomorUrut.urut));
const milikArsip = eq(arsip.nomorSurat, suratKeluar.nomor);
const milikPemulihan = eq(nomorUrut.kunci, sql`${KUNCI_PEMULIHAN} || ${pemulihan.id}`);

/** One page of numbers, the newest first, and how many there are. */
export async function daftarNomor(db: Db, kueri: KueriNomor) {
  const syarat = and(eq(nomorUrut.jenis, "surat"), ...saringan(kueri));
  const [jumlah] = await db
    .select({ n: count() })
    .from(nomorUrut)
    .leftJoin(suratKeluar, milikSurat)
    .leftJoin(arsip, milikArsip)
    .leftJoin(pemulihan, milikPemulihan)
    .where(syarat);
  const baris = await db
    .select({
      tahun: nomorUrut.tahun,
      urut: nomorUrut.urut,
      diberikan: nomorUrut.diberikan,
      nomor: suratKeluar.nomor,
      jenis: suratKeluar.jenis,
      tanggal: suratKeluar.tanggal,
      nomorPermohonan: suratKeluar.nomorPermohonan,
      satker: suratKeluar.satker,
      templat: suratKeluar.templat,
      ditarik: suratKeluar.ditarik,
      ditarikOleh: suratKeluar.ditarikOleh,
      alasan: suratKeluar.alasan,
      dokumen: dokumen.id,
      namaDokumen: dokumen.nama,
      keadaan,
      pemulihan,
    })
    .from(nomorUrut)
    .leftJoin(suratKeluar, milikSurat)
    .leftJoin(arsip, milikArsip)
    .leftJoin(pemulihan, milikPemulihan)
    .leftJoin(dokumen, eq(dokumen.id, suratKeluar.dokumen))
    .where(syarat)
    .orderBy(desc(nomorUrut.tahun), desc(nomorUrut.urut))
    .limit(kueri.ukuran)
    .offset((kueri.halaman - 1) * kueri.ukuran);
  return { total: jumlah?.n ?? 0, nomor: baris.map(denganSebab) };
}
/** A number, or a gap that a restore left; the letter's own columns are null where none was made. */
export type BarisNomor = Awaited<ReturnType<typeof daftarNomor>>["nomor"][number];

/** Where the restore left serials out, `dari` is the first of them and `alasan` says why; else null and the letter's own. */
function denganSebab<B extends { tahun: number; urut: number; alasan: string | null; pemulihan: Pemulihan | null }>({
  pemulihan,
  ...baris
}: B) {
  return { ...baris, dari: null, ...dilewati(baris, pemulihan) };
}

function saringan({ tahun, keadaan: cariKeadaan, cari }: KueriNomor): (SQL | undefined)[] {
  const mirip = `%${cari.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    tahun === undefined ? undefined : eq(nomorUrut.tahun, tahun),
    cariKeadaan === undefined ? undefined : sql`${keadaan} = ${cariKeadaan}`,
    cari === ""
      ? undefined
      : or(
          ...[suratKeluar.nomor, suratKeluar.nomorPermohonan, suratKeluar.satker].map((k) => sql`${k} ilike ${mirip}`),
        ),
  ];
}

/** Years in which numbers were given, the newest first. */
export async function tahunNomor(db: Db): Promise<number[]> {
  const baris = await db
    .selectDistinct({ tahun: nomorUrut.tahun })
    .from(nomorUrut)
    .where(eq(nomorUrut.jenis, "surat"))
    .orderBy(desc(nomorUrut.tahun));
  return baris.map(({ tahun }) => tahun);
}

/** Process instances that have a letter on its way. */
export async function instansBersurat(db: Db): Promise<string[]> {
  const baris = await db
    .selectDistinct({ instans: suratKeluar.instans })
    .from(suratKeluar)
    .leftJoin(arsip, milikArsip)
    .where(and(isNull(arsip.id), isNull(suratKeluar.ditarik)));
  return baris.map(({ instans }) => instans);
}

/** How a request ended before its letters went out. */
export interface AkhirPermohonan {
  readonly instans: string;
  readonly saat: Date;
  readonly oleh: string | null;
  readonly alasan: string | null;
}

/** Notes it with the request's letters that were never archived; what is noted stays. */
export async function catatDitarik(db: Db, { instans, saat, oleh, alasan }: AkhirPermohonan): Promise<void> {
  const belum = sql`not exists (select 1 from arsip a where a.nomor_surat = ${suratKeluar.nomor})`;
  await db
    .update(suratKeluar)
    .set({ ditarik: saat, ditarikOleh: oleh, alasan })
    .where(and(eq(suratKeluar.instans, instans), isNull(suratKeluar.ditarik), belum));
}
