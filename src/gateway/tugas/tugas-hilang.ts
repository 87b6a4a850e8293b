import type { IncomingHttpHeaders } from "node:http";
import { Galat, type KodeGalat } from "../../galat.js";
import { KUNCI_PROSES } from "../../proses/kunci.js";
import { type TugasMesin, tugasPengguna } from "../../sesi/mesin-pengguna.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import { saatWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";

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
  const saat = saatWib(new Date(lampau.endTime));
  return new Galat(
    "TUGAS_SUDAH_SELESAI",
    `Tugas ini sudah diselesaikan oleh ${oleh} pada ${saat}. Muat ulang halaman.`,
  );
}

async function namaAtauId(mesin: Konteks["mesin"], id: string | null): Promise<string> {
  return id === null ? "orang lain" : ((await mesin.nama([id])).get(id) ?? id);
}

/** Nobody takes or finishes what a colleague has taken; throws TUGAS_DIKERJAKAN_ORANG_LAIN. */
export async function tolakBilaDiambil(
  { mesin }: Pick<Konteks, "mesin">,
  { assignee }: Pick<TugasMesin, "assignee">,
  pengguna: Pengguna,
): Promise<void> {
  if (assignee === null || assignee === pengguna.id) return;
  throw new Galat(
    "TUGAS_DIKERJAKAN_ORANG_LAIN",
    `Tugas ini sedang dikerjakan oleh ${await namaAtauId(mesin, assignee)}.`,
  );
}

const MUNGKIN_HILANG: readonly KodeGalat[] = ["PROSES_MENOLAK", "BUKAN_UNTUK_ANDA", "PERMOHONAN_BERTABRAKAN"];

/** A refusal may only mean that the task went away meanwhile or has been taken: a second tab, a colleague, a withdrawal. */
export async function alasanDitolak(
  k: Pick<Konteks, "mesin" | "pengguna">,
  p: { readonly dari: IncomingHttpHeaders; readonly tugas: Pick<TugasMesin, "id">; readonly pengguna: Pengguna },
  tolakan: Galat,
): Promise<Galat> {
  if (!MUNGKIN_HILANG.includes(tolakan.kode)) return tolakan;
  const kini = await tugasPengguna(k.pengguna, p.dari, p.tugas.id);
  if (!kini) return jelaskanTugasHilang(k, p.tugas.id, p.pengguna);
  await tolakBilaDiambil(k, kini, p.pengguna);
  return tolakan;
}
