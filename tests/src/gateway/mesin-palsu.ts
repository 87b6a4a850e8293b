/**
 * What the engine of the gateway's tests knows: a little state that a test sets and reads. mesin-palsu-sesi.ts and
 * mesin-palsu-rest.ts answer from it, mesin-palsu-mulai.ts starts it.
 */
import type { Response } from "express";

export const DEFINISI = "reset-password-spse:1:abc";

export interface TugasPalsu {
  readonly id: string;
  readonly kunci: string;
  readonly nama: string;
  readonly instans: string;
  readonly grup: readonly string[];
  readonly definisi: string;
  pelaksana: string | null;
}

export interface InstansPalsu {
  readonly id: string;
  readonly nomor: string;
  readonly variabel: Record<string, { type: string; value: unknown }>;
  state: string;
}

/** A call that changed something, as the engine got it. */
export interface PanggilanPalsu {
  readonly jalur: string;
  readonly isi: Record<string, unknown>;
}

interface Tolakan {
  readonly status: number;
  readonly isi: object;
  kali?: number;
  /** What happens in the engine meanwhile. */
  readonly efek?: () => void;
}

export interface KeadaanPalsu {
  readonly orang: Map<string, { nama: string; grup: readonly string[] }>;
  readonly tugas: Map<string, TugasPalsu>;
  readonly lampau: Map<string, TugasPalsu & { sebab: string }>;
  readonly instans: Map<string, InstansPalsu>;
  readonly kejadian: { instans: string; activityId: string; startTime: string; endTime: string | null }[];
  readonly panggilan: PanggilanPalsu[];
  /** Every request that arrived: method and path, in order. */
  readonly semua: string[];
  /** Answers calls of this kind (modifying ones, `task` and `variables`) instead of doing them, always or `kali` times. */
  readonly tolak: Map<string, Tolakan>;
  /** Whose sessions the CSRF filter ended, as the real one does. */
  readonly sesiDiakhiri: string[];
  /** A start waits for this before it happens. */
  tahan: Promise<void>;
  /** While true the REST side fails. */
  mati: boolean;
}

/** The people of the tests, and nothing under way. */
export const keadaanAwal = (): KeadaanPalsu => ({
  orang: new Map([
    ["dewi", { nama: "Dewi Lestari", grup: ["satuan-kerja", "satker-biro-keuangan"] }],
    ["rudi", { nama: "Rudi Hartono", grup: ["satuan-kerja", "satker-pusdatin"] }],
    ["hendra", { nama: "Hendra Gunawan", grup: ["kepala-ukpbj"] }],
    ["andi", { nama: "Andi Pratama", grup: ["tim-pengelola-lpse"] }],
    ["maya", { nama: "Maya Anggraini", grup: ["tim-pengelola-lpse"] }],
    ["wahyu", { nama: "Wahyu Setiawan", grup: ["pemilik-proses"] }],
    ["wati", { nama: "Wati Kusuma", grup: ["pemilik-proses", "penyetuju-proses"] }],
    ["sari", { nama: "Sari Handayani", grup: ["penyetuju-proses"] }],
    ["admin", { nama: "Admin LPSE", grup: ["camunda-admin"] }],
  ]),
  tugas: new Map(),
  lampau: new Map(),
  instans: new Map(),
  kejadian: [],
  panggilan: [],
  semua: [],
  tolak: new Map(),
  sesiDiakhiri: [],
  tahan: Promise.resolve(),
  mati: false,
});

/** Takes the refusal that a test ordered for this kind of call, if any. */
export function ambilTolakan(k: KeadaanPalsu, kerja: string): Tolakan | undefined {
  const tolak = k.tolak.get(kerja);
  tolak?.efek?.();
  if (tolak?.kali !== undefined && --tolak.kali === 0) k.tolak.delete(kerja);
  return tolak;
}

/** A refusal in the engine's words. */
export const tolakan = (res: Response, status: number, type: string, message: string) =>
  void res.status(status).json({ type, message });

/** When everything happened. */
export const saat = "2026-11-23T09:00:00.000+0700";

/** A variable of the engine, as text. */
export const teks = (value: string) => ({ type: "String", value });

/** A task as the engine lists it. */
export const tugasDto = (t: TugasPalsu) => ({
  id: t.id,
  name: t.nama,
  assignee: t.pelaksana,
  created: saat,
  due: "2026-11-24T09:00:00.000+0700",
  processDefinitionId: t.definisi,
  processInstanceId: t.instans,
  taskDefinitionKey: t.kunci,
  suspended: false,
});

let urut = 0;

/** A request in the engine. */
export function tambahInstans(k: KeadaanPalsu, nomor: string, variabel: InstansPalsu["variabel"] = {}): InstansPalsu {
  const instans = { id: `instans-${++urut}`, nomor, variabel, state: "ACTIVE" };
  k.instans.set(instans.id, instans);
  return instans;
}

/** An open task of a request. */
export function tambahTugas(
  k: KeadaanPalsu,
  instans: InstansPalsu,
  kunci: string,
  grup: readonly string[],
  pelaksana: string | null = null,
  definisi = DEFINISI,
): TugasPalsu {
  const tugas = { id: `tugas-${++urut}`, kunci, nama: `Nama ${kunci}`, instans: instans.id, grup, definisi, pelaksana };
  k.tugas.set(tugas.id, tugas);
  return tugas;
}
