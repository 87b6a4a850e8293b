/** The pictures of docs/gambar: their budget, and how they are made small. */
import sharp from "sharp";

/** What a reader's connection has to carry: bytes of one picture, and of all. */
export const SATU_MAKS = 150_000;
/** Bytes of all pictures together. */
export const SEMUA_MAKS = 4_000_000;

/** A PNG of at most 256 colours that looks the same: screens have few. */
export const kecilkan = (png: Buffer): Promise<Buffer> =>
  sharp(png).png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 }).toBuffer();

/** What is wrong with the sizes (bytes by name), in sentences; empty where all is well. */
export function terlaluBesar(ukuran: ReadonlyMap<string, number>): string[] {
  const kb = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
  const satu = [...ukuran].flatMap(([nama, bytes]) =>
    bytes > SATU_MAKS ? [`${nama} has ${kb(bytes)}, more than ${kb(SATU_MAKS)}`] : [],
  );
  const semua = [...ukuran.values()].reduce((jumlah, bytes) => jumlah + bytes, 0);
  return semua > SEMUA_MAKS ? [...satu, `all together have ${kb(semua)}, more than ${kb(SEMUA_MAKS)}`] : satu;
}
