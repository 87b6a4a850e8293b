/** The working calendar in the browser: the engine's own functions over the same files, fetched once. */
import { type Kalender, susunKalender } from "../src/calendar/calendar.js";
import type { BerkasJamKerja, BerkasTahun } from "../src/calendar/schema.js";
import { zonaIndonesia } from "../src/calendar/zone.js";
import { ambil } from "./api/panggil.js";
import { BerkasKalender } from "./api/skema.js";

let janji: Promise<Kalender | undefined> | undefined;

async function muat(): Promise<Kalender | undefined> {
  try {
    const { berkas } = await ambil("/api/kalender", BerkasKalender);
    // The gateway has checked them against their schema, which would cost the browser luxon and all of zod.
    return susunKalender(berkas as unknown as (BerkasJamKerja | BerkasTahun)[], zonaIndonesia);
  } catch (sebab) {
    console.warn("no working calendar", sebab);
    janji = undefined;
    return undefined;
  }
}

/** The calendar; undefined where it cannot be had, and then asked for again at the next call. */
export function ambilKalender(): Promise<Kalender | undefined> {
  janji ??= muat();
  return janji;
}
