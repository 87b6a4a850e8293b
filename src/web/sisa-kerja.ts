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
  const sisaMs = sisaTenggat(tenggat, sekarang, kalender);
  const sisa = kataSisa(tenggat, sekarang, kalender);
  if (sekarang > tenggat) return { saat, sisa, keadaan: "lewat" };
  if (sisaMs === undefined || !kalender) return { saat, sisa, keadaan: "aman" };
  const terpakai = waktuKerjaAntara(mulai.getTime(), sekarang.getTime(), kalender);
  const keadaan = terpakai >= BAGIAN_PENGINGAT * (terpakai + sisaMs) ? "dekat" : "aman";
  return { saat, sisa: `${sisa}${jeda(sekarang, kalender)}`, keadaan };
}

/** "sisa 2 jam 10 menit kerja", "lewat 25 menit kerja"; without a calendar "sudah lewat", or nothing where time is left. */
export function kataSisa(tenggat: Date, sekarang: Date, kalender: Kalender | undefined): string {
  const lewat = sekarang > tenggat;
  const sisaMs = sisaTenggat(tenggat, sekarang, kalender);
  if (sisaMs === undefined) return lewat ? "sudah lewat" : "";
  return sisaKerja(lewat ? Math.min(sisaMs, -1) : sisaMs);
}

/** Working milliseconds to the due date, negative after it; undefined without a calendar, or beyond its years. */
function sisaTenggat(tenggat: Date, sekarang: Date, kalender: Kalender | undefined): number | undefined {
  try {
    return kalender && waktuKerjaAntara(sekarang.getTime(), tenggat.getTime(), kalender);
  } catch {
    return undefined;
  }
}

function jeda(sekarang: Date, kalender: Kalender): string {
  if (sedangJamKerja(sekarang.getTime(), kalender)) return "";
  const lanjut = saatLengkap(new Date(mulaiKerjaBerikutnya(sekarang.getTime(), kalender)));
  return `, berjalan lagi ${lanjut}`;
}
