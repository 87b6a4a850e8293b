/** What a row shows at a moment: the server's figure, counted on in working time. */
import type { Kalender } from "../../src/calendar/calendar.js";
import { waktuKerjaAntara } from "../../src/calendar/working-time.js";
import type { Langkah, Status } from "../api/skema.js";

/** A step is near its limit from this share of its working time on, as the engine's reminder. */
const AMBANG_MENDEKATI = 0.8;

interface Hitungan {
  /** Working ms until the due date; negative: so much over. */
  readonly sisaMs: number;
  readonly status: Status;
  /** Share of the allowed working time that is used, 0 to 1. */
  readonly terpakai: number;
}

/** `diperbarui`: when the server worked out `sisaMs`; without a calendar its figure stands still. */
export function hitung(
  langkah: Pick<Langkah, "sisaMs" | "jatahMs" | "tenggat">,
  diperbarui: number,
  kini: number,
  kalender: Kalender | undefined,
): Hitungan {
  const lalu = kalender ? waktuKerjaAntara(diperbarui, Math.max(kini, diperbarui), kalender) : 0;
  const sisaMs = langkah.sisaMs - lalu;
  const jatah = Math.max(langkah.jatahMs, 1);
  const terpakai = Math.min(1, Math.max(0, 1 - sisaMs / jatah));
  // Outside working hours no working time passes: being over is decided by the clock itself.
  if (sisaMs < 0 || kini > langkah.tenggat) return { sisaMs, status: "lewat", terpakai: 1 };
  return { sisaMs, status: terpakai >= AMBANG_MENDEKATI ? "mendekati" : "aman", terpakai };
}
