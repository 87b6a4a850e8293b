/** The page around every view: brand, person, foot. */

import { GalatApi, pesanGalat } from "../api/panggil.js";
import type { Saya } from "../api/skema.js";
import { kotak, tombol } from "../bagian/dasar.js";
import { type Anak, ganti, h } from "../dom.js";
import { TASKLIST } from "./menu.js";
import { keluar } from "./sesi.js";

function orang(saya: Saya): HTMLElement {
  // The engine names the group of its administrators itself, in English.
  const namaGrup = ({ id, nama }: { id: string; nama: string }) => (id === "camunda-admin" ? "Pengelola sistem" : nama);
  const unit = saya.satker?.nama ?? saya.grup.map(namaGrup).join(", ");
  return h(
    "div",
    { class: "rp-orang" },
    h("span", {}, h("strong", {}, saya.nama), h("span", { class: "rp-kecil" }, unit)),
    tombol("Keluar", () => void akhiri(), { class: "rp-tombol rp-tipis" }),
  );
}

async function akhiri(): Promise<void> {
  try {
    await keluar();
    location.assign("/");
  } catch (sebab) {
    document.querySelector("main")?.prepend(kotak("bahaya", pesanGalat(sebab)));
  }
}

/** Draws the page and gives back the place for the view. */
export function bingkai(saya: Saya | undefined): HTMLElement {
  const isi = h("main", { class: "rp-utama-isi" });
  ganti(
    document.body,
    h(
      "header",
      { class: "rp-atas" },
      h("div", {}, h("a", { class: "rp-merek", href: "/#/" }, "LPSE · Reset Password SPSE"), saya ? orang(saya) : null),
    ),
    isi,
    h(
      "footer",
      { class: "rp-kaki rp-kecil" },
      "Menjalankan SOP Permohonan Reset Password Akun PPK dan Pejabat Pengadaan. Waktu dalam WIB.",
    ),
  );
  return isi;
}

/** Something went wrong: says what, and offers to try again where that may help. */
export function galatHalaman(sebab: unknown, lagi: () => void): Anak {
  const pesan = h("p", {}, pesanGalat(sebab));
  const status = sebab instanceof GalatApi ? sebab.status : 0;
  if (status === 404) return kotak("awas", pesan);
  const jalan = status === 401 ? h("a", { class: "rp-tombol", href: TASKLIST }, "Masuk") : tombol("Coba lagi", lagi);
  return kotak("bahaya", pesan, jalan);
}
