/** Checking what comes in: a zod schema, and refusals that say in Indonesian what is wrong where. */
import { z } from "zod";
import { Galat } from "../galat.js";
import type { GalatIsian } from "../proses/periksa-jawaban.js";

const bahasa = z.locales.id().localeError;

/** The parsed value; throws ISIAN_TIDAK_SAH with every fault, never with what was sent. */
export function periksa<T>(skema: z.ZodType<T>, nilai: unknown): T {
  const hasil = skema.safeParse(nilai, { error: bahasa });
  if (hasil.success) return hasil.data;
  throw isianTidakSah(hasil.error.issues.map((i) => ({ jalur: i.path.join("."), pesan: pesan(i) })));
}

/** The refusal for these faults; its message tells them all. */
export const isianTidakSah = (galat: readonly GalatIsian[]): Galat =>
  new Galat("ISIAN_TIDAK_SAH", `Periksa isian: ${galat.map(kalimat).join(" ")}`, { galat });

const pesan = (i: z.core.$ZodIssue): string =>
  i.code === "invalid_union" && "discriminator" in i ? "Pilih salah satu keputusan." : i.message;

const DAFTAR: Readonly<Record<string, string>> = {
  akun: "Akun",
  akunDisetujui: "Akun",
  akunDicoret: "Akun dicoret",
  lampiran: "Lampiran",
};

/** `akun.0.nama` becomes `Akun 1: …`, so that a long list of faults can be read without the form. */
function kalimat({ jalur, pesan: apa }: GalatIsian): string {
  const [daftar = "", urut = ""] = jalur.split(".");
  const nama = DAFTAR[daftar];
  const titik = /[.!?]$/.test(apa) ? apa : `${apa}.`;
  return nama !== undefined && /^\d+$/.test(urut) ? `${nama} ${Number(urut) + 1}: ${titik}` : titik;
}
