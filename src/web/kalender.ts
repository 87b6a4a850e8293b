/** The working calendar in the browser: the same code as in the engine, on the files that the gateway has checked. */
import { z } from "zod";
import { type Kalender, susunKalender } from "../calendar/calendar.js";
import type { BerkasJamKerja, BerkasTahun } from "../calendar/schema.js";
import { zonaIndonesia } from "../calendar/zone.js";
import { ambil } from "./api/panggil.js";

const Berkas = z.object({ berkas: z.array(z.custom<BerkasTahun | BerkasJamKerja>()) });

/** The calendar, or undefined where it cannot be had: then only the due date itself is shown. */
export async function ambilKalender(): Promise<Kalender | undefined> {
  try {
    return susunKalender((await ambil("/api/kalender", Berkas)).berkas, zonaIndonesia);
  } catch (sebab) {
    console.warn("the working calendar could not be read", sebab);
    return undefined;
  }
}
