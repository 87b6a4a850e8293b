/** Prometheus figures of the SLA, from the picture that everybody shares: a scrape asks the engine nothing by itself. */
import { Counter, Gauge, type Registry } from "prom-client";
import type { Kalender } from "../calendar/calendar.js";
import { waktuKerjaAntara } from "../calendar/working-time.js";
import { type LangkahDinilai, STATUS } from "./langkah.js";
import type { Sla } from "./layanan.js";
import { bulanIni, kelompokkan, kepatuhan } from "./statistik.js";

const JAM_MS = 3_600_000;
/** A working day of the calendar outside Ramadan (Perpres 21/2023: 37 h 30 min in five days). */
const HARI_KERJA_MS = 7.5 * JAM_MS;

/** How late, by working time. */
const RENTANG = ["kurang_1_jam", "kurang_1_hari", "lebih_1_hari"] as const;
type RentangLewat = (typeof RENTANG)[number];

/** Where an overdue step belongs by `lewatMs`, the working time since it was due. */
export function rentangLewat(lewatMs: number): RentangLewat {
  if (lewatMs < JAM_MS) return "kurang_1_jam";
  return lewatMs < HARI_KERJA_MS ? "kurang_1_hari" : "lebih_1_hari";
}

/** The label of work outside the eleven rows. */
const LUAR = "jalan-keluar";
const NOMOR_SOP = [...Array.from({ length: 11 }, (_, i) => String(i + 1)), LUAR];
const nomorDari = ({ langkah }: LangkahDinilai): string => (langkah.nomor === null ? LUAR : String(langkah.nomor));

/** Counts by row and status, those without a step included, so that a rule sees zero and not nothing. */
export function hitungTerbuka(semua: readonly LangkahDinilai[]): { nomor: string; status: string; jumlah: number }[] {
  const ada = kelompokkan(semua, (l) => `${nomorDari(l)} ${l.status}`);
  const nomor = [...new Set([...NOMOR_SOP, ...semua.map(nomorDari)])];
  return nomor.flatMap((n) =>
    STATUS.map((status) => ({ nomor: n, status, jumlah: ada.get(`${n} ${status}`)?.length ?? 0 })),
  );
}

/** A scrape waits this long for figures; an engine that is slow must not hide all the others. */
const BATAS_MS = 2_000;

/**
 * Adds the figures to a registry and answers what brings them up to date before a scrape; it never rejects. Where the
 * engine does not answer the last figures stay, and `sla_potret_saat_detik` tells their age.
 */
export function pasangMetrikSla(
  registry: Registry,
  sla: Sla,
  kalender: Kalender,
  jam: () => Date,
): () => Promise<void> {
  const registers = [registry];
  const ukuran = (name: string, help: string) => new Gauge({ name, help, registers });
  const terbuka = new Gauge({
    name: "sla_langkah_terbuka",
    help: "Open steps by SOP row and status (aman, mendekati, lewat)",
    labelNames: ["nomor", "status"],
    registers,
  });
  const lewat = new Gauge({
    name: "sla_langkah_lewat",
    help: "Overdue open steps by how late they are in working time",
    labelNames: ["rentang"],
    registers,
  });
  const tertua = ukuran("sla_langkah_tertua_detik", "Working seconds since the oldest open step began");
  const terlama = ukuran("sla_lewat_terlama_detik", "Working seconds since the most overdue open step was due");
  const patuh = ukuran("sla_kepatuhan_bulan_ini", "Share of steps finished in time this month; NaN before the first");
  // Nothing finished is not nothing in time.
  patuh.set(Number.NaN);
  const tuntas = ukuran("sla_langkah_selesai_bulan_ini", "Steps finished this month");
  const saat = ukuran("sla_potret_saat_detik", "When the open steps were last read from the engine, as Unix time");
  const gagal = new Counter({ name: "sla_potret_gagal_total", help: "Reads of the engine that failed", registers });

  const isi = async () => {
    const kini = jam().getTime();
    const [{ potret, langkah }, selesai] = await Promise.all([sla.dinilai("semua"), sla.selesai("semua")]);
    for (const { nomor, status, jumlah } of hitungTerbuka(langkah)) terbuka.set({ nomor, status }, jumlah);
    const terlambat = langkah.filter((l) => l.status === "lewat");
    const per = kelompokkan(terlambat, (l) => rentangLewat(-l.sisaMs));
    for (const rentang of RENTANG) lewat.set({ rentang }, per.get(rentang)?.length ?? 0);
    tertua.set(terbesar(langkah.map((l) => waktuKerjaAntara(l.mulai, kini, kalender))) / 1000);
    terlama.set(terbesar(terlambat.map((l) => -l.sisaMs)) / 1000);
    const bulan = bulanIni(selesai, kini);
    patuh.set(kepatuhan(bulan) ?? Number.NaN);
    tuntas.set(bulan.length);
    saat.set(potret.saat / 1000);
  };
  return () => {
    const batas = new Promise<void>((selesai) => setTimeout(selesai, BATAS_MS).unref());
    return Promise.race([isi().catch(() => gagal.inc()), batas]);
  };
}

/** 0 of nothing; not by spreading, which a long list would not survive. */
const terbesar = (nilai: readonly number[]): number => nilai.reduce((a, b) => Math.max(a, b), 0);
