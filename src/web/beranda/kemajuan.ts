/** How far a request has come, for the list. Pure. */
import type { RingkasPermohonan } from "../api/skema.js";
import { labelKeadaan } from "../bagian/label-status.js";
import { saatSingkat, tenggatKata } from "../waktu.js";

const JUMLAH_LANGKAH = 11;
export type Ruas = "sudah" | "kini" | "telat" | "belum";

/** Eleven segments: done, under way, under way and late, to come. */
export function ruas(p: RingkasPermohonan): Ruas[] {
  const kini = new Map(p.menunggu.flatMap((m) => (m.nomor ? [[m.nomor, m.lewatTenggat] as const] : [])));
  const awal = kini.size > 0 ? Math.min(...kini.keys()) : p.keadaan === "selesai" ? JUMLAH_LANGKAH + 1 : 1;
  return Array.from({ length: JUMLAH_LANGKAH }, (_, i) => {
    const telat = kini.get(i + 1);
    if (telat !== undefined) return telat ? "telat" : "kini";
    return i + 1 < awal ? "sudah" : "belum";
  });
}

export interface Posisi {
  readonly teks: string;
  readonly tenggat: string | undefined;
  readonly telat: boolean;
}

/** What a request waits for, in words; the most urgent first where several things run at once. */
export function posisi(p: RingkasPermohonan, sekarang: Date): Posisi {
  const urut = [...p.menunggu].sort((a, b) => (a.tenggat ?? "9").localeCompare(b.tenggat ?? "9"));
  const [utama] = urut;
  if (!utama) return { teks: tanpaTunggu(p), tenggat: undefined, telat: false };
  const lain = urut.length > 1 ? `, dan ${urut.length - 1} lainnya` : "";
  const langkah = utama.nomor ? `Langkah ${utama.nomor}: ` : "";
  const t = utama.tenggat ? tenggatKata(new Date(utama.tenggat), sekarang) : undefined;
  return { teks: `${langkah}${utama.nama}${lain}`, tenggat: t?.sisa, telat: t?.keadaan === "lewat" };
}

function tanpaTunggu({ keadaan, selesai }: RingkasPermohonan): string {
  if (keadaan === "berjalan") return "Sedang diproses";
  return selesai ? `Berakhir ${saatSingkat(new Date(selesai))}` : labelKeadaan[keadaan].teks;
}
