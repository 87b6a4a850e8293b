import { KUNCI_PROSES } from "../proses/kunci.js";
import { Galat } from "./galat.js";
import type { Konteks } from "./konteks.js";
import type { Pengguna } from "./sesi.js";
import { waktuWib } from "./waktu.js";

/** The refusal for a task that a person cannot see; the same whether there is such a task or not. */
export const bukanUntukAnda = (): Galat => new Galat("BUKAN_UNTUK_ANDA", "Tugas ini bukan untuk Anda.");

/**
 * Why a person does not see a task: who could have acted on it learns that it is over and by whom, everybody else learns
 * nothing about it.
 */
export async function jelaskanTugasHilang(
  { mesin }: Pick<Konteks, "mesin">,
  tugas: string,
  pengguna: Pengguna,
): Promise<Galat> {
  const lampau = await mesin.tugasLampau(tugas);
  if (lampau?.processDefinitionKey !== KUNCI_PROSES || lampau.endTime === null) return bukanUntukAnda();
  const berhak = lampau.assignee === pengguna.id || pengguna.grup.some((g) => lampau.grup.includes(g.id));
  if (!berhak) return bukanUntukAnda();
  if (lampau.deleteReason !== "completed")
    return new Galat("TUGAS_SUDAH_SELESAI", "Tugas ini sudah tidak ada: permohonannya ditarik atau dihentikan.");
  const oleh = lampau.assignee === pengguna.id ? "Anda" : await namaAtauId(mesin, lampau.assignee);
  const saat = waktuWib(new Date(lampau.endTime));
  return new Galat(
    "TUGAS_SUDAH_SELESAI",
    `Tugas ini sudah diselesaikan oleh ${oleh} pada ${saat}. Muat ulang halaman.`,
  );
}

async function namaAtauId(mesin: Konteks["mesin"], id: string | null): Promise<string> {
  return id === null ? "orang lain" : ((await mesin.nama([id])).get(id) ?? id);
}
