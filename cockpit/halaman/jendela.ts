/** Which rows a window of the list shows, and where keys and scrolling take it. Pure. */

/** Height of a row in px, as in the style sheet. */
export const TINGGI = 54;
/** Rows kept ready above and below what is in sight. */
const CADANGAN = 8;

/** The rows (from, to exclusive) that a window of `tinggi` px at `gulir` px shows of `total`. */
export function jendela(gulir: number, tinggi: number, total: number): { dari: number; sampai: number } {
  const dari = Math.max(0, Math.floor(gulir / TINGGI) - CADANGAN);
  const sampai = Math.min(total, Math.ceil((gulir + tinggi) / TINGGI) + CADANGAN);
  return { dari: Math.min(dari, Math.max(0, total - 1)), sampai };
}

/** Where to scroll to so that row `indeks` is seen whole in `tinggi` px below the head; `gulir` itself where it is already. */
export function gulirKe(indeks: number, gulir: number, tinggi: number): number {
  const atas = indeks * TINGGI;
  const batas = tinggi - TINGGI;
  if (atas < gulir) return atas;
  return atas > gulir + batas ? atas - batas : gulir;
}

/** The row that a key leads to from row `posisi` of `total`, perhaps beyond the ends; undefined for other keys. */
export function tujuanTombol(tombol: string, posisi: number, total: number, tinggi: number): number | undefined {
  const sehalaman = Math.max(1, Math.floor(tinggi / TINGGI) - 1);
  const tujuan: Readonly<Record<string, number>> = {
    ArrowDown: posisi + 1,
    ArrowUp: posisi - 1,
    PageDown: posisi + sehalaman,
    PageUp: posisi - sehalaman,
    Home: 0,
    End: total - 1,
  };
  return tujuan[tombol];
}
