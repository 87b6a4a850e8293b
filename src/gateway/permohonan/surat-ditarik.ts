/** Which letters will never go out, because their request was ended in the engine first. */
import { catatDitarik, instansBersurat } from "../../surat-keluar/daftar.js";
import type { Konteks } from "../konteks.js";

const SEKALI = 200;
const BERJALAN = ["ACTIVE", "SUSPENDED"];

/** Looks all letters on their way up in the engine's history, and notes those whose request is over: when, by whom, why. */
export async function perbaruiDitarik({ db, mesin }: Pick<Konteks, "db" | "mesin">): Promise<void> {
  const semua = await instansBersurat(db);
  for (let i = 0; i < semua.length; i += SEKALI) {
    const berakhir = (await mesin.akhir(semua.slice(i, i + SEKALI))).filter((a) => !BERJALAN.includes(a.state));
    for (const { id: instans, endTime, deleteReason: alasan } of berakhir) {
      if (endTime === null) continue;
      const oleh = await mesin.penghapus(instans);
      await catatDitarik(db, { instans, saat: new Date(endTime), oleh, alasan });
    }
  }
}
