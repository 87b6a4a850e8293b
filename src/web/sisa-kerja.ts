/** What is left of a step's working time, in words. Pure. */
import type { Kalender } from "../calendar/calendar.js";
import { BAGIAN_PENGINGAT } from "../calendar/escalation.js";
import { sisaKerja } from "../calendar/words.js";
import { mulaiKerjaBerikutnya, sedangJamKerja, waktuKerjaAntara } from "../calendar/working-time.js";
import { saatLengkap, type Tenggat } from "./waktu.js";

/** A step's time: when it began to run, until when. */
export interface WaktuLangkah {
  readonly mulai: Date;
  readonly tenggat: Date;
}

/**
 * A due date seen from `sekarang`, counted in working time: `dekat` from 80 % on, as the reminder. Outside working hours the
 * count stands still, and the sentence says until when. Without a calendar, or beyond its years, only the due date is told.
 */
export function sisaLangkah({ mulai, tenggat }: WaktuLangkah, sekarang: Date, kalender: Kalender | undefined): Tenggat {
  const saat = saatLengkap(tenggat);
  const lewat = sekarang > tenggat;
  const tanpaHitungan: Tenggat = { saat, sisa: lewat ? "sudah lewat" : "", keadaan: lewat ? "lewat" : "aman" };
  if (!kalender) return tanpaHitungan;
  try {
    const sisaMs = waktuKerjaAntara(sekarang.getTime(), tenggat.getTime(), kalender);
    if (lewat) return { saat, sisa: sisaKerja(Math.min(sisaMs, -1)), keadaan: "lewat" };
    const terpakai = waktuKerjaAntara(mulai.getTime(), sekarang.getTime(), kalender);
    const keadaan = terpakai >= BAGIAN_PENGINGAT * (terpakai + sisaMs) ? "dekat" : "aman";
    return { saat, sisa: `${sisaKerja(sisaMs)}${jeda(sekarang, kalender)}`, keadaan };
  } catch {
    return tanpaHitungan;
  }
}

function jeda(sekarang: Date, kalender: Kalender): string {
  if (sedangJamKerja(sekarang.getTime(), kalender)) return "";
  const lanjut = saatLengkap(new Date(mulaiKerjaBerikutnya(sekarang.getTime(), kalender)));
  return `, berjalan lagi ${lanjut}`;
}
