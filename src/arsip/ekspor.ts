/** A period of the archive as a ZIP that anybody can verify without this product: manifest, chain, copies, and the script. */
import { and, asc, eq, gte, lte } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import type { Db } from "../db/open.js";
import { arsip, arsipIsi, jangkarArsip } from "../db/schema.js";

/** Days of archiving in WIB (YYYY-MM-DD), both included. */
export interface Rentang {
  readonly dari: string;
  readonly sampai: string;
}

const awalHari = (hari: string) => new Date(`${hari}T00:00:00+07:00`);
const BACA_SAYA = (skrip: string) => `Arsip LPSE, diekspor untuk diperiksa tanpa sistemnya.

rantai.jsonl   satu baris per entri: {"hash","sebelum","catatan"}; hash = SHA-256(sebelum + LF + catatan)
isi/<sha256>   salinan yang diarsipkan; nama berkas adalah SHA-256 isinya
jangkar.json   kepala rantai per hari, ditandatangani Ed25519 atas "tanggal LF urut LF hash LF"
${skrip}   node ${skrip}   memeriksa semuanya
`;

/** The ZIP's bytes; `skrip` is the verifying script that goes with it. */
export async function eksporArsip(
  db: Db,
  { dari, sampai }: Rentang,
  skrip: { nama: string; isi: string },
): Promise<Uint8Array> {
  const akhir = new Date(awalHari(sampai).getTime() + 86_400_000 - 1);
  const baris = await db
    .select({ entri: arsip, isi: arsipIsi.isi })
    .from(arsip)
    .leftJoin(arsipIsi, eq(arsipIsi.sha256, arsip.sha256))
    .where(and(gte(arsip.diarsipkan, awalHari(dari)), lte(arsip.diarsipkan, akhir)))
    .orderBy(asc(arsip.urut));
  const urut = new Set(baris.map(({ entri }) => entri.urut));
  const jangkar = (await db.select().from(jangkarArsip).orderBy(asc(jangkarArsip.tanggal))).filter((j) =>
    urut.has(j.urut),
  );
  const rantai = baris.map(({ entri: { hash, sebelum, catatan } }) => JSON.stringify({ hash, sebelum, catatan }));
  const isi = baris.flatMap(({ entri, isi: satu }) =>
    satu === null ? [] : [[`isi/${entri.sha256}`, new Uint8Array(satu)] as const],
  );
  return zipSync(
    {
      "BACA-SAYA.txt": strToU8(BACA_SAYA(skrip.nama)),
      "rantai.jsonl": strToU8(rantai.map((satu) => `${satu}\n`).join("")),
      "jangkar.json": strToU8(`${JSON.stringify(jangkar, null, 2)}\n`),
      [skrip.nama]: strToU8(skrip.isi),
      ...Object.fromEntries(isi),
    },
    // PDFs are compressed already.
    { level: 1 },
  );
}
