/** Extending a running step: an administrator's right, with a reason. */
import { KalenderError } from "../../calendar/error.js";
import { Galat } from "../../galat.js";
import type { Pengguna } from "../../sesi/pengguna.js";
import { type IsiPerpanjangan, PerpanjanganDitolak, perpanjangLangkah } from "../../sla/perpanjang.js";
import type { Konteks } from "../konteks.js";
import { isianTidakSah } from "../validasi.js";

const ADMIN = "camunda-admin";

/** Extends the step (id of its execution), which this person has been found to see; throws a Galat where it is refused. */
export async function perpanjang(k: Konteks, pengguna: Pengguna, langkah: string, isi: IsiPerpanjangan): Promise<void> {
  if (!pengguna.grup.some((g) => g.id === ADMIN))
    throw new Galat("BUKAN_UNTUK_ANDA", "Hanya pengelola sistem yang dapat memperpanjang tenggat.");
  const alat = { engine: k.engine, db: k.db, kalender: k.kalender, jam: k.jam };
  try {
    await perpanjangLangkah(alat, { ...isi, langkah, oleh: pengguna.id });
  } catch (error) {
    throw tolakan(error);
  } finally {
    // Also after a refusal: the list that was shown may be out of date.
    k.sla.lupakan();
  }
}

function tolakan(error: unknown): unknown {
  if (error instanceof PerpanjanganDitolak && error.kode === "LANGKAH_TIDAK_BERJALAN")
    return new Galat("LANGKAH_TIDAK_DITEMUKAN", error.message, { cause: error });
  if (error instanceof PerpanjanganDitolak) return isianTidakSah([{ jalur: "tenggat", pesan: error.message }]);
  if (error instanceof KalenderError && error.kode === "DURASI_TIDAK_DIKENAL")
    return isianTidakSah([{ jalur: "tambah", pesan: error.message }]);
  return error;
}
