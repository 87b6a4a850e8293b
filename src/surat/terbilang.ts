/** Numbers as letters write them. Pure. */

const SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"] as const;

/** A whole number from 0 to 999 in Indonesian words, e.g. 115 → "seratus lima belas"; throws RangeError otherwise. */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`terbilang hanya untuk 0–999, bukan ${n}`);
  if (n < 10) return SATUAN[n] ?? "";
  if (n === 10) return "sepuluh";
  if (n === 11) return "sebelas";
  if (n < 20) return `${terbilang(n - 10)} belas`;
  if (n < 100) return dengan(`${terbilang(Math.floor(n / 10))} puluh`, n % 10);
  if (n < 200) return dengan("seratus", n - 100);
  return dengan(`${terbilang(Math.floor(n / 100))} ratus`, n % 100);
}

function dengan(depan: string, sisa: number): string {
  return sisa === 0 ? depan : `${depan} ${terbilang(sisa)}`;
}

/** A number the way letters write it: 3 → "3 (tiga)"; from 1000 on digits only. */
export function jumlah(n: number): string {
  return n <= 999 ? `${n} (${terbilang(n)})` : String(n);
}
