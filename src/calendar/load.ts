import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BerkasMentah, buatKalender } from "./build.js";
import type { Kalender } from "./calendar.js";
import { KalenderError } from "./error.js";

/** Reads and checks every `*.json` of a folder such as `bpmn/kalender`; throws KalenderError for unusable content. */
export async function muatKalender(folder: string): Promise<Kalender> {
  return buatKalender(await bacaBerkasKalender(folder));
}

/** The unchecked content of every `*.json` of a folder, by name: what a browser is sent and the engine is given. */
export async function bacaBerkasKalender(folder: string): Promise<BerkasMentah[]> {
  const nama = (await readdir(folder)).filter((satu) => satu.endsWith(".json")).sort();
  return Promise.all(
    nama.map(async (satu) => ({ nama: satu, isi: uraikan(satu, await readFile(join(folder, satu), "utf8")) })),
  );
}

function uraikan(nama: string, teks: string): unknown {
  try {
    return JSON.parse(teks);
  } catch (galat) {
    const sebab = galat instanceof Error ? galat.message : String(galat);
    throw new KalenderError("BERKAS_TIDAK_SAH", `Berkas kalender ${nama} bukan JSON yang sah: ${sebab}.`);
  }
}
