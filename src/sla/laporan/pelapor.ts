/** Makes reports from the book of finished steps, the picture of open ones, and what people wrote down. */
import type { Kalender } from "../../calendar/calendar.js";
import { waktuKerjaAntara } from "../../calendar/working-time.js";
import type { Db } from "../../db/open.js";
import { bacaVariabel } from "../../proses/permohonan.js";
import type { Riwayat } from "../../proses/variabel.js";
import { type LangkahSelesai, tepat } from "../buku.js";
import { type LangkahDinilai, namaOrang } from "../langkah.js";
import type { Sla } from "../layanan.js";
import type { MesinSla } from "../mesin-sla.js";
import type { Cakupan } from "../saring.js";
import { kelompokkan } from "../statistik.js";
import { type BarisSop, dalamPeriode, type Laporan, type Pelanggaran, susunLaporan } from "./hitung.js";
import { akhirHari, awalHari, type Rentang } from "./periode.js";
import { bacaPerpanjangan, type Perpanjangan, sebabRiwayat } from "./sebab.js";

interface PelaporDeps {
  readonly sla: Sla;
  readonly db: Db;
  readonly kalender: Kalender;
  readonly jam: () => Date;
}

/** A late step, finished or not; instants in epoch ms. */
interface Terlambat {
  /** Activity instance; null while it runs. */
  readonly putaran: string | null;
  readonly instans: string;
  readonly aktivitas: string;
  readonly dasar: Omit<Pelanggaran, "sebab" | "oleh" | "lewatMs" | "mulai" | "tenggat" | "selesai">;
  readonly oleh: string | null;
  readonly mulai: number;
  readonly tenggat: number;
  readonly selesai: number | null;
}

/** Answers the report of these days within these rights; throws as the engine and the calendar do. */
export type Pelapor = (cakupan: Cakupan, periode: Rentang, satuanKerja: readonly string[] | null) => Promise<Laporan>;

/** Makes the reporter. */
export function createPelapor({ sla, db, kalender, jam }: PelaporDeps): Pelapor {
  return async (cakupan, periode, satuanKerja) => {
    const kini = jam();
    const [semua, { langkah }, sop] = await Promise.all([sla.selesai(cakupan), sla.dinilai(cakupan), barisSop(sla)]);
    const selesai = dalamPeriode(semua, periode);
    const terlambat = [...selesai.filter((l) => !tepat(l)).map(dariSelesai), ...langkah.flatMap(bilaLewat(periode))];
    const pelanggaran = await beriSebab({ mesin: sla.mesin, db, kalender, kini: kini.getTime() }, terlambat);
    return susunLaporan({ periode, dibuat: kini.toISOString(), satuanKerja, sop, selesai, pelanggaran });
  };
}

async function barisSop(sla: Sla): Promise<BarisSop[]> {
  const definisi = await sla.mesin.definisiBerlaku();
  const kegiatan = definisi === undefined ? [] : [...(await sla.kegiatan(definisi)).values()];
  return kegiatan
    .flatMap(({ nomor, nama }) => (nomor === null ? [] : [{ nomor, nama }]))
    .sort((a, b) => a.nomor - b.nomor);
}

const dariSelesai = (l: LangkahSelesai): Terlambat => ({
  putaran: l.id,
  instans: l.instans,
  aktivitas: l.aktivitas,
  dasar: {
    nomorPermohonan: l.nomorPermohonan,
    satker: l.satker,
    nomor: l.nomor,
    langkah: l.nama,
    pelaksana: l.pelaksana,
  },
  oleh: l.oleh,
  mulai: l.mulai,
  tenggat: l.tenggat,
  selesai: l.selesai,
});

/** A step that became late within these days and is still open. */
const bilaLewat =
  ({ dari, sampai }: Rentang) =>
  (l: LangkahDinilai): Terlambat[] => {
    if (l.status !== "lewat" || l.tenggat < awalHari(dari) || l.tenggat >= akhirHari(sampai)) return [];
    const { nomorPermohonan, satker, langkah, pelaksana } = l;
    const dasar = { nomorPermohonan, satker, nomor: langkah.nomor, langkah: langkah.nama, pelaksana: pelaksana.nama };
    const { instans, mulai, tenggat } = l;
    return [
      {
        putaran: null,
        instans,
        aktivitas: langkah.id,
        dasar,
        oleh: l.pemegang?.id ?? null,
        mulai,
        tenggat,
        selesai: null,
      },
    ];
  };

interface BahanSebab {
  readonly mesin: MesinSla;
  readonly db: Db;
  readonly kalender: Kalender;
  readonly kini: number;
}

async function beriSebab(
  { mesin, db, kalender, kini }: BahanSebab,
  semua: readonly Terlambat[],
): Promise<Pelanggaran[]> {
  const instans = [...new Set(semua.map((t) => t.instans))];
  const [variabel, perpanjangan, nama] = await Promise.all([
    mesin.variabel(instans, ["riwayat"]),
    bacaPerpanjangan(db, instans),
    mesin.nama(semua.flatMap((t) => (t.oleh === null || t.oleh === "sistem" ? [] : [t.oleh]))),
  ]);
  const riwayat = new Map(variabel.map((v) => [v.processInstanceId, bacaVariabel([v]).nilai.riwayat ?? []]));
  const diperpanjang = kelompokkan(perpanjangan, (p) => p.instans);
  return semua.map((t) => ({
    ...t.dasar,
    oleh: namaOrang(t.oleh, nama)?.nama ?? null,
    mulai: iso(t.mulai),
    tenggat: iso(t.tenggat),
    selesai: t.selesai === null ? null : iso(t.selesai),
    lewatMs: Math.max(0, waktuKerjaAntara(t.tenggat, t.selesai ?? kini, kalender)),
    sebab: sebab(t, riwayat.get(t.instans) ?? [], (diperpanjang.get(t.instans) ?? []).filter(milik(t)), kini),
  }));
}

/** Whether an extension was given to this step; of one that still runs: to its activity, since it began. */
const milik = (t: Terlambat) => (p: Perpanjangan) =>
  t.putaran === null ? p.aktivitas === t.aktivitas && Date.parse(p.sebab.waktu) >= t.mulai : p.putaran === t.putaran;

const iso = (saat: number): string => new Date(saat).toISOString();

const sebab = (t: Terlambat, riwayat: readonly Riwayat[], perpanjangan: readonly Perpanjangan[], kini: number) =>
  [...sebabRiwayat(riwayat, t.mulai, t.selesai ?? kini), ...perpanjangan.map((p) => p.sebab)].sort((a, b) =>
    a.waktu < b.waktu ? -1 : 1,
  );
