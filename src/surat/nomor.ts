import { z } from "zod";
import { bagianTanggal } from "../waktu/wib.js";
import { isiTemplat, masalahTemplat, tempatIsian } from "./templat.js";

const ROMAWI = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;
const ISIAN = ["derajat", "urut", "urut3", "urut4", "unit", "klasifikasi", "bulan", "bulanRomawi", "tahun"] as const;

/** The pattern of B/123/LPSE/PL.02/11/2026; agencies differ, so kop.json may hold another. */
export const POLA_NOMOR = "{derajat}/{urut}/{unit}/{klasifikasi}/{bulan}/{tahun}";

/** A number pattern; it must hold serial and year, because the serial restarts each year and no number may recur. */
export const PolaNomor = z.string().superRefine((pola, ctx) => {
  const masalah = masalahTemplat(pola, ISIAN) ?? kurang(tempatIsian(pola));
  if (masalah !== undefined) ctx.addIssue({ code: "custom", message: masalah });
});

function kurang(isian: readonly string[]): string | undefined {
  if (!isian.some((nama) => nama.startsWith("urut"))) return "harus memuat {urut} (atau {urut3}, {urut4})";
  if (!isian.includes("tahun")) return "harus memuat {tahun}";
  return undefined;
}

/** What a letter number is made of; `urut` is the serial of the year (from 1), `tanggal` the letter's ISO date. */
export interface BagianNomor {
  derajat: string;
  urut: number;
  unit: string;
  klasifikasi: string;
  tanggal: string;
}

/** Writes a letter number, e.g. "B/123/LPSE/PL.02/11/2026"; throws RangeError on a bad serial or date. */
export function formatNomorSurat(bagian: BagianNomor, pola: string = POLA_NOMOR): string {
  const { urut, derajat, unit, klasifikasi } = bagian;
  if (!Number.isSafeInteger(urut) || urut < 1) throw new RangeError(`nomor urut harus bilangan mulai 1, bukan ${urut}`);
  const { tahun, bulan } = bagianTanggal(bagian.tanggal);
  return isiTemplat(pola, {
    derajat,
    unit,
    klasifikasi,
    urut: String(urut),
    urut3: String(urut).padStart(3, "0"),
    urut4: String(urut).padStart(4, "0"),
    bulan: String(bulan).padStart(2, "0"),
    bulanRomawi: ROMAWI[bulan - 1] ?? "",
    tahun: String(tahun),
  });
}
