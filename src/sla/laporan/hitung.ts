/** The SLA report over a stretch of days. Pure; lengths in working milliseconds. */
import { bulanWib } from "../../waktu/wib.js";
import type { LangkahSelesai } from "../buku.js";
import { tepat } from "../buku.js";
import type { Orang } from "../langkah.js";
import { kelompokkan, type Ukuran, ukur } from "../statistik.js";
import { akhirHari, awalHari, type Rentang } from "./periode.js";

/** Figures of one group of steps. */
export interface BarisUkuran extends Ukuran {
  readonly id: string;
  readonly nama: string;
}

/** Why a step took longer, as somebody wrote it down; `waktu` an ISO instant. */
export interface Sebab {
  readonly jenis: "riwayat" | "perpanjangan";
  readonly teks: string;
  readonly oleh: string;
  readonly waktu: string;
}

/** A step that was finished late, or is late and still open (`selesai` null); instants are ISO. */
export interface Pelanggaran {
  readonly nomorPermohonan: string;
  readonly satker: Orang;
  readonly nomor: number | null;
  readonly langkah: string;
  readonly pelaksana: string;
  readonly oleh: string | null;
  readonly mulai: string;
  readonly tenggat: string;
  readonly selesai: string | null;
  readonly lewatMs: number;
  readonly sebab: readonly Sebab[];
}

/** Figures in all and by step, actor, unit and month (YYYY-MM), and each late step; `dibuat` is an ISO instant. */
export interface Laporan {
  readonly periode: Rentang;
  readonly dibuat: string;
  /** Names of the units it is about; null: all. */
  readonly satuanKerja: readonly string[] | null;
  readonly ringkas: Ukuran & { readonly permohonan: number; readonly terlambat: number; readonly terbukaLewat: number };
  readonly langkah: readonly BarisUkuran[];
  readonly pelaksana: readonly BarisUkuran[];
  readonly satker: readonly BarisUkuran[];
  readonly bulan: readonly BarisUkuran[];
  readonly pelanggaran: readonly Pelanggaran[];
}

/** A row of the SOP by which a report is ordered. */
export interface BarisSop {
  readonly nomor: number;
  readonly nama: string;
}

/** What a report is made from; `terbuka` are breaches of steps that are not finished yet. */
export interface BahanLaporan {
  readonly periode: Rentang;
  readonly dibuat: string;
  readonly satuanKerja: readonly string[] | null;
  readonly sop: readonly BarisSop[];
  readonly selesai: readonly LangkahSelesai[];
  readonly pelanggaran: readonly Pelanggaran[];
}

/** The steps finished within these days. */
export function dalamPeriode(semua: readonly LangkahSelesai[], { dari, sampai }: Rentang): LangkahSelesai[] {
  const [awal, akhir] = [awalHari(dari), akhirHari(sampai)];
  return semua.filter((l) => l.selesai >= awal && l.selesai < akhir);
}

/** The report; every row of the SOP is in it, also without work. */
export function susunLaporan({ selesai, sop, pelanggaran, ...kepala }: BahanLaporan): Laporan {
  return {
    ...kepala,
    ringkas: {
      ...ukur(selesai),
      permohonan: new Set(selesai.map((l) => l.instans)).size,
      terlambat: selesai.filter((l) => !tepat(l)).length,
      terbukaLewat: pelanggaran.filter((p) => p.selesai === null).length,
    },
    langkah: perLangkah(selesai, sop),
    pelaksana: per(
      selesai,
      (l) => l.grup,
      (l) => l.pelaksana,
    ),
    satker: per(
      selesai,
      (l) => l.satker.id,
      (l) => l.satker.nama,
    ).toSorted((a, b) => a.nama.localeCompare(b.nama, "id")),
    bulan: per(
      selesai,
      (l) => bulanWib(l.selesai),
      (l) => bulanWib(l.selesai),
    ).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    pelanggaran: pelanggaran.toSorted((a, b) => b.lewatMs - a.lewatMs),
  };
}

function perLangkah(selesai: readonly LangkahSelesai[], sop: readonly BarisSop[]): BarisUkuran[] {
  const menurut = kelompokkan(selesai, (l) => l.nomor);
  const baris = sop.map(({ nomor, nama }) => ({ id: String(nomor), nama, ...ukur(menurut.get(nomor) ?? []) }));
  const luar = menurut.get(null);
  return luar ? [...baris, { id: "-", nama: "Pekerjaan di luar langkah SOP", ...ukur(luar) }] : baris;
}

function per(
  selesai: readonly LangkahSelesai[],
  kunci: (l: LangkahSelesai) => string,
  nama: (l: LangkahSelesai) => string,
): BarisUkuran[] {
  return [...kelompokkan(selesai, kunci)].map(([id, milik]) => ({
    id,
    nama: milik[0] ? nama(milik[0]) : id,
    ...ukur(milik),
  }));
}
