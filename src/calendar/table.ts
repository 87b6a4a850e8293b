import { KalenderError } from "./error.js";
import type { BerkasJamKerja, BerkasTahun } from "./schema.js";
import type { Geseran } from "./zone.js";

/** A zone's offset is given in minutes. */
export const MENIT_MS = 60_000;
/** Days are walked through as UTC midnights: none is longer or shorter. */
export const HARI_MS = 86_400_000;

/** An unbroken stretch of work, from `mulai` to `selesai` in epoch ms; `sampai` is the year's working ms up to its end. */
export interface Interval {
  readonly mulai: number;
  readonly selesai: number;
  readonly sampai: number;
  readonly hari: HariKerja;
}

/** A working day: its place among the year's working days; the epoch ms of 00.00 by its clock, and of closing. */
export interface HariKerja {
  readonly nomor: number;
  readonly pukulNol: number;
  readonly tutup: number;
  readonly interval: readonly Interval[];
}

/** All working time of one local year in order; `total` is its length in ms. */
export interface TabelTahun {
  readonly tahun: number;
  readonly hari: readonly HariKerja[];
  readonly interval: readonly Interval[];
  readonly total: number;
}

/** Lays a year out as plain numbers, so that a calculation is a binary search and needs no date library. */
export function buatTabel(berkas: BerkasTahun, jam: BerkasJamKerja, geseran: Geseran): TabelTahun {
  const libur = new Set([...berkas.liburNasional, ...berkas.cutiBersama].map(({ tanggal }) => bacaTanggal(tanggal)));
  const ramadan = berkas.ramadan.map(({ mulai, selesai }) => [bacaTanggal(mulai), bacaTanggal(selesai)] as const);
  const akhir = Date.UTC(berkas.tahun + 1, 0, 1);
  const hari: HariKerja[] = [];
  let total = 0;
  for (let tanggal = Date.UTC(berkas.tahun, 0, 1); tanggal < akhir; tanggal += HARI_MS) {
    const mingguKe = new Date(tanggal).getUTCDay();
    if (mingguKe === 0 || mingguKe === 6 || libur.has(tanggal)) continue;
    const musim = ramadan.some(([mulai, selesai]) => mulai <= tanggal && tanggal <= selesai) ? jam.ramadan : jam.biasa;
    const baru = susunHari(tanggal, mingguKe === 5 ? musim.jumat : musim.seninKamis, geseran, hari.length, total);
    total = baru.interval.at(-1)?.sampai ?? total;
    hari.push(baru);
  }
  return { tahun: berkas.tahun, hari, interval: hari.flatMap((satu) => satu.interval), total };
}

type JamHarian = BerkasJamKerja["biasa"]["jumat"];

function susunHari(tanggal: number, jam: JamHarian, geseran: Geseran, nomor: number, sebelum: number): HariKerja {
  const buka = bacaJam(jam.mulai);
  const pukulNol = keEpoch(tanggal + buka, geseran) - buka;
  const interval: Interval[] = [];
  const hari: HariKerja = { nomor, pukulNol, tutup: pukulNol + bacaJam(jam.selesai), interval };
  let sampai = sebelum;
  for (const [dari, hingga] of [
    [buka, bacaJam(jam.istirahat.mulai)],
    [bacaJam(jam.istirahat.selesai), bacaJam(jam.selesai)],
  ] as const) {
    sampai += hingga - dari;
    interval.push({ mulai: pukulNol + dari, selesai: pukulNol + hingga, sampai, hari });
  }
  return hari;
}

/** The epoch ms at which the local clock shows `lokal` (local time written as if it were UTC ms). */
export function keEpoch(lokal: number, geseran: Geseran): number {
  const taksiran = lokal - geseran(lokal) * MENIT_MS;
  return lokal - geseran(taksiran) * MENIT_MS;
}

function bacaJam(jam: string): number {
  const [pukul, menit] = jam.split(":");
  return angka((Number(pukul) * 60 + Number(menit)) * MENIT_MS, jam);
}

function bacaTanggal(tanggal: string): number {
  const [tahun, bulan, hari] = tanggal.split("-");
  return angka(Date.UTC(Number(tahun), Number(bulan) - 1, Number(hari)), tanggal);
}

function angka(nilai: number, tulisan: string): number {
  if (Number.isFinite(nilai)) return nilai;
  throw new KalenderError("BERKAS_TIDAK_SAH", `Berkas kalender tidak sah: "${tulisan}" bukan jam atau tanggal.`);
}
