/** The SOP's Waktu in words as a working duration. */

const SATUAN: Readonly<Record<string, (n: number) => string>> = {
  hari: (n) => `P${n}D`,
  jam: (n) => `PT${n}H`,
  menit: (n) => `PT${n}M`,
};

/** `1 hari` → `P1D`, `60 menit` → `PT60M`, `2 jam` → `PT2H`; undefined for anything else. */
export function durasiWaktu(waktu: string): string | undefined {
  const [, jumlah, satuan = ""] = /^\s*(\d{1,4})\s+(hari|jam|menit)(?:\s+kerja)?\s*$/i.exec(waktu) ?? [];
  return jumlah === undefined ? undefined : SATUAN[satuan.toLowerCase()]?.(Number(jumlah));
}
