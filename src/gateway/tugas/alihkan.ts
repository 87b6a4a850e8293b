/** Handing an open task on to a colleague; the engine decides whether the signed-in person may. */
import type { IncomingHttpHeaders } from "node:http";
import { catatAudit } from "../../audit/index.js";
import { Galat } from "../../galat.js";
import { API_MESIN, sesiBerakhir } from "../../sesi/mesin-pengguna.js";
import { internal, type Pengguna } from "../../sesi/pengguna.js";
import type { LangkahDinilai } from "../../sla/langkah.js";
import type { Konteks } from "../konteks.js";
import { isianTidakSah } from "../validasi.js";

/** Hands the step's task to `kepada`; throws a Galat where there is no task, the person is not of its lane, or may not. */
export async function alihkan(
  k: Konteks,
  pengguna: Pengguna,
  headers: IncomingHttpHeaders,
  langkah: LangkahDinilai,
  kepada: string,
): Promise<void> {
  // Before anything else: whose lane somebody belongs to is not for a Satker to find out.
  if (!internal(pengguna)) throw tidakBerhak();
  if (langkah.tugas === null)
    throw new Galat("LANGKAH_OTOMATIS", "Langkah ini dikerjakan sistem; tidak ada tugas yang dapat dialihkan.");
  await pastikanSelajur(k, langkah, kepada);
  const jalur = `${API_MESIN}/task/${encodeURIComponent(langkah.tugas)}/assignee`;
  const { status } = await k.pengguna(headers, "POST", jalur, { userId: kepada });
  if (status === 401) throw sesiBerakhir();
  if (status === 403) throw tidakBerhak();
  if (status >= 300)
    throw new Galat("TUGAS_SUDAH_SELESAI", "Tugas ini sudah diselesaikan atau ditarik. Muat ulang daftar.");
  k.sla.lupakan();
  const rincian = { langkah: langkah.langkah.id, tugas: langkah.tugas, dari: langkah.pemegang?.id ?? null, kepada };
  await catatAudit(k.db, { oleh: pengguna.id, tindakan: "sla.alihkan", objek: langkah.nomorPermohonan, rincian });
}

const tidakBerhak = (): Galat => new Galat("BUKAN_UNTUK_ANDA", "Anda tidak berhak mengalihkan tugas ini.");

/** Whoever holds a task may complete it: it never leaves the people whom the SOP names for it. */
async function pastikanSelajur(k: Konteks, { pelaksana, satker }: LangkahDinilai, kepada: string): Promise<void> {
  const grup = await k.sla.mesin.grup(kepada);
  const perlu = pelaksana.grup === "satuan-kerja" ? [pelaksana.grup, satker.id] : [pelaksana.grup];
  if (perlu.every((g) => grup.includes(g))) return;
  const siapa = pelaksana.grup === "satuan-kerja" ? satker.nama : pelaksana.nama;
  throw isianTidakSah([{ jalur: "kepada", pesan: `Pilih petugas dari ${siapa}.` }]);
}
