/** Serials that a restore left out: the gap in the list of numbers, and the sentence that explains it to an auditor. */
import type { NomorDilewati } from "../db/schema.js";
import { saatWib } from "../waktu/wib.js";

/** A restore: from the backup of `titik`, ended at `dipulihkan`. */
export interface Pemulihan {
  readonly titik: Date;
  readonly dipulihkan: Date;
  readonly nomorDilewati: readonly NomorDilewati[];
}

/** The first of the serials left out before this one, and why nobody gets them; undefined where no restore took it. */
export function dilewati(
  { tahun, urut }: { readonly tahun: number; readonly urut: number },
  pemulihan: Pemulihan | null,
): { readonly dari: number; readonly alasan: string } | undefined {
  const rentang = pemulihan?.nomorDilewati.find((r) => r.jenis === "surat" && r.tahun === tahun && r.sampai === urut);
  if (!pemulihan || !rentang) return undefined;
  const { dari } = rentang;
  const nomor = dari === urut ? `Nomor urut ${dari}` : `Nomor urut ${dari} sampai ${urut}`;
  const alasan =
    `${nomor} tidak diberikan lagi: sistem dipulihkan pada ${saatWib(pemulihan.dipulihkan)} dari cadangan ` +
    `${saatWib(pemulihan.titik)}, dan surat yang terbit di antaranya mungkin sudah memakainya.`;
  return { dari, alasan };
}
