/** ZIP files as Office programs write and read them; reading is bounded, so that a small file cannot fill the memory. */
import { strToU8, unzipSync, zipSync } from "fflate";

/** A ZIP could not be read; `sebab` is an Indonesian sentence for the person who brought it. */
export class ZipError extends Error {
  override readonly name = "ZipError";
}

/** The same entries always give the same bytes: all carry one date. */
export function tulisZip(isi: Readonly<Record<string, string>>): Buffer {
  const entri = Object.entries(isi).map(([nama, teks]) => [nama, strToU8(teks)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entri), { level: 6, mtime: new Date(1980, 0, 1) }));
}

/** How much a ZIP may hold, in bytes. */
export interface BatasZip {
  readonly satu: number;
  readonly semua: number;
  readonly entri: number;
}

/**
 * The entries that `pilih` names. A declared size beyond the limits is refused before anything is unpacked; an entry
 * that holds more than it declares is refused by the unpacker, which fills a buffer of the declared size.
 */
export function bacaZip(isi: Buffer, pilih: (nama: string) => boolean, batas: BatasZip): Map<string, Buffer> {
  let [jumlah, semua] = [0, 0];
  try {
    const terbuka = unzipSync(isi, {
      filter: ({ name, originalSize, compression }) => {
        jumlah += 1;
        if (jumlah > batas.entri) throw new ZipError("Berkas ini memuat terlalu banyak bagian.");
        if (!pilih(name)) return false;
        semua += originalSize;
        if (originalSize > batas.satu || semua > batas.semua || ![0, 8].includes(compression))
          throw new ZipError("Isi berkas ini terlalu besar setelah dibuka.");
        return true;
      },
    });
    return new Map(Object.entries(terbuka).map(([nama, data]) => [nama, Buffer.from(data)]));
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError("Berkas ini rusak dan tidak dapat dibuka.", { cause: error });
  }
}
