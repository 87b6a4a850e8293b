/** Short messages at the lower edge of the page. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { h } from "../../../src/web/dom.js";
import { t } from "../bahasa/bahasa.js";

const TAMPIL_MS = 8_000;

/** How a message is meant: `awas` and `bahaya` stay until they are closed. */
export type Nada = "info" | "sukses" | "awas" | "bahaya";

/** Shows a message. */
export type Kabar = (nada: Nada, pesan: string) => void;

/** Makes the place for messages; those of danger and warning stay until closed. */
export function buatKabar(): { elemen: HTMLElement; kabar: Kabar } {
  const elemen = h("div", { class: "m-kabar", "aria-live": "polite" });
  return {
    elemen,
    kabar: (nada, pesan) => {
      const isi = kotak(nada, h("span", {}, pesan));
      const buang = () => isi.remove();
      isi.append(tombol("×", buang, { class: "rp-tombol-ikon", "aria-label": t("Close"), title: t("Close") }));
      elemen.append(isi);
      if (nada === "info" || nada === "sukses") setTimeout(buang, TAMPIL_MS);
    },
  };
}
