/** The book of finished steps: what the last year took, read from history once and then only what is new. */
import type { Kalender } from "../calendar/calendar.js";
import { KalenderError } from "../calendar/error.js";
import { waktuKerjaAntara } from "../calendar/working-time.js";
import { SISTEM } from "../proses/tahap.js";
import type { Kegiatan, KegiatanTerbaca } from "./kegiatan.js";
import type { DataPermohonan, Orang } from "./langkah.js";
import type { KejadianSla, MesinSla } from "./mesin-sla.js";
import type { PermohonanDikenal } from "./permohonan-dikenal.js";

/** A finished run of a step with a time limit; instants in epoch ms, lengths in working ms (null: a year not loaded). */
export interface LangkahSelesai {
  readonly id: string;
  readonly instans: string;
  readonly definisi: string;
  readonly aktivitas: string;
  /** SOP row; that of the row a way out helps out, null for work outside the SOP. */
  readonly nomor: number | null;
  readonly nama: string;
  readonly grup: string;
  readonly pelaksana: string;
  readonly nomorPermohonan: string;
  readonly satker: Orang;
  readonly oleh: string | null;
  readonly mulai: number;
  readonly selesai: number;
  readonly tenggat: number;
  readonly pakaiMs: number | null;
  readonly jatahMs: number | null;
}

/** Finished in time. */
export const tepat = ({ selesai, tenggat }: Pick<LangkahSelesai, "selesai" | "tenggat">): boolean => selesai <= tenggat;

interface BukuDeps {
  readonly mesin: MesinSla;
  readonly kegiatan: KegiatanTerbaca;
  readonly permohonan: PermohonanDikenal;
  readonly kalender: Kalender;
  readonly jam: () => Date;
}

const HARI_MS = 86_400_000;
/** As long as the engine keeps history (`historyTimeToLive` of the diagram). */
export const DISIMPAN_HARI = 366;
/** A transaction may commit this much after the instant that it wrote. */
const SUSULAN_MS = 120_000;

/** Reads the book up to now; each call asks the engine only for what ended since the one before. */
export function createBuku(deps: BukuDeps): () => Promise<readonly LangkahSelesai[]> {
  const isi = new Map<string, LangkahSelesai>();
  let sampai: number | undefined;
  return async () => {
    const kini = deps.jam().getTime();
    const paling = kini - DISIMPAN_HARI * HARI_MS;
    const sejak = sampai === undefined ? paling : Math.max(paling, sampai - SUSULAN_MS);
    const baru = (await deps.mesin.selesaiSejak(sejak)).filter((k) => !k.canceled && !isi.has(k.id));
    for (const satu of await lengkapiSelesai(deps, baru, sejak)) isi.set(satu.id, satu);
    for (const [id, { selesai }] of isi) if (selesai < paling) isi.delete(id);
    sampai = kini;
    return [...isi.values()];
  };
}

async function lengkapiSelesai(deps: BukuDeps, kejadian: readonly KejadianSla[], sejak: number) {
  if (kejadian.length === 0) return [];
  const { mesin, kegiatan, permohonan } = deps;
  const instans = [...new Set(kejadian.map((k) => k.processInstanceId))];
  const definisi = [...new Set(kejadian.map((k) => k.processDefinitionId))];
  const diagram = new Map(await Promise.all(definisi.map(async (d) => [d, await kegiatan(d)] as const)));
  const [dikenal, variabel, tugas] = await Promise.all([
    permohonan(instans),
    mesin.variabel(instans, ["tenggat"]),
    mesin.tenggatTugas(jalanKeluarDalam(diagram.values()), { sejak }),
  ]);
  const tenggat = new Map([
    ...tugas,
    ...variabel.map((v) => [v.activityInstanceId, Date.parse(String(v.value))] as const),
  ]);
  return kejadian.flatMap(
    (k) =>
      susunSelesai(
        k,
        tenggat.get(k.id),
        diagram.get(k.processDefinitionId)?.get(k.activityId),
        dikenal.get(k.processInstanceId),
        deps.kalender,
      ) ?? [],
  );
}

/** Activities whose due date is on their task only. */
export function jalanKeluarDalam(diagram: Iterable<ReadonlyMap<string, Kegiatan>>): string[] {
  const luar = [...diagram].flatMap((kegiatan) => [...kegiatan.values()]).filter(({ nomor }) => nomor === null);
  return [...new Set(luar.map(({ id }) => id))];
}

/** One line of the book; undefined for work without a time limit or of no request of ours. */
function susunSelesai(
  k: KejadianSla,
  tenggat: number | undefined,
  kegiatan: Kegiatan | undefined,
  permohonan: DataPermohonan | undefined,
  kalender: Kalender,
): LangkahSelesai | undefined {
  if (tenggat === undefined || Number.isNaN(tenggat) || k.endTime === null || !kegiatan || !permohonan)
    return undefined;
  return {
    id: k.id,
    instans: k.processInstanceId,
    definisi: k.processDefinitionId,
    aktivitas: k.activityId,
    nomor: kegiatan.induk,
    nama: kegiatan.nama,
    grup: kegiatan.grup,
    pelaksana: kegiatan.pelaksana,
    nomorPermohonan: permohonan.nomor,
    satker: permohonan.satker,
    oleh: k.activityType === "userTask" ? k.assignee : SISTEM,
    mulai: k.startTime,
    selesai: k.endTime,
    tenggat,
    pakaiMs: bilaDimuat(() => waktuKerjaAntara(k.startTime, k.endTime ?? k.startTime, kalender)),
    jatahMs: bilaDimuat(() => Math.max(0, waktuKerjaAntara(k.startTime, tenggat, kalender))),
  };
}

/** A year that has been taken out of the calendar leaves its steps without a length, not the whole book unread. */
function bilaDimuat(hitung: () => number): number | null {
  try {
    return hitung();
  } catch (error) {
    if (error instanceof KalenderError) return null;
    throw error;
  }
}
