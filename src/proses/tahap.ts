/** The eleven steps of one request: which are done, which run, until when. Pure, from the engine's history. */
import type { LangkahSop } from "../sop/diagram.js";

/** One run of an activity; times in epoch milliseconds, `selesai` null while it runs. */
export interface Kejadian {
  readonly aktivitas: string;
  readonly mulai: number;
  readonly selesai: number | null;
  /** Ended by something else than its own completion: a withdrawal, an error's way out. */
  readonly batal: boolean;
  readonly tenggat: number | null;
  readonly oleh: string | null;
}

/** `lewat`: runs beyond its time limit. `dilewati`: later steps have begun without it (step 6 where every account failed). */
export type KeadaanTahap = "belum" | "berjalan" | "selesai" | "lewat" | "dilewati";

/** One SOP row of one request; times are ISO instants of its latest round, `kali` counts all runs. */
export interface Tahap {
  readonly nomor: number;
  readonly id: string;
  readonly aktivitas: string;
  readonly pelaksana: string;
  readonly waktu: string;
  readonly output: string;
  readonly keadaan: KeadaanTahap;
  readonly mulai: string | null;
  readonly selesai: string | null;
  readonly tenggat: string | null;
  readonly terlambat: boolean;
  readonly oleh: readonly string[];
  readonly kali: number;
}

/** The user id that stands for automated work. */
export const SISTEM = "sistem";

/** Manual ways out count as part of the step they help out. */
export const jalanKeluar: Readonly<Record<string, string>> = {
  "perbaiki-akun": "spse-reset-password",
  "reset-manual": "spse-reset-password",
  "sampaikan-kredensial": "epesan-kirim-kredensial",
  "kirim-surat-manual": "surat-kirim",
};

/** Steps inside the sub-process run once per account, side by side: one account's step 5 may follow another's step 6. */
const PER_AKUN = new Set(["spse-reset-password", "epesan-kirim-kredensial"]);

/** The rows of the SOP with what happened in each. `kini` in epoch milliseconds. */
export function tahapan(langkah: readonly LangkahSop[], kejadian: readonly Kejadian[], kini: number): Tahap[] {
  const milik = langkah.map((l) => kejadian.filter((k) => (jalanKeluar[k.aktivitas] ?? k.aktivitas) === l.id));
  const putaran = milik.map((semua, i) => {
    const sebelum = langkah.slice(0, i).map((l, j) => (sejajar(l, langkah[i]) ? 0 : terakhirMulai(milik[j] ?? [])));
    return semua.filter((k) => k.mulai >= Math.max(0, ...sebelum));
  });
  return langkah.map((l, i) => ({
    ...baris(l),
    ...rangkum(
      putaran[i] ?? [],
      kini,
      putaran.slice(i + 1).some((p) => p.length > 0),
    ),
    kali: milik[i]?.length ?? 0,
  }));
}

const baris = ({ nomor, id, aktivitas, pelaksana, waktu, output }: LangkahSop) => ({
  nomor,
  id,
  aktivitas,
  pelaksana,
  waktu,
  output,
});

const sejajar = (a: LangkahSop, b: LangkahSop | undefined): boolean =>
  PER_AKUN.has(a.id) && b !== undefined && PER_AKUN.has(b.id);

const terakhirMulai = (kejadian: readonly Kejadian[]): number => Math.max(0, ...kejadian.map((k) => k.mulai));

const iso = (saat: number | null): string | null => (saat === null ? null : new Date(saat).toISOString());

const batasWaktu = (kejadian: readonly Kejadian[]): number[] =>
  kejadian.flatMap((k) => (k.tenggat === null ? [] : [k.tenggat]));

const kosong = { mulai: null, selesai: null, tenggat: null, terlambat: false, oleh: [] } as const;

function rangkum(putaran: readonly Kejadian[], kini: number, lanjut: boolean) {
  const terbuka = putaran.filter((k) => k.selesai === null);
  const tuntas = putaran.filter((k) => k.selesai !== null && !k.batal);
  if (terbuka.length > 0) return berjalan(putaran, terbuka, kini);
  if (tuntas.length === 0) return { ...kosong, keadaan: lanjut ? ("dilewati" as const) : ("belum" as const) };
  const batas = batasWaktu(tuntas);
  return {
    keadaan: "selesai" as const,
    mulai: iso(Math.min(...putaran.map((k) => k.mulai))),
    selesai: iso(Math.max(...tuntas.map((k) => k.selesai ?? 0))),
    tenggat: iso(batas.length > 0 ? Math.max(...batas) : null),
    terlambat: tuntas.some((k) => k.tenggat !== null && (k.selesai ?? 0) > k.tenggat),
    oleh: pelaku(tuntas),
  };
}

function berjalan(putaran: readonly Kejadian[], terbuka: readonly Kejadian[], kini: number) {
  const batas = batasWaktu(terbuka);
  const tenggat = batas.length > 0 ? Math.min(...batas) : null;
  const terlambat = tenggat !== null && tenggat < kini;
  return {
    keadaan: terlambat ? ("lewat" as const) : ("berjalan" as const),
    mulai: iso(Math.min(...putaran.map((k) => k.mulai))),
    selesai: null,
    tenggat: iso(tenggat),
    terlambat,
    oleh: pelaku(terbuka),
  };
}

const pelaku = (kejadian: readonly Kejadian[]): string[] => [
  ...new Set(kejadian.flatMap((k) => (k.oleh === null ? [] : [k.oleh]))),
];
