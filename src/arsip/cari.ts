/** Searching the register: words, number, Satker, person by the beginnings of words; kind, dates of the letter. */
import { and, count, desc, eq, gte, ilike, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi } from "../db/schema.js";

const kosong = (v: unknown) => (v === "" ? undefined : v);

const teks = (paling: number) => z.preprocess(kosong, z.string().trim().max(paling).optional());

/** The questions a register is asked, as query parameters: `cari` looks everywhere, the others in their own place. */
export const KueriArsip = z.object({
  cari: teks(200),
  nomor: teks(100),
  satker: teks(300),
  orang: teks(200),
  jenis: z.preprocess(kosong, z.string().max(40).optional()),
  dari: z.preprocess(kosong, z.iso.date().optional()),
  sampai: z.preprocess(kosong, z.iso.date().optional()),
  halaman: z.coerce.number().int().min(1).max(100_000).default(1),
  ukuran: z.coerce.number().int().min(1).max(200).default(50),
});
export type KueriArsip = z.infer<typeof KueriArsip>;

/** What a line of the register shows. */
export const baris = {
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

/** Searches for words count no further: more than this many hits are for narrowing down, not for paging through. */
const HITUNG_PALING_BANYAK = 10_000;

/** A page of the register, the newest letters first, and how many there are in all; `lebih`: more than `total`. */
export async function cariArsip(db: Db, kueri: KueriArsip) {
  const kata = kataDicari(kueri);
  const yang = and(...syarat(kueri), ...kata);
  if (kata.length === 0) {
    const [jumlah] = await db.select({ total: count() }).from(arsip).where(yang);
    return { total: jumlah?.total ?? 0, lebih: false, entri: await halaman(db, yang, kueri, desc(arsip.tanggalSurat)) };
  }
  return db.transaction(async (tx) => {
    // Rows are 2 kB wide: reading all of them takes longer than any way through an index.
    await tx.execute(sql`set local enable_seqscan = off`);
    const sebagian = tx
      .select({ urut: arsip.urut })
      .from(arsip)
      .where(yang)
      .limit(HITUNG_PALING_BANYAK + 1);
    const [jumlah] = await tx.select({ total: count() }).from(sebagian.as("sebagian"));
    const lebih = (jumlah?.total ?? 0) > HITUNG_PALING_BANYAK;
    // Few hits are found by their words and then sorted; where every other line is a hit, a walk from the newest on is
    // soon over. The empty text keeps PostgreSQL from walking to hits that are all old.
    const urutan = lebih ? desc(arsip.tanggalSurat) : sql`${arsip.tanggalSurat} || '' desc`;
    const total = Math.min(jumlah?.total ?? 0, HITUNG_PALING_BANYAK);
    return { total, lebih, entri: await halaman(tx, yang, kueri, urutan) };
  });
}
/** A row of the register without its content; `orang` has one name a line, `ukuran` is in bytes. */
export type BarisArsip = Awaited<ReturnType<typeof cariArsip>>["entri"][number];

/** The lines of a page; only they are read whole. */
function halaman(db: Db, yang: SQL | undefined, { halaman: nomor, ukuran }: KueriArsip, tanggal: SQL) {
  const terpilih = db
    .select({ urut: arsip.urut })
    .from(arsip)
    .where(yang)
    .orderBy(tanggal, desc(arsip.urut))
    .limit(ukuran)
    .offset((nomor - 1) * ukuran)
    .as("terpilih");
  return db
    .select(baris)
    .from(arsip)
    .innerJoin(terpilih, eq(terpilih.urut, arsip.urut))
    .orderBy(desc(arsip.tanggalSurat), desc(arsip.urut));
}

function syarat({ nomor, jenis, dari, sampai }: KueriArsip): SQL[] {
  const pola = `%${nomor?.replace(/[\\%_]/g, "\\$&")}%`;
  const mungkin = [
    nomor === undefined ? undefined : or(ilike(arsip.nomorSurat, pola), ilike(arsip.nomorPermohonan, pola)),
    jenis === undefined ? undefined : eq(arsip.jenis, jenis),
    dari === undefined ? undefined : gte(arsip.tanggalSurat, dari),
    sampai === undefined ? undefined : lte(arsip.tanggalSurat, sampai),
  ];
  return mungkin.filter((satu) => satu !== undefined);
}

/**
 * The searches for words; the letters are the weights of `arsip.kata`. A number and a Satker are written as they are, up to
 * the word that is still being typed; people are found by the beginning of each of their names.
 */
function kataDicari({ cari, nomor, satker, orang }: KueriArsip): SQL[] {
  const tempat = [
    [cari, ""],
    [nomor, "A", "utuh"],
    [satker, "B", "utuh"],
    [orang, "C"],
  ] as const;
  return tempat.flatMap(([isi, bobot, utuh]) => {
    if (isi === undefined) return [];
    const kata = kataKunci(isi).map((k, i, semua) => `${k}:${utuh && i < semua.length - 1 ? "" : "*"}${bobot}`);
    return [sql`${arsip.kata} @@ to_tsquery('simple', ${kata.join(" & ")})`];
  });
}

/** The words of a search, as the register splits its own text: letters and digits only, small. */
const kataKunci = (cari: string): string[] =>
  cari
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** An entry's content with its hash, or undefined where there is no such entry; `isi` is null once destroyed. */
export async function isiArsip(db: Db, id: string) {
  const [satu] = await db
    .select({ entri: baris, isi: arsipIsi.isi })
    .from(arsip)
    .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(eq(arsip.id, id));
  return satu;
}
