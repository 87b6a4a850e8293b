/** Made-up replies of `/api/sla/langkah`, as many rows as wanted. */
import { readFileSync } from "node:fs";
import type { HalamanLangkah, Langkah } from "../../cockpit/api/skema.js";
import { type Kalender, susunKalender } from "../../src/calendar/calendar.js";
import { zonaIndonesia } from "../../src/calendar/zone.js";

export const kalender: Kalender = susunKalender(
  ["jam-kerja", "2026", "2027"].map((nama) => JSON.parse(readFileSync(`bpmn/kalender/${nama}.json`, "utf8"))),
  zonaIndonesia,
);

/** An instant by the clock of WIB, e.g. `wib("2026-11-23 15:00")`. */
export const wib = (teks: string): number => Date.parse(`${teks.replace(" ", "T")}:00+07:00`);

export const JAM = 3_600_000;

export function langkah(i: number, ubahan: Partial<Langkah> = {}): Langkah {
  return {
    id: `langkah-${i}`,
    instans: `instans-${i}`,
    nomorPermohonan: `RP-2026-${String(i).padStart(4, "0")}`,
    satker: { id: "satker-biro-keuangan", nama: "Biro Keuangan" },
    langkah: { id: "disposisi-permohonan", nomor: 2, nama: "Disposisi permohonan", waktu: "1 hari" },
    pelaksana: { grup: "kepala-ukpbj", nama: "Kepala UKPBJ" },
    pemegang: null,
    tugas: `tugas-${i}`,
    mulai: wib("2026-11-23 09:00"),
    tenggat: wib("2026-11-24 09:00"),
    sisaMs: i * 60_000,
    jatahMs: 7.5 * JAM,
    status: "aman",
    timerBerikut: null,
    akun: null,
    ...ubahan,
  };
}

export const halaman = (nomor: number, total: number, ukuran = 100): HalamanLangkah => ({
  total,
  ringkas: { aman: total, mendekati: 0, lewat: 0 },
  diperbarui: wib("2026-11-23 10:00"),
  langkah: Array.from({ length: Math.max(0, Math.min(ukuran, total - (nomor - 1) * ukuran)) }, (_, i) =>
    langkah((nomor - 1) * ukuran + i),
  ),
});
