import { IANAZone } from "luxon";
import * as z from "zod";
import { id } from "zod/locales";
import { KalenderError } from "./error.js";

const jam = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "jam harus berbentuk JJ:MM, misalnya 07:30");
const teks = z.string().trim().min(1, "tidak boleh kosong");
const tanggal = z.iso.date("tanggal harus ada dan berbentuk TTTT-BB-HH, misalnya 2026-12-25");

const jamHarian = z
  .strictObject({
    mulai: jam,
    istirahat: z.strictObject({ mulai: jam, selesai: jam, sumber: teks }),
    selesai: jam,
  })
  .refine(
    (hari) =>
      hari.mulai < hari.istirahat.mulai &&
      hari.istirahat.mulai <= hari.istirahat.selesai &&
      hari.istirahat.selesai < hari.selesai,
    "urutan jam harus mulai, istirahat, selesai",
  );

const jamMingguan = z.strictObject({ seninKamis: jamHarian, jumat: jamHarian });

/** `jam-kerja.json`: local clock times (JJ:MM) of the working days, in and outside Ramadan (Perpres 21/2023). */
export const BerkasJamKerja = z.strictObject({
  dasar: z.array(teks).min(1),
  catatan: teks.optional(),
  zona: z.string().refine((zona) => IANAZone.isValidZone(zona), "zona waktu tidak dikenal, misalnya Asia/Jakarta"),
  biasa: jamMingguan,
  ramadan: jamMingguan,
});
export type BerkasJamKerja = z.infer<typeof BerkasJamKerja>;

const hariLibur = z.strictObject({ tanggal, nama: teks });

/** `<tahun>.json`: the holidays of one year with the decree they come from, and the Ramadan periods in it. */
export const BerkasTahun = z
  .strictObject({
    tahun: z.int().min(2000).max(2200),
    dasar: z.array(teks).min(1),
    catatan: teks.optional(),
    liburNasional: z.array(hariLibur).min(1),
    cutiBersama: z.array(hariLibur),
    ramadan: z.array(z.strictObject({ mulai: tanggal, selesai: tanggal, sumber: teks })),
  })
  .check(({ value, issues }) => {
    for (const pesan of kejanggalan(value)) issues.push({ code: "custom", message: pesan, input: value });
  });
export type BerkasTahun = z.infer<typeof BerkasTahun>;

interface IsiTahun {
  tahun: number;
  liburNasional: { tanggal: string }[];
  cutiBersama: { tanggal: string }[];
  ramadan: { mulai: string; selesai: string }[];
}

function kejanggalan({ tahun, liburNasional, cutiBersama, ramadan }: IsiTahun): string[] {
  const libur = [...liburNasional, ...cutiBersama].map((hari) => hari.tanggal);
  const semua = [...libur, ...ramadan.flatMap((masa) => [masa.mulai, masa.selesai])];
  return [
    ...semua.filter((hari) => !hari.startsWith(`${tahun}-`)).map((hari) => `${hari} bukan tanggal tahun ${tahun}`),
    ...libur.filter((hari, i) => libur.indexOf(hari) !== i).map((hari) => `${hari} tertulis dua kali`),
    ...ramadan.filter((masa) => masa.mulai > masa.selesai).map((masa) => `Ramadan ${masa.mulai} selesai sebelum mulai`),
  ];
}

/** One file of `bpmn/kalender/`, checked; throws a KalenderError that names the file and every fault in it. */
export function periksaBerkas(nama: string, isi: unknown): BerkasTahun | BerkasJamKerja {
  const skema = typeof isi === "object" && isi !== null && "tahun" in isi ? BerkasTahun : BerkasJamKerja;
  const hasil = skema.safeParse(isi, { error: id().localeError });
  if (hasil.success) return hasil.data;
  const galat = hasil.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new KalenderError("BERKAS_TIDAK_SAH", `Berkas kalender ${nama} tidak sah: ${galat.join("; ")}.`);
}
