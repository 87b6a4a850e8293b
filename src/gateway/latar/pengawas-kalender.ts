/** Watches over the working calendar: it must never run out of loaded years unseen. */
import type { Logger } from "pino";
import { Gauge, type Registry } from "prom-client";
import type { Kalender } from "../../calendar/calendar.js";
import { AMBANG_PERINGATAN_HARI, sisaHariKalender } from "../../calendar/working-time.js";

const SEHARI_MS = 86_400_000;

/** How long the loaded years last, and what an administrator is told of it; null while there is enough. */
export interface KeadaanKalender {
  readonly sisaHari: number;
  readonly peringatan: string | null;
}

/** The calendar as of `kini` (epoch ms); it is to be replaced from 60 days before its last loaded year ends. */
export function keadaanKalender(kalender: Kalender, kini: number): KeadaanKalender {
  const sisaHari = sisaHariKalender(kini, kalender);
  if (sisaHari >= AMBANG_PERINGATAN_HARI) return { sisaHari, peringatan: null };
  const tahun = Math.max(...kalender.tahunDimuat) + 1;
  const kapan = sisaHari > 0 ? `habis dalam ${sisaHari} hari` : "sudah habis";
  return {
    sisaHari,
    peringatan:
      `Kalender kerja ${kapan}: tambahkan ${tahun}.json menurut SKB hari libur nasional dan cuti bersama ${tahun} ` +
      "ke folder kalender, lalu mulai ulang sistem. Tanpa itu tenggat tidak dapat dihitung.",
  };
}

/** Warns in the log at once and every day, while there is reason to; the timer does not keep the process alive. */
export function awasiKalender(kalender: Kalender, logger: Pick<Logger, "warn">, jam: () => Date): () => void {
  const periksa = () => {
    const { sisaHari, peringatan } = keadaanKalender(kalender, jam().getTime());
    if (peringatan) logger.warn({ daysLeft: sisaHari, years: kalender.tahunDimuat }, "the working calendar runs out");
  };
  periksa();
  const ulang = setInterval(periksa, SEHARI_MS);
  ulang.unref();
  return () => clearInterval(ulang);
}

/** `kalender_sisa_hari` in /metrics: calendar days until the loaded years end. */
export function ukurKalender(registry: Registry, kalender: Kalender, jam: () => Date): void {
  new Gauge({
    name: "kalender_sisa_hari",
    help: "Calendar days until the loaded years of the working calendar end",
    registers: [registry],
    collect() {
      this.set(sisaHariKalender(jam().getTime(), kalender));
    },
  });
}
