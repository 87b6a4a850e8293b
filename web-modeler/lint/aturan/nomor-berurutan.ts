import type { Aturan } from "../jenis.js";
import { ekstensi, semua, teks } from "../unsur.js";

/** Rows are numbered 1, 2, 3 … without gap and without the same number twice. */
export const nomorBerurutan: Aturan = {
  nama: "nomor-berurutan",
  tingkat: "galat",
  sebab:
    "Letters, escalations and Cockpit name a step by its number; a gap reads as a lost row, a double as two truths.",
  periksa(u, lapor) {
    if (u.$type !== "bpmn:Process") return;
    const baris = semua(u).flatMap((x) => ekstensi(x, "sop:Langkah").map((l) => ({ x, nomor: teks(l.nomor).trim() })));
    const terpakai = new Map<number, (typeof baris)[number]>();
    for (const b of baris) {
      const nomor = Number(b.nomor);
      if (!/^[1-9]\d*$/.test(b.nomor)) lapor(b.x, "The SOP row has no whole number as its number.");
      else if (terpakai.has(nomor)) lapor(b.x, "Number {nomor} of the SOP is used more than once.", { nomor });
      else terpakai.set(nomor, b);
    }
    const urut = [...terpakai.keys()].sort((a, b) => a - b);
    for (const [i, nomor] of urut.entries()) {
      const sebelum = urut[i - 1] ?? 0;
      const pemilik = terpakai.get(nomor);
      if (pemilik && nomor !== sebelum + 1)
        lapor(pemilik.x, "The SOP jumps from number {sebelum} to number {nomor}.", { sebelum, nomor });
    }
  },
};
