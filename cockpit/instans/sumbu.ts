/** The axis of the time line: working time only, so that nights and holidays take no room. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { waktuKerjaAntara } from "../../src/calendar/working-time.js";
import { awalHariWib, tanggalWib } from "../../src/waktu/wib.js";
import type { Instans } from "../api/skema.js";

const HARI = 86_400_000;
const TANDA_PALING_BANYAK = 8;

/** Instants in epoch ms. */
export interface Sumbu {
  /** Place of an instant from 0 (start) to 1 (end). */
  tempat(saat: number): number;
  /** Midnights (WIB) between the ends that get a mark, oldest first. */
  readonly tanda: readonly number[];
}

/** Every instant that the time line shows. */
export function saatGarisWaktu({ langkah }: Instans, kini: number): number[] {
  const saat = langkah.flatMap((l) => [
    l.rencanaMulai,
    l.rencanaSelesai,
    ...l.putaran.flatMap((p) => [p.mulai, p.selesai ?? kini, p.tenggat]),
  ]);
  return saat.filter((s): s is number => typeof s === "number" && Number.isFinite(s));
}

/** The axis over some instants; by the clock where the calendar does not reach. */
export function createSumbu(saat: readonly number[], kalender: Kalender | undefined): Sumbu {
  const awal = Math.min(...saat);
  const akhir = Math.max(...saat, awal + 1);
  const jarak = (dari: number, sampai: number) => {
    try {
      return kalender ? waktuKerjaAntara(dari, sampai, kalender) : sampai - dari;
    } catch {
      return sampai - dari;
    }
  };
  const panjang = Math.max(1, jarak(awal, akhir));
  const tempat = (s: number) => Math.min(1, Math.max(0, jarak(awal, s) / panjang));
  const tanda: number[] = [];
  for (let s = awalHariWib(tanggalWib(awal)).getTime() + HARI; s < akhir; s += HARI) {
    if (tempat(s + HARI) > tempat(s)) tanda.push(s);
  }
  const lompat = Math.ceil(tanda.length / TANDA_PALING_BANYAK);
  return { tempat, tanda: tanda.filter((_, i) => i % lompat === 0) };
}
