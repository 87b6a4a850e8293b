import type { Aturan } from "../jenis.js";
import { ekstensi, isKegiatan, lajurDari, teks } from "../unsur.js";

/** Every activity has an actor, and is a row of the SOP or says why it is none. */
export const langkahAtauAlasan: Aturan = {
  nama: "langkah-atau-alasan",
  tingkat: "galat",
  sebab:
    "The SOP document is made of the diagram: an activity without lane has no Pelaksana, one without row is work nobody wrote down.",
  periksa(u, lapor) {
    if (!isKegiatan(u)) return;
    if (!lajurDari(u)) lapor(u, "The activity stands in no lane, so it has no Pelaksana.");
    const langkah = ekstensi(u, "sop:Langkah");
    const tanpa = ekstensi(u, "sop:TanpaLangkah");
    if (langkah.length > 1) lapor(u, "The activity carries more than one SOP row.");
    if (langkah.length > 0 && tanpa.length > 0)
      lapor(u, "The activity is an SOP row and says at the same time why it is none.");
    if (langkah.length === 0 && !teks(tanpa[0]?.alasan).trim())
      lapor(u, "The activity is no SOP row and does not say why not.");
    if (langkah[0] && !teks(langkah[0].aktivitas).trim()) lapor(u, "The SOP row has no Aktivitas.");
  },
};
