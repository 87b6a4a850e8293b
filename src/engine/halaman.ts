/** Reading long lists page by page: the engine refuses to answer one without a limit, or with too high a one. */
import { z } from "zod";
import type { CallOptions, Engine } from "./client.js";

/** Rows per query; never above the engine's `queryMaxResultsLimit`. */
const BARIS_PER_HALAMAN = 1_000;
/** Pages asked for side by side once the first one was full: more would take the engine's connections from people. */
const SEREMPAK = 4;

/** One page: `dari` counts from 0. */
export type AmbilHalaman<T> = (dari: number, ukuran: number) => Promise<readonly T[]>;

/** All rows of a list in a stable order, each key once: rows may move between two pages while they are being read. */
export async function semuaHalaman<T>(
  ambil: AmbilHalaman<T>,
  kunci: (baris: T) => string,
  ukuran = BARIS_PER_HALAMAN,
): Promise<T[]> {
  const semua = new Map<string, T>();
  const simpan = (halaman: readonly T[]) => {
    for (const baris of halaman) semua.set(kunci(baris), baris);
    return halaman.length === ukuran;
  };
  let penuh = simpan(await ambil(0, ukuran));
  for (let nomor = 1; penuh; nomor += SEREMPAK) {
    const berikut = Array.from({ length: SEREMPAK }, (_, i) => ambil((nomor + i) * ukuran, ukuran));
    penuh = (await Promise.all(berikut)).map(simpan).every(Boolean);
  }
  return [...semua.values()];
}

/** All rows of a list of the engine. It orders by id where nothing else is asked for: stable, which paging needs. */
export const semuaBaris = <T extends { readonly id: string }>(
  engine: Engine,
  method: "GET" | "POST",
  path: string,
  { query, body, schema }: Pick<CallOptions<T>, "query" | "body" | "schema">,
): Promise<T[]> =>
  semuaHalaman(
    (firstResult, maxResults) =>
      engine.call(method, path, {
        query: { ...query, firstResult, maxResults },
        ...(body === undefined ? {} : { body }),
        schema: z.array(schema),
      }),
    ({ id }) => id,
  );

/** Applies `kerja` to batches of at most `ukuran` items, a few at a time; the results in the order of the batches. */
export async function perKelompok<T, R>(
  semua: readonly T[],
  ukuran: number,
  kerja: (kelompok: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const kelompok = Array.from({ length: Math.ceil(semua.length / ukuran) }, (_, i) =>
    semua.slice(i * ukuran, (i + 1) * ukuran),
  );
  const hasil: R[][] = [];
  let berikut = 0;
  const satu = async () => {
    for (let i = berikut++; i < kelompok.length; i = berikut++) hasil[i] = [...(await kerja(kelompok[i] ?? []))];
  };
  await Promise.all(Array.from({ length: SEREMPAK }, satu));
  return hasil.flat();
}
