/** What replies show of a request: engine history and variables put together. */

import { Galat } from "../../galat.js";
import { bacaVariabel, type IsiVariabel, keadaanPermohonan, ringkasan } from "../../proses/permohonan.js";
import { SISTEM, type Tahap, tahapan } from "../../proses/tahap.js";
import { internal, type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import { suratPermohonan } from "../../surat-keluar/index.js";
import type { Konteks } from "../konteks.js";
import type { Instans, VariabelRiwayat } from "../mesin/mesin.js";

/** A request that its reader may see. */
export interface PermohonanTerlihat {
  readonly instans: Instans;
  readonly isi: IsiVariabel;
  readonly semua: readonly VariabelRiwayat[];
}

/** Steps that end when the Satker withdraws; after them the accounts are being reset. */
export const LANGKAH_DAPAT_DITARIK: readonly string[] = [
  "disposisi-permohonan",
  "perintah-reset",
  "verifikasi-permohonan",
];

/** The variables of the request itself, without those of single steps and accounts. */
export const variabelPermohonan = (semua: readonly VariabelRiwayat[], instans: string): IsiVariabel =>
  bacaVariabel(semua.filter((v) => v.activityInstanceId === instans));

/** The request of that number; throws PERMOHONAN_TIDAK_DITEMUKAN also for one that this person may not see. */
export async function permohonanTerlihat(k: Konteks, pengguna: Pengguna, nomor: string): Promise<PermohonanTerlihat> {
  // The engine looks among the own units' requests only: another's costs it the same question as one that never was.
  const satker = internal(pengguna) ? undefined : satkerPengguna(pengguna).map((s) => s.id);
  const instans = await k.mesin.instans(nomor, satker);
  if (!instans) throw new Galat("PERMOHONAN_TIDAK_DITEMUKAN", `Permohonan ${nomor} tidak ditemukan.`);
  const semua = await k.mesin.variabel([instans.id]);
  return { instans, isi: variabelPermohonan(semua, instans.id), semua };
}

/** Due date of each activity instance, in epoch milliseconds. */
export function tenggatPerKejadian(semua: readonly VariabelRiwayat[]): Map<string, number> {
  const tenggat = semua.filter((v) => v.name === "tenggat" && typeof v.value === "string");
  return new Map(tenggat.map((v) => [v.activityInstanceId, Date.parse(String(v.value))]));
}

async function tahapPermohonan(k: Konteks, { instans, semua }: PermohonanTerlihat): Promise<Tahap[]> {
  const [sop, aktivitas] = await Promise.all([k.sop(instans.processDefinitionId), k.mesin.aktivitas(instans.id)]);
  const tenggat = tenggatPerKejadian(semua);
  const kejadian = aktivitas.map((a) => ({
    aktivitas: a.activityId,
    mulai: a.startTime,
    selesai: a.endTime,
    batal: a.canceled,
    tenggat: tenggat.get(a.id) ?? null,
    oleh: a.activityType === "userTask" ? a.assignee : SISTEM,
  }));
  return tahapan(sop.langkah, kejadian, k.jam().getTime());
}

/** The full status of a request for the person who asks. */
export async function statusPermohonan(k: Konteks, pengguna: Pengguna, terlihat: PermohonanTerlihat) {
  const { instans, isi } = terlihat;
  const langkah = await tahapPermohonan(k, terlihat);
  const pemohon = isi.nilai.pemohon ?? instans.startUserId ?? "";
  const nama = await k.mesin.nama([pemohon, ...langkah.flatMap((l) => l.oleh)].filter((id) => id !== SISTEM));
  const orang = (id: string) => ({ id, nama: id === SISTEM ? "Sistem" : (nama.get(id) ?? id) });
  const berjalan = langkah.filter((l) => l.keadaan === "berjalan" || l.keadaan === "lewat").map((l) => l.id);
  const {
    akunDisetujui: _a,
    akunDicoret: _b,
    paragraf: _c,
    drafSurat,
    ...rinci
  } = ringkasan(instans.businessKey ?? "", isi);
  return {
    ...rinci,
    // A draft is nobody's answer yet.
    drafSurat: internal(pengguna) ? drafSurat : null,
    pemohon: orang(pemohon),
    keadaan: keadaanPermohonan(instans.state, isi),
    diajukan: new Date(instans.startTime).toISOString(),
    selesai: instans.endTime === null ? null : new Date(instans.endTime).toISOString(),
    surat: await suratPermohonan(k.db, instans.businessKey ?? ""),
    langkah: langkah.map((l) => ({ ...l, oleh: l.oleh.map(orang) })),
    bolehDitarik:
      satkerPengguna(pengguna).some((s) => s.id === isi.nilai.satker) &&
      berjalan.some((id) => LANGKAH_DAPAT_DITARIK.includes(id)),
  };
}
