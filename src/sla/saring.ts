/** Which rows a person sees, and which page of them. Pure. */
import { type LangkahDinilai, mendesak, type Status } from "./langkah.js";

/** Everything, or the requests of these units only. */
export type Cakupan = "semua" | readonly string[];

/** What is asked for; an absent field asks for all. `nomor` is the SOP row, `lajur` the lane's group. */
export interface Saringan {
  readonly lajur?: string | undefined;
  readonly status?: Status | undefined;
  readonly satker?: string | undefined;
  readonly cari?: string | undefined;
  readonly nomor?: number | undefined;
}

/** How many steps stand how. */
export type Ringkas = Readonly<Record<Status, number>>;

/** Whether a request of this unit is within what a person may see. */
export const tercakup = (cakupan: Cakupan, satker: string): boolean => cakupan === "semua" || cakupan.includes(satker);

/** The rows within a person's rights. */
export const yangTercakup = <T extends { readonly satker: { readonly id: string } }>(
  semua: readonly T[],
  cakupan: Cakupan,
): readonly T[] => (cakupan === "semua" ? semua : semua.filter((l) => cakupan.includes(l.satker.id)));

/** How many of these rows stand how. */
export function ringkasStatus(semua: readonly { readonly status: Status }[]): Ringkas {
  const jumlah: Record<Status, number> = { aman: 0, mendekati: 0, lewat: 0 };
  for (const { status } of semua) jumlah[status]++;
  return jumlah;
}

/** The rows asked for, most urgent first; `ringkas` counts those that differ from the question in their status only. */
export function saring(semua: readonly LangkahDinilai[], s: Saringan): { ringkas: Ringkas; langkah: LangkahDinilai[] } {
  const kata = (s.cari ?? "").toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  const cocok = semua.filter(
    (l) =>
      (s.lajur === undefined || l.pelaksana.grup === s.lajur) &&
      (s.satker === undefined || l.satker.id === s.satker) &&
      (s.nomor === undefined || l.langkah.nomor === s.nomor) &&
      memuat(l, kata),
  );
  const langkah = s.status === undefined ? cocok : cocok.filter((l) => l.status === s.status);
  return { ringkas: ringkasStatus(cocok), langkah: langkah.toSorted(mendesak) };
}

/** Every word occurs in what the row shows. */
function memuat(l: LangkahDinilai, kata: readonly string[]): boolean {
  if (kata.length === 0) return true;
  const orang = l.pemegang ? `${l.pemegang.id} ${l.pemegang.nama}` : "";
  const teks = `${l.nomorPermohonan} ${l.satker.nama} ${orang} ${l.langkah.nama} ${l.pelaksana.nama}`;
  const rendah = teks.toLocaleLowerCase("id");
  return kata.every((k) => rendah.includes(k));
}

/** One page of a list; `halaman` counts from 1. */
export const potong = <T>(semua: readonly T[], halaman: number, ukuran: number): T[] =>
  semua.slice((halaman - 1) * ukuran, halaman * ukuran);
