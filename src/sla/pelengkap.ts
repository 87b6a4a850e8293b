/** What only the rows on a page need: the next timer, and the account's name in steps 5 and 6. */
import type { LangkahDinilai } from "./langkah.js";
import type { MesinSla, TimerSla } from "./mesin-sla.js";

/** `pengingat` before the due instant, `lewat` at it, `ulang` after it. */
export interface TimerBerikut {
  readonly id: string;
  readonly kapan: number;
  readonly jenis: "pengingat" | "lewat" | "ulang";
}

/** `timerBerikut` is null where no timer waits any more, `akun` where the step is not about one account. */
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
  const [timer, akun] = await Promise.all([
    mesin.timer(instans),
    mesin.variabelEksekusi(
      "namaAkun",
      baris.filter(perAkun).map((l) => l.id),
    ),
  ]);
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
