/** The time line of one request, put together of what the engine remembers of it. */
import type { Kalender } from "../calendar/calendar.js";
import { bacaVariabel } from "../proses/permohonan.js";
import type { Sop } from "../sop/diagram.js";
import { jalanKeluarDalam } from "./buku.js";
import { bernama, garisWaktu, pelakuGaris } from "./garis-waktu.js";
import type { KegiatanTerbaca } from "./kegiatan.js";
import { namaOrang } from "./langkah.js";
import type { MesinSla, VariabelSla } from "./mesin-sla.js";
import { kelompokkan as dataPermohonan } from "./permohonan-dikenal.js";
import { type Cakupan, tercakup } from "./saring.js";

interface GarisDeps {
  readonly mesin: MesinSla;
  readonly kegiatan: KegiatanTerbaca;
  /** The SOP of a definition. */
  readonly sop: (definisi: string) => Promise<Sop>;
  readonly kalender: Kalender;
  /** Epoch milliseconds. */
  readonly kini: () => number;
}

/** Makes the asker by process instance; it answers undefined where there is none within these rights. */
export function createGarisPermohonan({ mesin, kegiatan, sop, kalender, kini }: GarisDeps) {
  return async (cakupan: Cakupan, id: string) => {
    // Not from what is remembered: a known request would be refused sooner than one that never was.
    const [instans, tetap] = await Promise.all([mesin.instans(id), mesin.dataTetap([id])]);
    const data = dataPermohonan(tetap).get(id);
    if (!instans || !data || !tercakup(cakupan, data.satker.id)) return undefined;
    const [{ langkah: baris }, ada, kejadian, variabel] = await Promise.all([
      sop(instans.processDefinitionId),
      kegiatan(instans.processDefinitionId),
      mesin.kejadianInstans(id),
      mesin.variabel([id]),
    ]);
    const tugas = await mesin.tenggatTugas(jalanKeluarDalam([ada]), { instans: id });
    const garis = garisWaktu(
      {
        langkah: baris,
        kejadian,
        tenggat: new Map([
          ...tugas,
          ...[...teksPerKejadian(variabel, "tenggat")].map(([k, t]) => [k, Date.parse(t)] as const),
        ]),
        akun: teksPerKejadian(variabel, "namaAkun"),
        diajukan: instans.startTime,
      },
      kini(),
      kalender,
    );
    const nama = await mesin.nama(pelakuGaris(garis));
    const langkah = bernama(garis, (siapa) => namaOrang(siapa, nama) ?? { id: siapa, nama: siapa });
    return { nomorPermohonan: data.nomor, satker: data.satker, langkah, riwayat: riwayatBeralasan(id, variabel) };
  };
}

/** A text variable of steps' own by activity instance. */
const teksPerKejadian = (variabel: readonly VariabelSla[], nama: string): Map<string, string> =>
  new Map(
    variabel.flatMap(({ name, value, activityInstanceId }) =>
      name === nama && typeof value === "string" ? [[activityInstanceId, value] as const] : [],
    ),
  );

/** The decisions that were given a reason: returns, refusals, strike-offs. */
function riwayatBeralasan(instans: string, variabel: readonly VariabelSla[]) {
  const { nilai: isi } = bacaVariabel(variabel.filter((v) => v.activityInstanceId === instans && v.name === "riwayat"));
  return (isi.riwayat ?? []).filter((r) => r.alasan !== undefined);
}
