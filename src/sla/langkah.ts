/** An open step as the SLA views know it. Times inside are epoch milliseconds, lengths working milliseconds. */
import type { Kalender } from "../calendar/calendar.js";
import { waktuKerjaAntara } from "../calendar/working-time.js";
import { SISTEM } from "../proses/tahap.js";
import type { Kegiatan } from "./kegiatan.js";

/** Id and full name of a person, or id and name of a Satuan Kerja's group. */
export interface Orang {
  readonly id: string;
  readonly nama: string;
}

/** What stays the same while a step is open, unless it is handed on or extended; `id` is its execution in the engine. */
export interface LangkahBuka {
  readonly id: string;
  readonly instans: string;
  readonly definisi: string;
  readonly nomorPermohonan: string;
  readonly satker: Orang;
  readonly langkah: {
    readonly id: string;
    readonly nomor: number | null;
    readonly nama: string;
    readonly waktu: string;
  };
  readonly pelaksana: { readonly grup: string; readonly nama: string };
  readonly pemegang: Orang | null;
  readonly tugas: string | null;
  readonly mulai: number;
  readonly tenggat: number;
  readonly jatahMs: number;
}

/** `mendekati`: at least 80 % of the working time is used. `lewat`: the due instant is over. */
export const STATUS = ["aman", "mendekati", "lewat"] as const;
/** The word in replies of `/api/sla` and in the label of the metrics; people read another (`tabel-langkah.ts`). */
export type Status = (typeof STATUS)[number];

/** How a step stands at one instant; `sisaMs` below zero is overdue working time. */
export interface Dinilai {
  readonly sisaMs: number;
  readonly status: Status;
}
/** An open step as it stands when somebody asks; for a reply its times have yet to become ISO. */
export type LangkahDinilai = LangkahBuka & Dinilai;

type Batas = Pick<LangkahBuka, "tenggat" | "jatahMs">;

const BAGIAN_MENDEKATI = 0.8;

/** How a step stands at `kini`; throws KalenderError where a year between is not loaded. */
export function nilai<T extends Batas>(langkah: T, kini: number, kalender: Kalender): T & Dinilai {
  const sisaMs = waktuKerjaAntara(kini, langkah.tenggat, kalender);
  return { ...langkah, sisaMs, status: statusLangkah(sisaMs, langkah, kini) };
}

/** Outside working hours no working time passes, so that being over is decided by the instant itself. */
function statusLangkah(sisaMs: number, { tenggat, jatahMs }: Batas, kini: number): Status {
  if (kini > tenggat) return "lewat";
  return jatahMs - sisaMs >= jatahMs * BAGIAN_MENDEKATI ? "mendekati" : "aman";
}

/** Most urgent first; a total order, so that pages never overlap. */
export const mendesak = (a: LangkahDinilai, b: LangkahDinilai): number =>
  a.sisaMs - b.sisaMs || a.tenggat - b.tenggat || (a.id < b.id ? -1 : 1);

/** What the engine says of one piece of open work. */
export interface PekerjaanBuka {
  readonly eksekusi: string;
  readonly instans: string;
  readonly definisi: string;
  readonly aktivitas: string;
  readonly tugas: string | null;
  readonly pemegang: string | null;
  readonly mulai: number;
  readonly tenggat: number | null;
}

/** Number and unit of a request. */
export interface DataPermohonan {
  readonly nomor: string;
  readonly satker: Orang;
}

/** What is needed besides to name things. */
export interface Rujukan {
  readonly permohonan: ReadonlyMap<string, DataPermohonan>;
  /** Activities by definition, then by id. */
  readonly kegiatan: ReadonlyMap<string, ReadonlyMap<string, Kegiatan>>;
  readonly nama: ReadonlyMap<string, string>;
}

/** The open step of a piece of work; undefined for work without a time limit, or of a request that has just ended. */
export function susunLangkah(p: PekerjaanBuka, rujukan: Rujukan, kalender: Kalender): LangkahBuka | undefined {
  const permohonan = rujukan.permohonan.get(p.instans);
  const kegiatan = rujukan.kegiatan.get(p.definisi)?.get(p.aktivitas);
  if (p.tenggat === null || !permohonan || !kegiatan) return undefined;
  const { id, nomor, nama, waktu, grup, pelaksana } = kegiatan;
  return {
    id: p.eksekusi,
    instans: p.instans,
    definisi: p.definisi,
    nomorPermohonan: permohonan.nomor,
    satker: permohonan.satker,
    langkah: { id, nomor, nama, waktu },
    pelaksana: { grup, nama: pelaksana },
    pemegang: namaOrang(p.pemegang, rujukan.nama),
    tugas: p.tugas,
    mulai: p.mulai,
    tenggat: p.tenggat,
    jatahMs: Math.max(0, waktuKerjaAntara(p.mulai, p.tenggat, kalender)),
  };
}

/** A person by id; `sistem` stands for the workers. */
export function namaOrang(id: string | null, nama: ReadonlyMap<string, string>): Orang | null {
  if (id === null) return null;
  return { id, nama: id === SISTEM ? "Sistem" : (nama.get(id) ?? id) };
}
