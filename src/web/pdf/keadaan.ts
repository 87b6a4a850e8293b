/** Page and zoom of a preview. Pure. */

/** `halaman` counts from 1; `jumlah` is 0 until the document is open. */
export interface Tampilan {
  readonly halaman: number;
  readonly jumlah: number;
  /** 1 fits the width. */
  readonly zum: number;
}

const ZUM = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** One page on or back, within the document. */
export const pindah = (t: Tampilan, langkah: 1 | -1): Tampilan => ({
  ...t,
  halaman: Math.min(Math.max(t.halaman + langkah, 1), Math.max(t.jumlah, 1)),
});

/** The next larger or smaller zoom. */
export function perbesar(t: Tampilan, arah: 1 | -1): Tampilan {
  const calon = arah === 1 ? ZUM.find((z) => z > t.zum) : ZUM.findLast((z) => z < t.zum);
  return { ...t, zum: calon ?? t.zum };
}

/** A larger zoom is left; else the button is off. */
export const dapatDiperbesar = (t: Tampilan): boolean => t.zum < Math.max(...ZUM);
/** A smaller zoom is left; else the button is off. */
export const dapatDiperkecil = (t: Tampilan): boolean => t.zum > Math.min(...ZUM);
