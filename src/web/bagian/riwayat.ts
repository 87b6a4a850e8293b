/** Earlier decisions with their reasons, newest first. */
import type { Riwayat } from "../../proses/variabel.js";
import { h } from "../dom.js";
import { saatSingkat } from "../waktu.js";

function butir(r: Riwayat): HTMLElement {
  return h(
    "li",
    {},
    h("p", { class: "rp-riwayat-kepala" }, h("strong", {}, r.keputusan), ` · ${r.langkah}`),
    h(
      "p",
      { class: "rp-kecil" },
      `${r.namaOleh}, `,
      h("time", { datetime: r.waktu }, `${saatSingkat(new Date(r.waktu))} WIB`),
    ),
    r.alasan ? h("blockquote", {}, r.alasan) : null,
  );
}

const daftar = (riwayat: readonly Riwayat[]) => h("ol", { class: "rp-riwayat", reversed: true }, riwayat.map(butir));

/** The list, or a sentence when nothing has been decided yet; more than `terbuka` lines are folded away. */
export function daftarRiwayat(riwayat: readonly Riwayat[], terbuka = Number.POSITIVE_INFINITY): HTMLElement {
  if (riwayat.length === 0) return h("p", { class: "rp-kosong" }, "Belum ada keputusan.");
  const urut = [...riwayat].reverse();
  if (urut.length <= terbuka + 1) return daftar(urut);
  const lama = urut.slice(terbuka);
  return h(
    "div",
    { class: "rp-tumpuk-rapat" },
    daftar(urut.slice(0, terbuka)),
    h("details", { class: "rp-sop" }, h("summary", {}, `${lama.length} keputusan sebelumnya`), daftar(lama)),
  );
}
