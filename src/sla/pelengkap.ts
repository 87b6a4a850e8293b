/** What only the rows on a page need: the next timer, and the account's name in steps 5 and 6. */
import type { LangkahDinilai } from "./langkah.js";
import type { KejadianSla, MesinSla, TimerSla, VariabelSla } from "./mesin-sla.js";

/** `pengingat` before the due instant, `lewat` at it, `ulang` after it. */
export interface TimerBerikut {
  readonly id: string;
  readonly kapan: number;
  readonly jenis: "pengingat" | "lewat" | "ulang";
}

export type LangkahLengkap = LangkahDinilai & {
  readonly timerBerikut: TimerBerikut | null;
  readonly akun: string | null;
};

/** The engine stores due dates by the millisecond, a timer's by the second. */
const TELITI_MS = 1_000;

/** Adds timer and account to these rows; throws as the engine does. */
export async function lengkapi(
  mesin: MesinSla,
  baris: readonly LangkahDinilai[],
  perAkun: (l: LangkahDinilai) => boolean,
): Promise<LangkahLengkap[]> {
  const instans = [...new Set(baris.map((l) => l.instans))];
  const [timer, akun] = await Promise.all([mesin.timer(instans), akunPerEksekusi(mesin, baris.filter(perAkun))]);
  const milik = timerPerEksekusi(timer);
  return baris.map((l) => ({
    ...l,
    timerBerikut: timerBerikut(milik.get(l.id) ?? [], l.tenggat),
    akun: akun.get(l.id) ?? null,
  }));
}

/** The earliest timer with what it will say. */
export function timerBerikut(timer: readonly TimerSla[], tenggat: number): TimerBerikut | null {
  const urut = timer.flatMap(({ id, dueDate }) => (dueDate === null ? [] : [{ id, kapan: dueDate }]));
  const [pertama] = urut.sort((a, b) => a.kapan - b.kapan);
  if (!pertama) return null;
  const beda = pertama.kapan - tenggat;
  const jenis = Math.abs(beda) <= TELITI_MS ? "lewat" : beda < 0 ? "pengingat" : "ulang";
  return { ...pertama, jenis };
}

function timerPerEksekusi(timer: readonly TimerSla[]): Map<string, TimerSla[]> {
  const milik = new Map<string, TimerSla[]>();
  for (const t of timer) milik.set(t.executionId ?? "", [...(milik.get(t.executionId ?? "") ?? []), t]);
  return milik;
}

/** Name of the account each execution works on. */
async function akunPerEksekusi(
  mesin: MesinSla,
  baris: readonly LangkahDinilai[],
): Promise<ReadonlyMap<string, string>> {
  const instans = [...new Set(baris.map((l) => l.instans))];
  if (instans.length === 0) return new Map();
  const [variabel, kejadian] = await Promise.all([
    mesin.variabel(instans, ["namaAkun"]),
    mesin.kejadianTerbuka(instans),
  ]);
  return namaAkun(variabel, kejadian);
}

/** By execution of the work: the account of the sub-process around it, as it was named when the sub-process began. */
export function namaAkun(variabel: readonly VariabelSla[], kejadian: readonly KejadianSla[]): Map<string, string> {
  const nama = new Map(variabel.map((v) => [v.activityInstanceId, v.value]));
  return new Map(
    kejadian.flatMap((k) => {
      const satu = nama.get(k.parentActivityInstanceId ?? "");
      return typeof satu === "string" ? [[k.executionId, satu] as const] : [];
    }),
  );
}
