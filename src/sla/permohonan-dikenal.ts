/** Number and unit of requests by process instance; they never change, so each request is asked about once. */

import type { DataPermohonan } from "./langkah.js";
import type { VariabelSla } from "./mesin-sla.js";

/** Answers what is known of these requests; those without a number (not of this product) are left out. */
export type PermohonanDikenal = (instans: readonly string[]) => Promise<ReadonlyMap<string, DataPermohonan>>;

/** So many requests take about 30 MB; then all are forgotten and asked about again. */
const SIMPAN_PALING_BANYAK = 100_000;

/** Makes the asker over the engine's variables `nomorPermohonan`, `satker`, `namaSatker`. */
export function createPermohonanDikenal(
  baca: (instans: readonly string[]) => Promise<readonly VariabelSla[]>,
): PermohonanDikenal {
  const simpanan = new Map<string, DataPermohonan>();
  return async (instans) => {
    const baru = [...new Set(instans)].filter((i) => !simpanan.has(i));
    if (simpanan.size + baru.length > SIMPAN_PALING_BANYAK) simpanan.clear();
    if (baru.length > 0) for (const [i, data] of kelompokkan(await baca(baru))) simpanan.set(i, data);
    return simpanan;
  };
}

/** The data of each request from its variables. */
export function kelompokkan(variabel: readonly VariabelSla[]): Map<string, DataPermohonan> {
  const isi = new Map<string, Record<string, string>>();
  for (const v of variabel) {
    if (typeof v.value !== "string") continue;
    const milik = isi.get(v.processInstanceId) ?? {};
    milik[v.name] = v.value;
    isi.set(v.processInstanceId, milik);
  }
  return new Map(
    [...isi].flatMap(([instans, { nomorPermohonan: nomor, satker = "", namaSatker = "" }]) =>
      nomor === undefined ? [] : [[instans, { nomor, satker: { id: satker, nama: namaSatker || satker } }] as const],
    ),
  );
}
