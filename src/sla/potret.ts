/** One picture of all open steps, taken of the engine and shared by everybody for a few seconds. */
import type { Kalender } from "../calendar/calendar.js";
import { SISTEM } from "../proses/tahap.js";
import type { KegiatanTerbaca } from "./kegiatan.js";
import { type LangkahBuka, type PekerjaanBuka, susunLangkah } from "./langkah.js";
import type { MesinSla, OtomatisBuka, TugasBuka } from "./mesin-sla.js";
import type { PermohonanDikenal } from "./permohonan-dikenal.js";

/** `saat` in epoch milliseconds: when the engine was asked. */
export interface Potret {
  readonly saat: number;
  readonly langkah: readonly LangkahBuka[];
}

interface PotretDeps {
  readonly mesin: MesinSla;
  readonly kegiatan: KegiatanTerbaca;
  readonly permohonan: PermohonanDikenal;
  readonly kalender: Kalender;
  readonly jam: () => Date;
}

/** Takes the picture; throws EngineError, a network error, or KalenderError. */
export async function ambilPotret({ mesin, kegiatan, permohonan, kalender, jam }: PotretDeps): Promise<Potret> {
  const saat = jam().getTime();
  const pekerjaan = await pekerjaanBuka(mesin);
  const definisi = [...new Set(pekerjaan.map((p) => p.definisi))];
  const orang = pekerjaan.flatMap((p) => (p.pemegang === null || p.pemegang === SISTEM ? [] : [p.pemegang]));
  const [dikenal, nama, ...diagram] = await Promise.all([
    permohonan(pekerjaan.map((p) => p.instans)),
    mesin.nama(orang),
    ...definisi.map(async (d) => [d, await kegiatan(d)] as const),
  ]);
  const rujukan = { permohonan: dikenal, nama, kegiatan: new Map(diagram) };
  return { saat, langkah: pekerjaan.flatMap((p) => susunLangkah(p, rujukan, kalender) ?? []) };
}

async function pekerjaanBuka(mesin: MesinSla): Promise<PekerjaanBuka[]> {
  const [tugas, otomatis] = await Promise.all([mesin.tugas(), mesin.otomatis()]);
  const tenggat = await mesin.variabelEksekusi(
    "tenggat",
    otomatis.map((o) => o.executionId),
  );
  return [...tugas.map(dariTugas), ...otomatis.map((o) => dariOtomatis(o, tenggat.get(o.executionId)))];
}

const dariTugas = (t: TugasBuka): PekerjaanBuka => ({
  eksekusi: t.executionId,
  instans: t.processInstanceId,
  definisi: t.processDefinitionId,
  aktivitas: t.taskDefinitionKey,
  tugas: t.id,
  pemegang: t.assignee,
  mulai: t.created,
  tenggat: t.due,
});

const dariOtomatis = (o: OtomatisBuka, tenggat: string | undefined): PekerjaanBuka => ({
  eksekusi: o.executionId,
  instans: o.processInstanceId,
  definisi: o.processDefinitionId,
  aktivitas: o.activityId,
  tugas: null,
  pemegang: SISTEM,
  // An engine before 7.21 did not keep it; no time limit can be told without.
  mulai: o.createTime ?? 0,
  tenggat: o.createTime === null || tenggat === undefined ? null : Date.parse(tenggat),
});
