/** Waktu as people enter it: a number and a unit. Pure. */
export const SATUAN = ["menit", "jam", "hari"] as const;
/** As the SOP writes it behind the number. */
export type Satuan = (typeof SATUAN)[number];

/** The parts of "30 menit"; undefined for an empty Waktu and for one of several units ("1 hari 2 jam"). */
export function uraiWaktu(waktu: string): { readonly jumlah: string; readonly satuan: Satuan } | undefined {
  const [, jumlah, satuan] = /^(\d+) (menit|jam|hari)$/.exec(waktu.trim()) ?? [];
  return jumlah && satuan ? { jumlah, satuan: satuan as Satuan } : undefined;
}

/** "30", "menit" → "30 menit"; no number or zero → "": the row then has no Waktu. */
export function susunWaktu(jumlah: string, satuan: Satuan): string {
  const n = Number.parseInt(jumlah, 10);
  return Number.isFinite(n) && n > 0 && n < 100_000 ? `${n} ${satuan}` : "";
}
