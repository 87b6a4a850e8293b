/** Finds in the record what the next person must know first. Pure. */
import type { Riwayat } from "../../proses/variabel.js";

/** The newest decision if it sent the request or the draft back to whoever is asked now. */
export function pengembalianTerakhir(riwayat: readonly Riwayat[]): Riwayat | undefined {
  const akhir = riwayat.at(-1);
  return akhir && /dikembalikan/i.test(akhir.keputusan) ? akhir : undefined;
}
