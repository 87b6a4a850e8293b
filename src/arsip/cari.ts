/** Searching the register: words at their beginnings, Satker, kind, dates of the letter. */
import { and, count, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi } from "../db/schema.js";

const kosong = (v: unknown) => (v === "" ? undefined : v);

/** The questions a register is asked, as query parameters. */
export const KueriArsip = z.object({
  cari: z.preprocess(kosong, z.string().trim().max(200).optional()),
  satker: z.preprocess(kosong, z.string().max(300).optional()),
  jenis: z.preprocess(kosong, z.string().max(40).optional()),
  dari: z.preprocess(kosong, z.iso.date().optional()),
  sampai: z.preprocess(kosong, z.iso.date().optional()),
  halaman: z.coerce.number().int().min(1).max(100_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(200).default(50),
});
export type KueriArsip = z.infer<typeof KueriArsip>;

const baris = {
  urut: arsip.urut,
  id: arsip.id,
  jenis: arsip.jenis,
  nomorPermohonan: arsip.nomorPermohonan,
  nomorSurat: arsip.nomorSurat,
  tanggalSurat: arsip.tanggalSurat,
  satker: arsip.satker,
  orang: arsip.orang,
  uraian: arsip.uraian,
  kodeKlasifikasi: arsip.kodeKlasifikasi,
  unitPengolah: arsip.unitPengolah,
  tingkatPerkembangan: arsip.tingkatPerkembangan,
  keterangan: arsip.keterangan,
  simpanSampai: arsip.simpanSampai,
  ukuran: arsip.ukuran,
  sha256: arsip.sha256,
  diarsipkan: arsip.diarsipkan,
};

/** A page of the register, the newest first, and how many there are in all. */
export async function cariArsip(db: Db, kueri: KueriArsip) {
  const yang = and(...syarat(kueri));
  const [jumlah] = await db.select({ total: count() }).from(arsip).where(yang);
  const entri = await db
    .select(baris)
    .from(arsip)
    .where(yang)
    .orderBy(desc(arsip.urut))
    .limit(kueri.ukuran)
    .offset((kueri.halaman - 1) * kueri.ukuran);
  return { total: jumlah?.total ?? 0, entri };
}
export type BarisArsip = Awaited<ReturnType<typeof cariArsip>>["entri"][number];

function syarat({ cari, satker, jenis, dari, sampai }: Partial<KueriArsip>): SQL[] {
  const kata = cari === undefined ? [] : kataKunci(cari);
  const mungkin = [
    cari === undefined
      ? undefined
      : sql`${arsip.kata} @@ to_tsquery('simple', ${kata.map((k) => `${k}:*`).join(" & ")})`,
    satker === undefined ? undefined : eq(arsip.satker, satker),
    jenis === undefined ? undefined : eq(arsip.jenis, jenis),
    dari === undefined ? undefined : gte(arsip.tanggalSurat, dari),
    sampai === undefined ? undefined : lte(arsip.tanggalSurat, sampai),
  ];
  return mungkin.filter((satu) => satu !== undefined);
}

/** The words of a search, as the register splits its own text: letters and digits only. */
export const kataKunci = (cari: string): string[] => cari.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** An entry's content with its hash, or undefined where there is no such entry; `isi` is null once destroyed. */
export async function isiArsip(db: Db, id: string) {
  const [satu] = await db
    .select({ entri: baris, isi: arsipIsi.isi })
    .from(arsip)
    .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(eq(arsip.id, id));
  return satu;
}
