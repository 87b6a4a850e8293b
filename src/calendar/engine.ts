/**
 * The calendar for the engine's GraalJS. The files are taken as they are: their schema (schema.ts) is checked where they
 * enter, by the gateway and the tests, because zod and luxon would cost the engine more at start than all the rest.
 */
import { type Kalender, susunKalender } from "./calendar.js";
import { saatPengingat, siklus, siklusTanpaTenggat } from "./escalation.js";
import type { BerkasJamKerja, BerkasTahun } from "./schema.js";
import { tambahWaktuKerja } from "./working-time.js";
import { zonaIndonesia } from "./zone.js";

/** What the engine's `sla` bean finds as `globalThis.kalender`; instants in epoch ms, an Error's message fits an incident. */
export interface KalenderMesin {
  /**
   * Takes the JSON array of the contents of every `bpmn/kalender/*.json` file; throws when they do not fit together. With
   * the present instant it calculates once, so that the first step need not wait for a year to be laid out.
   */
  muat(jsonArrayText: string, kini?: number): void;
  /** Due instant of a duration that starts at an instant, by the clocks of a zone (default: that of the files). */
  tenggat(durasiIso: string, dari: number, zona?: string): number;
  /** The instant at which 80 % of that duration's working time have gone. */
  pengingat(durasiIso: string, dari: number, zona?: string): number;
  /** The timer's next instant after `kini`, as a cycle of ISO 8601. */
  siklus(pengingat: number, tenggat: number, kini: number): string;
  /** The same of a step without a due date; throws from `pengingat` on, until the calendar can tell again. */
  siklusTanpaTenggat(pengingat: number, kini: number): string;
}

let dimuat: Kalender | undefined;

function kalender(): Kalender {
  if (dimuat === undefined) throw new Error("Kalender kerja belum dimuat: panggil kalender.muat lebih dahulu.");
  return dimuat;
}

/** A year that is not loaded stops no start: each step that needs it says so itself. */
function hangatkan(kini: number, kalender: Kalender): void {
  const tahun = new Date(kini).getUTCFullYear();
  if (!kalender.tahunDimuat.includes(tahun)) return;
  const mulai = Date.UTC(tahun, 5, 1);
  const tenggat = tambahWaktuKerja(mulai, "PT30M", kalender);
  siklus({ pengingat: saatPengingat(mulai, tenggat, kalender), tenggat }, mulai, kalender);
}

const mesin: KalenderMesin = {
  muat(jsonArrayText, kini) {
    const berkas: (BerkasTahun | BerkasJamKerja)[] = JSON.parse(jsonArrayText);
    dimuat = susunKalender(berkas, zonaIndonesia);
    if (kini !== undefined) hangatkan(kini, dimuat);
  },
  tenggat: (durasi, dari, zona) => tambahWaktuKerja(dari, durasi, kalender(), { zona }),
  pengingat(durasi, dari, zona) {
    const tenggat = tambahWaktuKerja(dari, durasi, kalender(), { zona });
    return saatPengingat(dari, tenggat, kalender(), { zona });
  },
  siklus: (pengingat, tenggat, kini) => siklus({ pengingat, tenggat }, kini, kalender()),
  siklusTanpaTenggat: (pengingat, kini) => siklusTanpaTenggat(pengingat, kini, kalender()),
};

Object.assign(globalThis, { kalender: mesin });
