/** Numbers after a restore: those given since the backup are unknown here, and none may be given a second time. */
import { awalHariWib, tahunWib } from "../waktu/wib.js";

const MENIT_MS = 60_000;
/** Skipped at least; early in January the minute alone would be small. */
const LOMPAT_MIN = 1_000;

/**
 * The last number to count as given in the year of `kini`, where nobody knows it: the minute of the year, or 1,000 beyond
 * the backup's last. It grows with time whichever backup is restored, and how often; nobody gives a number every minute.
 */
export function nomorTerakhirAman(terakhirDiCadangan: number, kini: Date): number {
  const awalTahun = awalHariWib(`${tahunWib(kini)}-01-01`).getTime();
  return Math.max(terakhirDiCadangan + LOMPAT_MIN, Math.ceil((kini.getTime() - awalTahun) / MENIT_MS));
}
