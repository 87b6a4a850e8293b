/** Fields and messages that the steps share. */

import { pesanGalat } from "../../../src/web/api/panggil.js";
import { kotak } from "../../../src/web/bagian/dasar.js";
import { ganti, h, idBaru } from "../../../src/web/dom.js";

/** A labelled field. */
export function bidang(label: string, kontrol: HTMLElement, bantuan?: string): HTMLElement {
  const id = idBaru("bidang");
  kontrol.id = id;
  return h(
    "div",
    { class: "rp-bidang" },
    h("label", { for: id }, label),
    kontrol,
    bantuan ? h("p", { class: "rp-kecil" }, bantuan) : null,
  );
}

/** A text field of several lines. */
export const teksPanjang = (nilai = "") => {
  const area = h("textarea", { class: "rp-kontrol", rows: 3 });
  area.value = nilai;
  return area;
};

/** Runs work behind a button: disabled meanwhile, a refusal shown in `pesan`. */
export async function kerjakan(
  tombol: HTMLButtonElement,
  pesan: HTMLElement,
  kerja: () => Promise<void>,
): Promise<void> {
  tombol.disabled = true;
  ganti(pesan);
  try {
    await kerja();
  } catch (sebab) {
    ganti(pesan, kotak("bahaya", h("p", {}, pesanGalat(sebab))));
  } finally {
    tombol.disabled = false;
  }
}
