/** One copy whose destruction is spoken of. */
import type { CalonMusnah } from "../api/skema-arsip.js";
import { h } from "../dom.js";
import { tanggalPanjang } from "../waktu.js";
import { nomorItem } from "./kata.js";

/** A line of a list; with a box to tick where one is given. */
export function barisCalon(c: CalonMusnah, pilih?: HTMLInputElement): HTMLElement {
  const isi = [
    h("strong", {}, c.nomorSurat ?? c.uraian),
    h(
      "span",
      { class: "rp-kecil" },
      `Nomor item ${nomorItem(c.urut)} · simpan sampai ${tanggalPanjang(c.simpanSampai)}`,
    ),
    c.nomorSurat ? h("span", { class: "rp-kecil" }, c.uraian) : null,
  ];
  if (!pilih) return h("li", {}, h("div", {}, isi));
  pilih.id = `calon-${c.urut}`;
  return h("li", {}, pilih, h("label", { for: pilih.id }, isi));
}
