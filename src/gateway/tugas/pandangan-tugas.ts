/** Everything a form needs of its task, in one reply. */

import type { NilaiVariabel } from "../../proses/jawaban.js";
import { bacaVariabel, ringkasan } from "../../proses/permohonan.js";
import type { TugasMesin } from "../../sesi/mesin-pengguna.js";
import type { LangkahSop } from "../../sop/diagram.js";
import { riwayatDrafSurat, suratPermohonan } from "../../surat-keluar/index.js";
import { tanggalWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { keadaanKredensial, TUGAS_KREDENSIAL, type TugasKredensial } from "./kredensial-tugas.js";

/** The task's kind where it shows a credential. */
export const jenisKredensial = ({ taskDefinitionKey: kunci }: TugasMesin): TugasKredensial | undefined =>
  TUGAS_KREDENSIAL.find((t) => t === kunci);

/** The task, its SOP row, who may act, until when, and the request it belongs to. */
export async function pandanganTugas(k: Konteks, tugas: TugasMesin) {
  const [baris, grup, sop] = await Promise.all([
    k.mesin.variabelTugas(tugas.id),
    k.mesin.grupTugas(tugas.id),
    k.sop(tugas.processDefinitionId ?? ""),
  ]);
  const isi = bacaVariabel(baris);
  const { nilai } = isi;
  const langkah = sop.langkah.find((l) => l.id === tugas.taskDefinitionKey);
  const nama = await k.mesin.nama([nilai.pemohon, tugas.assignee].flatMap((id) => id ?? []));
  const orang = (id: string) => ({ id, nama: nama.get(id) ?? id });
  const kini = k.jam();
  const tenggat = tugas.due === null ? null : new Date(tugas.due);
  return {
    id: tugas.id,
    langkah: tugas.taskDefinitionKey,
    nama: tugas.name,
    sop: langkah ?? null,
    pelaksana: { lane: lane(sop.langkah, langkah, grup), grup },
    ditugaskanKepada: tugas.assignee === null ? null : orang(tugas.assignee),
    dibuat: new Date(tugas.created).toISOString(),
    tenggat: tenggat?.toISOString() ?? null,
    lewatTenggat: tenggat !== null && tenggat < kini,
    batasUnggah: k.uploadMaxBytes,
    hariIni: tanggalWib(kini),
    permohonan: { ...ringkasan(nilai.nomorPermohonan ?? "", isi), pemohon: orang(nilai.pemohon ?? "") },
    akunDiproses: nilai.akunDiproses ?? null,
    hasil: nilai.hasil ?? null,
    kendala: nilai.kendala ?? null,
    kredensial: await kredensial(k, tugas, nilai),
    draf: await draf(k, tugas),
    surat: await suratPermohonan(k.db, nilai.nomorPermohonan ?? ""),
  };
}

/** Tasks that judge the draft letter see every version of it. */
const TUGAS_DRAF = ["koreksi-draf", "tanda-tangan-surat"];

async function draf({ db }: Konteks, { taskDefinitionKey: kunci, processInstanceId: instans }: TugasMesin) {
  if (kunci === null || !TUGAS_DRAF.includes(kunci) || instans === null) return [];
  return (await riwayatDrafSurat(db, instans)).map((d) => ({ ...d, dibuat: d.dibuat.toISOString() }));
}

/** Tasks outside the SOP's rows stand in the lane whose group may do them. */
const lane = (semua: readonly LangkahSop[], langkah: LangkahSop | undefined, grup: readonly string[]): string | null =>
  (langkah ?? semua.find((l) => grup.includes(l.grup)))?.pelaksana ?? null;

async function kredensial(k: Konteks, tugas: TugasMesin, { akunDiproses }: NilaiVariabel) {
  if (!jenisKredensial(tugas) || !akunDiproses) return null;
  return keadaanKredensial(k.db, tugas.id, { instans: tugas.processInstanceId ?? "", akun: akunDiproses.id });
}
