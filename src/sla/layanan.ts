/** The SLA views put together: open steps from a shared picture, finished ones from the book. */
import type { Kalender } from "../calendar/calendar.js";
import type { Engine } from "../engine/client.js";
import type { Sop } from "../sop/diagram.js";
import { createBuku } from "./buku.js";
import { createGarisPermohonan } from "./garis-permohonan.js";
import { createKegiatanTerbaca } from "./kegiatan.js";
import { type LangkahDinilai, nilai } from "./langkah.js";
import { createMesinSla } from "./mesin-sla.js";
import { type LangkahLengkap, lengkapi } from "./pelengkap.js";
import { perKegiatan } from "./per-kegiatan.js";
import { createPermohonanDikenal } from "./permohonan-dikenal.js";
import { ambilPotret, type Potret } from "./potret.js";
import { type Cakupan, potong, ringkasStatus, type Saringan, saring, yangTercakup } from "./saring.js";
import { createSimpanan } from "./simpanan.js";
import { bulanIni, kepatuhan, tren } from "./statistik.js";

interface SlaDeps {
  readonly engine: Engine;
  readonly kalender: Kalender;
  /** The SOP of a definition. */
  readonly sop: (definisi: string) => Promise<Sop>;
  readonly jam: () => Date;
  /** Told of a fetch in the background that failed. */
  readonly gagal: (error: unknown) => void;
}

/** A picture is shared for three seconds; up to half a minute old it still serves while the next is being taken. */
const UMUR_POTRET = { segar: 3_000, basi: 30_000 };
const UMUR_BUKU = { segar: 15_000, basi: 300_000 };
const HARI_MS = 86_400_000;
const HARI_TREN = 30;

/** Makes the views; asks the engine nothing before the first call. */
export function createSla(deps: SlaDeps) {
  const mesin = createMesinSla(deps.engine);
  const kini = () => deps.jam().getTime();
  const kegiatan = createKegiatanTerbaca(async (definisi) => {
    const xml = await mesin.diagram(definisi);
    if (xml === undefined) throw new Error(`no process definition ${definisi}`);
    return xml;
  });
  const permohonan = createPermohonanDikenal((instans) => mesin.dataTetap(instans));
  const bahan = { mesin, kegiatan, permohonan, kalender: deps.kalender, jam: deps.jam };
  const potret = createSimpanan(() => ambilPotret(bahan), UMUR_POTRET, kini, deps.gagal);
  const buku = createSimpanan(createBuku(bahan), UMUR_BUKU, kini, deps.gagal);

  const dinilai = async (cakupan: Cakupan): Promise<{ potret: Potret; langkah: LangkahDinilai[] }> => {
    const ini = await potret.ambil();
    const langkah = yangTercakup(ini.langkah, cakupan).map((l) => nilai(l, kini(), deps.kalender));
    return { potret: ini, langkah };
  };
  const selesai = async (cakupan: Cakupan) => yangTercakup(await buku.ambil(), cakupan);
  const lengkap = (baris: readonly LangkahDinilai[]) => lengkapi(mesin, baris, perAkun);

  return {
    mesin,
    kegiatan,
    /** Whoever asks next sees what has just been changed. */
    lupakan: () => potret.lupakan(),

    /** All open steps as they stand now. */
    dinilai,

    /** One page of open steps, most urgent first. */
    async langkah(cakupan: Cakupan, minta: Saringan, halaman: number, ukuran: number) {
      const { potret: ini, langkah } = await dinilai(cakupan);
      const hasil = saring(langkah, minta);
      const baris = await lengkap(potong(hasil.langkah, halaman, ukuran));
      const diperbarui = new Date(ini.saat).toISOString();
      const { ringkas } = hasil;
      return { total: hasil.langkah.length, ringkas, halaman, ukuran, diperbarui, langkah: baris.map(tampilan) };
    },

    /** Every open step asked for, most urgent first. */
    async semua(cakupan: Cakupan, minta: Saringan): Promise<LangkahLengkap[]> {
      return lengkap(saring((await dinilai(cakupan)).langkah, minta).langkah);
    },

    /** These steps as the API answers them. */
    lengkap: async (baris: readonly LangkahDinilai[]) => (await lengkap(baris)).map(tampilan),

    /** One open step by its id; undefined where there is none, or none within these rights. */
    async satu(cakupan: Cakupan, id: string): Promise<LangkahDinilai | undefined> {
      return (await dinilai(cakupan)).langkah.find((l) => l.id === id);
    },

    /** Per activity of a definition what is open and what the last `hari` days took; undefined for no definition. */
    async definisi(cakupan: Cakupan, definisi: string, hari: number) {
      if ((await mesin.diagram(definisi)) === undefined) return undefined;
      const [ada, { langkah }, semua] = await Promise.all([kegiatan(definisi), dinilai(cakupan), selesai(cakupan)]);
      const sejak = kini() - hari * HARI_MS;
      const milik = langkah.filter((l) => l.definisi === definisi);
      const tuntas = semua.filter((l) => l.definisi === definisi && l.selesai >= sejak);
      return { hari, langkah: perKegiatan([...ada.values()], milik, tuntas) };
    },

    /** Figures for the tile: open now, this month, the last 30 days. */
    async ringkas(cakupan: Cakupan) {
      const [{ langkah }, semua] = await Promise.all([dinilai(cakupan), selesai(cakupan)]);
      const kepatuhanBulanIni = kepatuhan(bulanIni(semua, kini()));
      return { ...ringkasStatus(langkah), kepatuhanBulanIni, tren: tren(semua, kini(), HARI_TREN) };
    },

    /** Finished steps of the last year. */
    selesai,

    /** The time line of one request; undefined where there is none within these rights. */
    instans: createGarisPermohonan({ mesin, kegiatan, sop: deps.sop, kini, kalender: deps.kalender }),
  };
}
/** One per gateway: routes, metrics and monthly reports count from the same picture and the same book. */
export type Sla = ReturnType<typeof createSla>;

const perAkun = ({ langkah }: LangkahDinilai): boolean => langkah.nomor === null || [5, 6].includes(langkah.nomor);

const iso = (saat: number): string => new Date(saat).toISOString();

/** The row as the API answers it: instants in ISO. */
function tampilan({ mulai, tenggat, timerBerikut: t, ...sisa }: LangkahLengkap) {
  const timerBerikut = t === null ? null : { ...t, kapan: iso(t.kapan) };
  return { ...sisa, mulai: iso(mulai), tenggat: iso(tenggat), timerBerikut };
}
