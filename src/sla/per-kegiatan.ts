/** The steps of a definition, activity by activity: what is open now and what the finished ones took. Pure. */
import type { LangkahSelesai } from "./buku.js";
import type { Kegiatan } from "./kegiatan.js";
import type { LangkahDinilai } from "./langkah.js";
import { ringkasStatus } from "./saring.js";
import { kelompokkan, ukur } from "./statistik.js";

/** One line for each row of the SOP, and for every other activity that is open or was finished. */
export function perKegiatan(
  semua: readonly Kegiatan[],
  terbuka: readonly LangkahDinilai[],
  selesai: readonly LangkahSelesai[],
) {
  const buka = kelompokkan(terbuka, (l) => l.langkah.id);
  const tuntas = kelompokkan(selesai, (l) => l.aktivitas);
  return semua
    .filter((k) => k.nomor !== null || buka.has(k.id) || tuntas.has(k.id))
    .map((k) => baris(k, buka.get(k.id), tuntas.get(k.id)));
}

function baris(k: Kegiatan, buka: readonly LangkahDinilai[] = [], tuntas: readonly LangkahSelesai[] = []) {
  const { mendekati, lewat } = ringkasStatus(buka);
  return { id: k.id, nomor: k.nomor, nama: k.nama, terbuka: buka.length, mendekati, lewat, ...ukur(tuntas) };
}
