/** Says prominently who sent something back and why. */

import type { PermohonanTugas } from "../../api/skema.js";
import { kotak } from "../../bagian/dasar.js";
import { h } from "../../dom.js";
import { saatSingkat } from "../../waktu.js";
import { pengembalianTerakhir } from "../pengembalian.js";

/** The box, or nothing when the newest decision was no return; `ajakan` says what to do now. */
export function kotakPengembalian({ riwayat }: PermohonanTugas, apa: string, ajakan: string): HTMLElement[] {
  const kembali = pengembalianTerakhir(riwayat);
  if (!kembali) return [];
  return [
    kotak(
      "awas",
      h("strong", {}, `${apa} dikembalikan oleh ${kembali.namaOleh}`),
      h("span", { class: "rp-kecil" }, `${kembali.langkah}, ${saatSingkat(new Date(kembali.waktu))} WIB`),
      h("blockquote", {}, kembali.alasan ?? "Tanpa alasan tertulis."),
      h("p", {}, ajakan),
    ),
  ];
}
