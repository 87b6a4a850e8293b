/** How far a request has come, for the list. Pure. */
import type { Kalender } from "../../calendar/calendar.js";
import type { RingkasPermohonan } from "../api/skema.js";
import { labelKeadaan } from "../bagian/label-status.js";
import { kataSisa } from "../sisa-kerja.js";
import { saatSingkat } from "../waktu.js";

const JUMLAH_LANGKAH = 11;
type Ruas = "sudah" | "kini" | "telat" | "belum";

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

interface Posisi {
  readonly teks: string;
  readonly tenggat: string | undefined;
  readonly telat: boolean;
}

/** What a request waits for, in words; the most urgent first where several things run at once. */
export function posisi(p: RingkasPermohonan, sekarang: Date, kalender: Kalender | undefined): Posisi {
  const urut = [...p.menunggu].sort((a, b) => (a.tenggat ?? "9").localeCompare(b.tenggat ?? "9"));
  const [utama] = urut;
  if (!utama) return { teks: tanpaTunggu(p), tenggat: undefined, telat: false };
  const lain = urut.length > 1 ? `, dan ${urut.length - 1} lainnya` : "";
  const langkah = utama.nomor ? `Langkah ${utama.nomor}: ` : "";
  const teks = `${langkah}${utama.nama}${lain}`;
  if (!utama.tenggat) return { teks, tenggat: undefined, telat: false };
  const saat = new Date(utama.tenggat);
  return { teks, tenggat: tenggatKata(saat, sekarang, kalender), telat: sekarang > saat };
}

/** "24 Nov 2026, 15.00 (sisa 2 jam kerja)", counted in working time. */
export function tenggatKata(tenggat: Date, sekarang: Date, kalender: Kalender | undefined): string {
  const sisa = kataSisa(tenggat, sekarang, kalender);
  return sisa ? `${saatSingkat(tenggat)} (${sisa})` : saatSingkat(tenggat);
}

function tanpaTunggu({ keadaan, selesai }: RingkasPermohonan): string {
  if (keadaan === "berjalan") return "Sedang diproses";
  return selesai ? `Berakhir ${saatSingkat(new Date(selesai))}` : labelKeadaan[keadaan].teks;
}
