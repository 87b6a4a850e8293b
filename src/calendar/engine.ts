/**
 * The calendar for the engine's GraalJS. The files are taken as they are: their schema (schema.ts) is checked where they
 * enter, by the gateway and the tests, because zod and luxon would cost the engine more at start than all the rest.
 */
import { type Kalender, susunKalender } from "./calendar.js";
import type { BerkasJamKerja, BerkasTahun } from "./schema.js";
import { tambahWaktuKerja } from "./working-time.js";
import { zonaIndonesia } from "./zone.js";

/** What the engine's `sla` bean finds as `globalThis.kalender`. */
export interface KalenderMesin {
  /** Takes the JSON array of the contents of every `bpmn/kalender/*.json` file; throws when they do not fit together. */
  muat(jsonArrayText: string): void;
  /** Due instant (epoch ms) of a duration that starts at an instant; throws an Error whose message an admin can act on. */
  tenggat(durasiIso: string, dariEpochMs: number): number;
}

let kalender: Kalender | undefined;

const mesin: KalenderMesin = {
  muat(jsonArrayText) {
    const berkas: (BerkasTahun | BerkasJamKerja)[] = JSON.parse(jsonArrayText);
    kalender = susunKalender(berkas, zonaIndonesia);
  },
  tenggat(durasiIso, dariEpochMs) {
    if (kalender === undefined) throw new Error("Kalender kerja belum dimuat: panggil kalender.muat lebih dahulu.");
    return tambahWaktuKerja(dariEpochMs, durasiIso, kalender);
  },
};

Object.assign(globalThis, { kalender: mesin });
