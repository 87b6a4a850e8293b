/** The time line of one request: the eleven rows, planned against actual, each run of each row. Pure. */
import type { Kalender } from "../calendar/calendar.js";
import { tambahWaktuKerja, waktuKerjaAntara } from "../calendar/working-time.js";
import { jalanKeluar, type KeadaanTahap, SISTEM, tahapan } from "../proses/tahap.js";
import type { LangkahSop } from "../sop/diagram.js";
import { polos } from "../sop/diagram.js";
import { isoDariWaktu } from "../sop/waktu.js";
import { nilai, type Orang, type Status } from "./langkah.js";
import type { KejadianSla } from "./mesin-sla.js";

/** One run of a row; instants are ISO. `batal`: ended by a withdrawal or on a way out, it took no decision. */
export interface Putaran {
  readonly aktivitas: string;
  readonly mulai: string;
  readonly selesai: string | null;
  readonly tenggat: string | null;
  readonly pakaiMs: number;
  readonly jatahMs: number | null;
  readonly status: Status | "tepat" | "terlambat" | "batal";
  readonly oleh: readonly string[];
  readonly akun: string | null;
}

/** One row with its plan: as if every row took exactly its Waktu from the day the request was made. */
export interface BarisGaris {
  readonly nomor: number;
  readonly id: string;
  readonly nama: string;
  readonly aktivitas: string;
  readonly pelaksana: string;
  readonly waktu: string;
  readonly jatahMs: number | null;
  readonly rencanaMulai: string | null;
  readonly rencanaSelesai: string | null;
  readonly keadaan: KeadaanTahap;
  readonly putaran: readonly Putaran[];
}

/** What the time line is drawn from; `tenggat` and `akun` by activity instance. */
export interface BahanGaris {
  readonly langkah: readonly LangkahSop[];
  readonly kejadian: readonly KejadianSla[];
  readonly tenggat: ReadonlyMap<string, number>;
  readonly akun: ReadonlyMap<string, string>;
  readonly diajukan: number;
}

const iso = (saat: number): string => new Date(saat).toISOString();

/** The rows in the SOP's order; throws KalenderError where a year is not loaded. */
export function garisWaktu(bahan: BahanGaris, kini: number, kalender: Kalender): BarisGaris[] {
  const rencana = rencanakan(bahan.langkah, bahan.diajukan, kalender);
  const tahap = tahapan(bahan.langkah, bahan.kejadian.map(sebagaiKejadian(bahan.tenggat)), kini);
  return bahan.langkah.map((l, i) => {
    const milik = bahan.kejadian.filter((k) => (jalanKeluar[k.activityId] ?? k.activityId) === l.id);
    const { mulai, selesai } = rencana[i] ?? { mulai: null, selesai: null };
    return {
      nomor: l.nomor,
      id: l.id,
      nama: polos(l.nama),
      aktivitas: polos(l.aktivitas),
      pelaksana: l.pelaksana,
      waktu: l.waktu,
      jatahMs: mulai === null || selesai === null ? null : waktuKerjaAntara(mulai, selesai, kalender),
      rencanaMulai: mulai === null ? null : iso(mulai),
      rencanaSelesai: selesai === null ? null : iso(selesai),
      keadaan: tahap[i]?.keadaan ?? "belum",
      putaran: milik.toSorted((a, b) => a.startTime - b.startTime).map((k) => putaran(k, bahan, kini, kalender)),
    };
  });
}

const sebagaiKejadian = (tenggat: ReadonlyMap<string, number>) => (k: KejadianSla) => ({
  aktivitas: k.activityId,
  mulai: k.startTime,
  selesai: k.endTime,
  batal: k.canceled,
  tenggat: tenggat.get(k.id) ?? null,
  oleh: k.activityType === "userTask" ? k.assignee : SISTEM,
});

/** Each row begins when the one before is due; from a row whose Waktu cannot be read on there is no plan. */
function rencanakan(langkah: readonly LangkahSop[], diajukan: number, kalender: Kalender) {
  let saat: number | null = diajukan;
  return langkah.map(({ waktu }) => {
    const durasi = isoDariWaktu(waktu);
    const mulai: number | null = saat;
    saat = mulai === null || durasi === undefined ? null : tambahWaktuKerja(mulai, durasi, kalender);
    return { mulai, selesai: saat };
  });
}

function putaran(k: KejadianSla, { tenggat, akun }: BahanGaris, kini: number, kalender: Kalender): Putaran {
  const batas = tenggat.get(k.id);
  const pelaku = k.activityType === "userTask" ? k.assignee : SISTEM;
  return {
    aktivitas: k.activityId,
    mulai: iso(k.startTime),
    selesai: k.endTime === null ? null : iso(k.endTime),
    tenggat: batas === undefined ? null : iso(batas),
    pakaiMs: waktuKerjaAntara(k.startTime, k.endTime ?? kini, kalender),
    jatahMs: batas === undefined ? null : Math.max(0, waktuKerjaAntara(k.startTime, batas, kalender)),
    status: statusPutaran(k, batas, kini, kalender),
    oleh: pelaku === null ? [] : [pelaku],
    akun: akun.get(k.id) ?? null,
  };
}

function statusPutaran(k: KejadianSla, batas: number | undefined, kini: number, kalender: Kalender): Putaran["status"] {
  if (k.canceled) return "batal";
  if (k.endTime !== null) return batas === undefined || k.endTime <= batas ? "tepat" : "terlambat";
  if (batas === undefined) return "aman";
  const jatahMs = Math.max(0, waktuKerjaAntara(k.startTime, batas, kalender));
  return nilai({ tenggat: batas, jatahMs }, kini, kalender).status;
}

/** The people of a time line by id. */
export const pelakuGaris = (baris: readonly BarisGaris[]): string[] => [
  ...new Set(baris.flatMap((b) => b.putaran.flatMap((p) => p.oleh)).filter((id) => id !== SISTEM)),
];

/** A time line with names in place of ids. */
export const bernama = (baris: readonly BarisGaris[], orang: (id: string) => Orang) =>
  baris.map((b) => ({ ...b, putaran: b.putaran.map((p) => ({ ...p, oleh: p.oleh.map(orang) })) }));
