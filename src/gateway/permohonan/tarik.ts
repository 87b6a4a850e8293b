/** Withdrawing a request: the Satker's own right, until the accounts are being reset. */
import { catatAudit } from "../../audit/index.js";
import { EngineError } from "../../engine/client.js";
import { Galat } from "../../galat.js";
import { keRiwayat } from "../../proses/riwayat.js";
import { type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import type { Konteks } from "../konteks.js";
import { LANGKAH_DAPAT_DITARIK, permohonanTerlihat } from "./pandangan.js";

const TERLAMBAT = "Permohonan ini tidak dapat ditarik lagi: reset password (langkah 5) sudah dimulai.";

const DIJAWAB = "Permohonan ini sedang dijawab dengan surat. Muat ulang halaman ini beberapa saat lagi.";

/** Withdraws the request of that number; throws a Galat where this person may not, or not any more. */
export async function tarikPermohonan(k: Konteks, pengguna: Pengguna, nomor: string, alasan: string): Promise<void> {
  const { instans, isi } = await permohonanTerlihat(k, pengguna, nomor);
  if (!satkerPengguna(pengguna).some((s) => s.id === isi.nilai.satker))
    throw new Galat("BUKAN_SATKER_PEMOHON", "Hanya Satuan Kerja pemohon yang dapat menarik permohonan ini.");
  if (instans.endTime !== null) throw new Galat("TIDAK_DAPAT_DITARIK", "Permohonan ini sudah berakhir.");
  const terbuka = (await k.mesin.tugasTerbuka([instans.id])).map((t) => t.taskDefinitionKey);
  if (terbuka.includes("kirim-permohonan"))
    throw new Galat("TARIK_LEWAT_TUGAS", "Permohonan ini masih pada Anda: tarik lewat formulir tugasnya.");
  if (!terbuka.some((t) => LANGKAH_DAPAT_DITARIK.includes(t)))
    throw new Galat("TIDAK_DAPAT_DITARIK", isi.nilai.akunDisetujui ? TERLAMBAT : DIJAWAB);
  const baris = keRiwayat({
    langkah: "Penarikan permohonan",
    keputusan: "Permohonan ditarik",
    alasan,
    pelaku: pengguna,
    waktu: k.jam().toISOString(),
  });
  await kirimTarik(k, instans.id, [...(isi.nilai.riwayat ?? []), baris]);
  await catatAudit(k.db, { oleh: pengguna.id, tindakan: "permohonan.tarik", objek: nomor });
}

/** The engine refuses the message where no step listens for it any more: the Tim was faster. */
async function kirimTarik(
  k: Konteks,
  instans: string,
  riwayat: Parameters<Konteks["mesin"]["tarik"]>[1],
): Promise<void> {
  try {
    await k.mesin.tarik(instans, riwayat);
  } catch (error) {
    if (error instanceof EngineError && /MismatchingMessageCorrelation/.test(`${error.type} ${error.message}`))
      throw new Galat("TIDAK_DAPAT_DITARIK", TERLAMBAT, { cause: error });
    throw error;
  }
}
