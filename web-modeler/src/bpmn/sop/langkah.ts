/** The SOP row of an activity, as read from and written to its extension elements. Pure. */
import type { Unsur } from "../../../lint/jenis.js";
import { daftar, ekstensi, semua, teks } from "../../../lint/unsur.js";

const KOLOM = ["nomor", "aktivitas", "persyaratan", "waktu", "output", "keterangan"] as const;
/** An attribute of `sop:Langkah` in bpmn/sop-moddle.json. */
export type Kolom = (typeof KOLOM)[number];
/** The texts of a row as the diagram holds them, italics as `<i>`; "" where one is missing. */
export type Langkah = Readonly<Record<Kolom, string>>;

const dari = (l: Unsur): Langkah => ({
  nomor: teks(l.nomor),
  aktivitas: teks(l.aktivitas),
  persyaratan: teks(l.persyaratan),
  waktu: teks(l.waktu),
  output: teks(l.output),
  keterangan: teks(l.keterangan),
});

/** The row of an activity, undefined where it is none. */
export const bacaLangkah = (u: Unsur): Langkah | undefined => ekstensi(u, "sop:Langkah").map(dari)[0];

/** Why an activity is no row, "" where it does not say. */
export const bacaAlasan = (u: Unsur): string => teks(ekstensi(u, "sop:TanpaLangkah")[0]?.alasan);

/** The number after the highest one used in a process. */
export function nomorBerikut(proses: Unsur | undefined): string {
  const nomor = proses ? semua(proses).map((u) => Number(bacaLangkah(u)?.nomor ?? 0)) : [];
  return String(Math.max(0, ...nomor.filter(Number.isFinite)) + 1);
}

/** Texts of the SOP mark italics by `<i>`; people read and write `*stars*`. */
export const keTampilan = (teksSop: string): string => teksSop.replace(/<i>(.*?)<\/i>/g, "*$1*");
/** The way back, for what a person typed: a star without a partner on its line stays one. */
export const dariTampilan = (tampilan: string): string => tampilan.replace(/\*([^*\n]+)\*/g, "<i>$1</i>");

/** Values of an extension list without some types. */
export const tanpaTipe = (u: Unsur | undefined, ...tipe: string[]): Unsur[] =>
  daftar(u?.values).filter((v) => !tipe.includes(v.$type));
