/** Waktu of an SOP row, e.g. "30 menit", as number, unit and ISO duration. Pure. */

export const SATUAN = ["menit", "jam", "hari"] as const;
export type Satuan = (typeof SATUAN)[number];
/** A time limit in working time. */
export interface Waktu {
  readonly jumlah: number;
  readonly satuan: Satuan;
}

/** Reads "30 menit", "2 jam", "1 hari"; undefined for anything else, zero included. */
export function bacaWaktu(teks: string): Waktu | undefined {
  const [, angka, satuan] = /^([1-9]\d{0,4}) (menit|jam|hari)$/.exec(teks.trim()) ?? [];
  return angka && satuan ? { jumlah: Number(angka), satuan: satuan as Satuan } : undefined;
}

export const tulisWaktu = (w: Waktu): string => `${w.jumlah} ${w.satuan}`;

/** ISO 8601 duration: PT30M, PT2H, P1D. */
export function durasiIso({ jumlah, satuan }: Waktu): string {
  if (satuan === "hari") return `P${jumlah}D`;
  return satuan === "jam" ? `PT${jumlah}H` : `PT${jumlah}M`;
}
