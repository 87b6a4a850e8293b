/** Who is told that a step's time has run out. */
import type { Deps } from "./deps.js";

/** An e-Pesan address, and as what it is told. */
export interface Penerima {
  readonly kepada: string;
  readonly sebagai: "pelaksana" | "atasan";
}

const GRUP_SATKER = "satuan-kerja";

/**
 * The members of the step's group and of the group above it. The group of all Satuan Kerja stands for the one that asked:
 * its own address, and its Kepala. Each address once; who is both counts as actor.
 */
export async function penerimaEskalasi(
  { organisasi, direktori }: Pick<Deps, "organisasi" | "direktori">,
  grup: string,
  satker: string,
  signal?: AbortSignal,
): Promise<Penerima[]> {
  const unit = organisasi.satker.find(({ id }) => id === satker);
  if (grup === GRUP_SATKER) return unit ? unik([unit.epesan], [unit.kepala.epesan]) : [];
  const atasan = organisasi.grup.find(({ id }) => id === grup)?.atasan;
  const pelaksana = await direktori.penerima(grup, signal);
  return unik(pelaksana, atasan ? await direktori.penerima(atasan, signal) : []);
}

function unik(pelaksana: readonly string[], atasan: readonly string[]): Penerima[] {
  const semua = [
    ...atasan.map((kepada): [string, Penerima] => [kepada, { kepada, sebagai: "atasan" }]),
    ...pelaksana.map((kepada): [string, Penerima] => [kepada, { kepada, sebagai: "pelaksana" }]),
  ];
  return [...new Map(semua).values()];
}
