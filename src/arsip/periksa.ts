/** Verifying the archive: every entry's text, hash, place in the chain, columns and content. */
import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi, jangkarArsip } from "../db/schema.js";
import { CatatanArsip, HASH_AWAL, hashEntri, sha256 } from "./catatan.js";
import { jangkarSah } from "./jangkar.js";
import { daftarDimusnahkan } from "./musnah.js";
import { kolom } from "./simpan.js";

/** One thing that is not as it was archived; `urut` is the entry's position, 0 for an anchor without entry. */
export interface Temuan {
  readonly urut: number;
  readonly pesan: string;
}

/** How many entries and anchors were read; an empty `temuan` means that the archive is whole. */
export interface HasilPeriksa {
  readonly entri: number;
  readonly jangkar: number;
  readonly temuan: readonly Temuan[];
}

type Baris = typeof arsip.$inferSelect & { isi: Buffer | null };
/** Entries and their content read at a time. */
const SEKALI = 100;

/**
 * Reads the whole archive once; `temuan` is empty where nothing was changed since it was written. `maju` is told now and
 * then how many entries have been read.
 */
export async function periksaArsip(db: Db, maju: (entri: number) => void = () => {}): Promise<HasilPeriksa> {
  const dimusnahkan = await daftarDimusnahkan(db);
  const hash = new Map<number, string>();
  const temuan: Temuan[] = [];
  let sebelum = { urut: 0, hash: HASH_AWAL };
  for await (const baris of semua(db)) {
    temuan.push(...periksaEntri(baris, sebelum, dimusnahkan.has(baris.urut)));
    sebelum = { urut: baris.urut, hash: baris.hash };
    hash.set(baris.urut, baris.hash);
    if (hash.size % SEKALI === 0) maju(hash.size);
  }
  const jangkar = await db.select().from(jangkarArsip).orderBy(asc(jangkarArsip.tanggal));
  for (const satu of jangkar) {
    const di = hash.get(satu.urut);
    if (!jangkarSah(satu)) temuan.push({ urut: satu.urut, pesan: `jangkar ${satu.tanggal}: tanda tangan tidak sah` });
    else if (di !== satu.hash)
      temuan.push({
        urut: satu.urut,
        pesan: `jangkar ${satu.tanggal}: entri ${satu.urut} ${di ? "bukan yang dijangkar" : "tidak ada"}`,
      });
  }
  return { entri: hash.size, jangkar: jangkar.length, temuan };
}

async function* semua(db: Db): AsyncGenerator<Baris> {
  let dari = 0;
  for (;;) {
    const baris = await db
      .select({ entri: arsip, isi: arsipIsi.isi })
      .from(arsip)
      .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
      .where(and(gt(arsip.urut, dari)))
      .orderBy(asc(arsip.urut))
      .limit(SEKALI);
    for (const { entri, isi } of baris) yield { ...entri, isi };
    dari = baris.at(-1)?.entri.urut ?? dari;
    if (baris.length < SEKALI) return;
  }
}

/** What is wrong with one entry, given the one before it. */
export function periksaEntri(baris: Baris, sebelum: { urut: number; hash: string }, dimusnahkan: boolean): Temuan[] {
  const { urut } = baris;
  const salah: string[] = [];
  if (urut !== sebelum.urut + 1) salah.push(`entri ${sebelum.urut + 1} hilang`);
  if (baris.sebelum !== sebelum.hash) salah.push("tidak menyambung ke entri sebelumnya");
  if (hashEntri(baris.sebelum, baris.catatan) !== baris.hash) salah.push("hash tidak cocok dengan catatan");
  const catatan = uraikan(baris.catatan);
  if (catatan === undefined) salah.push("catatan tidak terbaca");
  else salah.push(...bedaKolom(baris, catatan), ...bedaIsi(baris.isi, catatan, dimusnahkan));
  return salah.map((pesan) => ({ urut, pesan }));
}

function uraikan(teks: string): CatatanArsip | undefined {
  try {
    return CatatanArsip.parse(JSON.parse(teks));
  } catch {
    return undefined;
  }
}

function bedaKolom(baris: Baris, catatan: CatatanArsip): string[] {
  const seharusnya = Object.entries(kolom(catatan));
  const sama = (a: unknown, b: unknown) => (a instanceof Date && b instanceof Date ? +a === +b : a === b);
  return seharusnya
    .filter(([nama, nilai]) => !sama(Object.entries(baris).find(([k]) => k === nama)?.[1], nilai))
    .map(([nama]) => `kolom ${nama} berbeda dari catatan`);
}

function bedaIsi(isi: Buffer | null, { sha256: seharusnya, ukuran }: CatatanArsip, dimusnahkan: boolean): string[] {
  if (isi === null) return dimusnahkan ? [] : ["isi hilang"];
  return sha256(isi) === seharusnya && isi.length === ukuran ? [] : ["isi berubah"];
}
