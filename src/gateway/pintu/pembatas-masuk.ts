/**
 * Slows down whoever guesses passwords. Every pause ends by itself, and none hits a person for what others do elsewhere:
 * the engine's own lock would shut an account for good after ten wrong passwords from anywhere.
 */
import type { BatasMasuk } from "../deps.js";

/** What an attempt told of its password: `lain` where it was refused for another reason, perhaps before it was looked at. */
export type Jawaban = "benar" | "salah" | "lain";

/** What came of an attempt: `jedaMs` 0 where it was made, else how long to wait. */
export interface HasilMasuk {
  readonly jedaMs: number;
}

/** Makes one attempt (`coba`) unless a pause is on; one at a time per address and account. */
export type PembatasMasuk = (alamat: string, akun: string, coba: () => Promise<Jawaban>) => Promise<HasilMasuk>;

const JEDA_PERTAMA_MS = 30_000;
const SEPEREMPAT_JAM_MS = 900_000;
const PALING_BANYAK = 10_000;

interface Hitungan {
  kali: number;
  /** Epoch ms after which this is forgotten. */
  sampai: number;
}

/** Makes the limiter; it counts in this process. `kini` is epoch ms. */
export function createPembatasMasuk(batas: BatasMasuk, kini: () => number): PembatasMasuk {
  const pasangan = new Map<string, Hitungan & { jedaSampai: number }>();
  const luas = new Map<string, Hitungan>();
  const dikenal = new Set<string>();
  const giliran = new Map<string, Promise<unknown>>();

  const baca = <H extends Hitungan>(peta: Map<string, H>, kunci: string): H | undefined => {
    const ada = peta.get(kunci);
    return ada && ada.sampai > kini() ? ada : undefined;
  };
  const tambah = (kunci: string, beda: number): void => {
    const ada = baca(luas, kunci) ?? { kali: 0, sampai: kini() + SEPEREMPAT_JAM_MS };
    luas.set(kunci, { ...ada, kali: Math.max(0, ada.kali + beda) });
  };
  const jeda = (satu: string, orang: boolean, tempat: readonly string[]): number => {
    const sendiri = (baca(pasangan, satu)?.jedaSampai ?? 0) - kini();
    if (sendiri > 0 || orang) return Math.max(0, sendiri);
    const penuh = tempat.flatMap((kunci) => baca(luas, kunci) ?? []).filter(({ kali }) => kali >= batas.seluruhnya);
    return Math.max(0, ...penuh.map(({ sampai }) => sampai - kini()));
  };
  const gagal = (satu: string): void => {
    const kali = (baca(pasangan, satu)?.kali ?? 0) + 1;
    const lipat = 2 ** Math.min(5, kali - batas.percobaan);
    const jedaSampai = kali < batas.percobaan ? 0 : kini() + Math.min(SEPEREMPAT_JAM_MS, JEDA_PERTAMA_MS * lipat);
    pasangan.set(satu, { kali, jedaSampai, sampai: kini() + 2 * SEPEREMPAT_JAM_MS });
  };

  const satuKali = async (alamat: string, akun: string, coba: () => Promise<Jawaban>): Promise<HasilMasuk> => {
    const satu = `${alamat} ${akun}`;
    const tempat = [`alamat ${alamat}`, `akun ${akun}`];
    for (const peta of [pasangan, luas]) pangkas(peta, kini());
    const jedaMs = jeda(satu, dikenal.has(satu), tempat);
    if (jedaMs > 0) return { jedaMs };
    // Counted before it is made: many attempts at once shall not slip through together.
    for (const kunci of tempat) tambah(kunci, 1);
    const jawaban = await coba().catch((error: unknown) => {
      for (const kunci of tempat) tambah(kunci, -1);
      throw error;
    });
    if (jawaban === "salah") gagal(satu);
    if (jawaban === "benar") {
      for (const kunci of tempat) tambah(kunci, -1);
      pasangan.delete(satu);
      if (dikenal.size >= PALING_BANYAK) dikenal.clear();
      dikenal.add(satu);
    }
    return { jedaMs: 0 };
  };

  return (alamat, akun, coba) => {
    const satu = `${alamat} ${akun}`;
    const hasil = (giliran.get(satu) ?? Promise.resolve()).then(() => satuKali(alamat, akun, coba));
    const selesai = hasil.then(
      () => undefined,
      () => undefined,
    );
    giliran.set(satu, selesai);
    void selesai.then(() => giliran.get(satu) === selesai && giliran.delete(satu));
    return hasil;
  };
}

/** Forgets what is over; where too much is left, everything. */
function pangkas(peta: Map<string, Hitungan>, kini: number): void {
  if (peta.size < PALING_BANYAK) return;
  for (const [kunci, { sampai }] of peta) if (sampai <= kini) peta.delete(kunci);
  if (peta.size >= PALING_BANYAK) peta.clear();
}
