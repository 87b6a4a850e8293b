/** Notes under the table: the detours of the diagram that are no rows of the SOP, told in a sentence each. */
import { type Jalan, jalanDari } from "./alur.js";
import type { Graf, Simpul } from "./graf.js";

/** One note: the row it belongs to and what it says. */
export interface Catatan {
  readonly nomor: number;
  readonly teks: string;
}

const kecil = (teks: string): string =>
  /^[A-Z][a-z]/.test(teks) ? teks.charAt(0).toLowerCase() + teks.slice(1) : teks;

function tujuan(jalan: readonly Jalan[], nomor: number): string {
  const baris = [...new Set(jalan.flatMap(({ ke }) => ke ?? []))];
  const akhir = [...new Set(jalan.flatMap((j) => (j.ke === undefined ? [j.akhir] : [])))];
  const sebut = (kata: string, n: readonly number[]) =>
    n.length > 0 ? [`${kata} ke langkah ${n.join(" atau ")}`] : [];
  const kembali = baris.filter((n) => n <= nomor);
  const ke = [
    ...sebut("kembali", kembali),
    ...sebut(
      "lanjut",
      baris.filter((n) => n > nomor),
    ),
  ];
  const selesai = akhir.length === 0 ? [] : [akhir.length === 1 && akhir[0] ? `selesai (${akhir[0]})` : "selesai"];
  return [...ke, ...selesai].join(" atau ");
}

function kalimat(sebab: string, jalan: readonly Jalan[], nomor: number): string {
  const lewat = [...new Set(jalan.flatMap((j) => j.lewat))].map((n) => `“${n}”`);
  const isi = lewat.length > 0 ? `${lewat.join(", ")}, lalu ${tujuan(jalan, nomor)}` : tujuan(jalan, nomor);
  return `Bila ${kecil(sebab)}: ${isi}.`;
}

/** The notes of one row: its decision's other branches, then what may interrupt it. */
function catatanBaris(graf: Graf, s: Simpul, nomor: number, berikut: number | undefined): Catatan[] {
  const jalan = jalanDari(graf, s).filter((j) => j.cabang !== "");
  const cabang = [...new Set(jalan.map((j) => j.cabang))]
    .map((nama) => ({ nama, lewat: jalan.filter((j) => j.cabang === nama) }))
    .filter(({ lewat }) => !lewat.some((j) => j.ke === berikut && j.lewat.length === 0));
  const tepi = graf.tepi(s).map((t) => ({ nama: t.nama, lewat: jalanDari(graf, t) }));
  return [...cabang, ...tepi]
    .filter(({ nama, lewat }) => nama !== "" && lewat.length > 0)
    .map(({ nama, lewat }) => ({ nomor, teks: kalimat(nama, lewat, nomor) }));
}

/** All notes in the order of the rows; `nomor` lists the SOP's numbers in order. */
export function catatanSop(graf: Graf, nomor: readonly number[]): Catatan[] {
  return nomor.flatMap((n, i) =>
    graf.simpul.filter((s) => s.nomor === n).flatMap((s) => catatanBaris(graf, s, n, nomor[i + 1])),
  );
}
