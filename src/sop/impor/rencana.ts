/** What a table means as a process: lanes with their groups, rows with what follows, and the questions it leaves open. */
import { polos } from "../diagram.js";
import { isoDariWaktu } from "../waktu.js";
import type { BarisTabel, TabelSop } from "./tabel.js";
import { TANYA_ESKALASI } from "./tenggat.js";

/** A lane; the one without a group stands for nobody yet. */
export interface LajurRencana {
  readonly nama: string;
  readonly grup: string;
}

/** A row with its lane and, for a decision, the index of the row that its "tidak" leads to. */
export interface LangkahRencana {
  readonly baris: BarisTabel;
  readonly lajur: number;
  readonly nama: string;
  readonly tidak: number | undefined;
  readonly berjangka: boolean;
  readonly pertanyaan: readonly string[];
}

/** `kunci` is the process id made of the title; `langkah` has one entry per row, in the table's order. */
export interface Rencana {
  readonly kunci: string;
  readonly lajur: readonly LajurRencana[];
  readonly langkah: readonly LangkahRencana[];
  /** What is open of the process as a whole; stands at its start event. */
  readonly pertanyaan: readonly string[];
}

/** Name of the lane for rows without an actor; in place of a group it carries an open question. */
export const LAJUR_TERBUKA = "Pelaksana belum ditentukan";

/** Letters and digits of a name joined by hyphens, fit for an id: at most `maks` long, never empty. */
function slug(teks: string, bila: string, maks = 50): string {
  const isi = polos(teks)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maks)
    .replace(/^-+|-+$/g, "");
  return /^[a-z]/.test(isi) ? isi : isi === "" ? bila : `${bila}-${isi}`;
}

function unik(nama: readonly string[]): string[] {
  const ada = new Map<string, number>();
  return nama.map((n) => {
    const kali = (ada.get(n) ?? 0) + 1;
    ada.set(n, kali);
    return kali === 1 ? n : `${n}-${kali}`;
  });
}

/** The activity's words as a short name: at most 48 letters, cut between words. */
function namaPendek(teks: string): string {
  const utuh = polos(teks).replace(/\s+/g, " ").trim();
  if (utuh.length <= 48) return utuh;
  return `${utuh.slice(0, 47).replace(/\s\S*$/, "")}…`;
}

function tujuanTidak(tabel: TabelSop, i: number): { ke: number; diketahui: boolean } {
  const nomor = tabel.baris[i]?.tidak;
  const ke = tabel.baris.findIndex((b) => b.nomor === nomor);
  if (ke >= 0 && ke !== i + 1) return { ke, diketahui: true };
  return { ke: Math.max(0, i - 1), diketahui: false };
}

function langkah(tabel: TabelSop, b: BarisTabel, i: number): LangkahRencana {
  const pertanyaan: string[] = [];
  const tidak = b.simbol === "keputusan" ? tujuanTidak(tabel, i) : undefined;
  const berjangka = isoDariWaktu(b.waktu) !== undefined;
  if (b.lajur === undefined) pertanyaan.push(`Siapa pelaksana langkah ${b.nomor}?`);
  if (tidak && !tidak.diketahui)
    pertanyaan.push(
      `Bila langkah ${b.nomor} berakhir "tidak", kembali ke langkah berapa? Sementara: langkah ${tabel.baris[tidak.ke]?.nomor}.`,
    );
  if (b.simbol === "selesai" && i < tabel.baris.length - 1)
    pertanyaan.push(
      `Langkah ${b.nomor} bertanda selesai, tetapi masih ada langkah sesudahnya. Apakah SOP berakhir di sini?`,
    );
  if (!berjangka)
    pertanyaan.push(
      `Berapa lama langkah ${b.nomor}? Waktu "${polos(b.waktu)}" tidak terbaca; tulis seperti "1 hari" atau "30 menit".`,
    );
  return {
    baris: b,
    lajur: b.lajur ?? tabel.pelaksana.length,
    nama: namaPendek(b.aktivitas),
    tidak: tidak?.ke,
    berjangka,
    pertanyaan,
  };
}

/** Reads the plan out of a checked table. */
export function rencanakan(tabel: TabelSop): Rencana {
  const grup = unik(tabel.pelaksana.map((p, i) => slug(p, `pelaksana-${i + 1}`)));
  const lajur = tabel.pelaksana.map((nama, i) => ({ nama, grup: grup[i] ?? "" }));
  const terbuka = tabel.baris.some((b) => b.lajur === undefined);
  const semua = tabel.baris.map((b, i) => langkah(tabel, b, i));
  return {
    kunci: slug(tabel.judul, "sop"),
    lajur: terbuka ? [...lajur, { nama: LAJUR_TERBUKA, grup: "" }] : lajur,
    langkah: semua,
    pertanyaan: semua.some((l) => l.berjangka) ? [TANYA_ESKALASI] : [],
  };
}
