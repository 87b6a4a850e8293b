/** A period of the archive as a ZIP that anybody can verify without this product: manifest, chain, copies, and the script. */
import { and, asc, count, eq, gt, gte, lte, max, sum } from "drizzle-orm";
import { strToU8, Zip, ZipPassThrough } from "fflate";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi, jangkarArsip } from "../db/schema.js";
import { awalHariWib } from "../waktu/wib.js";

/** Days of archiving in WIB (YYYY-MM-DD), both included. */
export interface Rentang {
  readonly dari: string;
  readonly sampai: string;
}

/** A period that does not fit into one ZIP; `pesan` is for the person who asked. */
export class EksporTerlaluBesar extends Error {
  constructor(readonly pesan: string) {
    super(pesan);
    this.name = "EksporTerlaluBesar";
  }
}

/** What a ZIP without the 64-bit extension holds, with room for the rest of it. */
const PALING_BANYAK = { entri: 65_000, byte: 4_000_000_000 };
const SEKALI = { catatan: 1_000, isi: 50 };

const BACA_SAYA = (skrip: string) => `Arsip LPSE, diekspor untuk diperiksa tanpa sistemnya.

rantai.jsonl   satu baris per entri: {"hash","sebelum","catatan"}; hash = SHA-256(sebelum + LF + catatan)
isi/<sha256>   salinan yang diarsipkan; nama berkas adalah SHA-256 isinya
jangkar.json   kepala rantai per hari, ditandatangani Ed25519 atas "tanggal LF urut LF hash LF"
${skrip}   node ${skrip}   memeriksa semuanya
`;

/**
 * The ZIP, part by part as it is read from the database; `skrip` is the verifying script that goes with it. Throws
 * EksporTerlaluBesar before anything is answered.
 */
export async function eksporArsip(
  db: Db,
  { dari, sampai }: Rentang,
  skrip: { nama: string; isi: string },
): Promise<AsyncGenerator<Uint8Array>> {
  const akhir = new Date(awalHariWib(sampai).getTime() + 86_400_000 - 1);
  const periode = and(gte(arsip.diarsipkan, awalHariWib(dari)), lte(arsip.diarsipkan, akhir));
  const [ada] = await db
    .select({ entri: count(), byte: sum(arsip.ukuran).mapWith(Number), akhir: max(arsip.urut) })
    .from(arsip)
    .where(periode);
  if ((ada?.entri ?? 0) > PALING_BANYAK.entri || (ada?.byte ?? 0) > PALING_BANYAK.byte)
    throw new EksporTerlaluBesar("Periode ini terlalu besar untuk satu berkas ZIP. Bagi menjadi beberapa periode.");
  // What is archived meanwhile belongs to the next export.
  const yang = and(periode, lte(arsip.urut, ada?.akhir ?? 0));
  return zip([
    satu("BACA-SAYA.txt", BACA_SAYA(skrip.nama)),
    satu(skrip.nama, skrip.isi),
    { nama: "rantai.jsonl", isi: () => rantai(db, yang) },
    { nama: "jangkar.json", isi: () => jangkar(db, yang) },
    () => salinan(db, yang),
  ]);
}

type Yang = ReturnType<typeof and>;
interface Berkas {
  readonly nama: string;
  readonly isi: () => AsyncIterable<Uint8Array>;
}

const satu = (nama: string, teks: string): Berkas => ({
  nama,
  async *isi() {
    yield strToU8(teks);
  },
});

/** Files one after the other; PDFs are compressed already, so nothing is compressed. */
async function* zip(semua: readonly (Berkas | (() => AsyncIterable<Berkas>))[]): AsyncGenerator<Uint8Array> {
  let siap: Uint8Array[] = [];
  const wadah = new Zip((galat, bagian) => {
    if (galat) throw galat;
    siap.push(bagian);
  });
  const ambil = () => {
    const bagian = siap;
    siap = [];
    return bagian;
  };
  for (const bahan of semua)
    for await (const { nama, isi } of typeof bahan === "function" ? bahan() : [bahan]) {
      const berkas = new ZipPassThrough(nama);
      wadah.add(berkas);
      for await (const bagian of isi()) {
        berkas.push(bagian);
        yield* ambil();
      }
      berkas.push(new Uint8Array(), true);
      yield* ambil();
    }
  wadah.end();
  yield* ambil();
}

async function* rantai(db: Db, yang: Yang): AsyncGenerator<Uint8Array> {
  let dari = 0;
  for (;;) {
    const baris = await db
      .select({ urut: arsip.urut, hash: arsip.hash, sebelum: arsip.sebelum, catatan: arsip.catatan })
      .from(arsip)
      .where(and(yang, gt(arsip.urut, dari)))
      .orderBy(asc(arsip.urut))
      .limit(SEKALI.catatan);
    yield strToU8(baris.map(({ urut: _, ...isi }) => `${JSON.stringify(isi)}\n`).join(""));
    dari = baris.at(-1)?.urut ?? dari;
    if (baris.length < SEKALI.catatan) return;
  }
}

async function* jangkar(db: Db, yang: Yang): AsyncGenerator<Uint8Array> {
  const { tanggal, urut, hash, kunciPublik, tandaTangan } = jangkarArsip;
  const semua = await db
    .select({ tanggal, urut, hash, kunciPublik, tandaTangan })
    .from(jangkarArsip)
    .innerJoin(arsip, eq(arsip.urut, jangkarArsip.urut))
    .where(yang)
    .orderBy(asc(jangkarArsip.tanggal));
  yield strToU8(`${JSON.stringify(semua, null, 2)}\n`);
}

/** The copies that are still there, each once. */
async function* salinan(db: Db, yang: Yang): AsyncGenerator<Berkas> {
  const sudah = new Set<string>();
  let dari = 0;
  for (;;) {
    const baris = await db
      .select({ urut: arsip.urut, sha256: arsip.sha256, isi: arsipIsi.isi })
      .from(arsip)
      .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
      .where(and(yang, gt(arsip.urut, dari)))
      .orderBy(asc(arsip.urut))
      .limit(SEKALI.isi);
    for (const { sha256, isi } of baris) {
      if (isi === null || sudah.has(sha256)) continue;
      sudah.add(sha256);
      yield {
        nama: `isi/${sha256}`,
        async *isi() {
          yield new Uint8Array(isi);
        },
      };
    }
    dari = baris.at(-1)?.urut ?? dari;
    if (baris.length < SEKALI.isi) return;
  }
}
