/** The panel beside the diagram: the list of SOP rows, or what the diagram says of the chosen shape. */
import { daftarIstilah, teksSop, tombol } from "../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../src/web/dom.js";
import type { BarisLangkah, Keterangan } from "./keterangan.js";

export interface Panel {
  readonly elemen: HTMLElement;
  tampilkan(keterangan: Keterangan | undefined): void;
}

const isiAtau = (teks: string): Anak => (teks === "" ? "–" : teksSop(teks));

function rincian(k: Keterangan): Anak[] {
  const l = k.langkah;
  return [
    h("p", { class: "rp-kecil" }, l ? `Langkah ${l.nomor} dari 11` : k.jenis),
    h("h2", {}, k.nama || "Tanpa nama"),
    l
      ? daftarIstilah([
          ["Aktivitas", isiAtau(l.aktivitas)],
          ["Pelaksana", l.pelaksana || "–"],
          ["Persyaratan", isiAtau(l.persyaratan)],
          ["Waktu", isiAtau(l.waktu)],
          ["Output", isiAtau(l.output)],
          ["Keterangan", isiAtau(l.keterangan)],
          ["Jenis", k.jenis],
        ])
      : null,
    k.tanpaLangkah ? h("p", {}, k.tanpaLangkah) : null,
    !l && !k.tanpaLangkah ? h("p", { class: "rp-kosong" }, "Bagian ini bukan baris SOP.") : null,
  ];
}

/** `pilih` gets the id of an activity, or undefined to choose nothing. */
export function buatPanel(langkah: readonly BarisLangkah[], pilih: (id: string | undefined) => void): Panel {
  const elemen = h("aside", { class: "rp-panel", "aria-live": "polite", "aria-label": "Keterangan" });
  const daftar = () => [
    h("h2", {}, "Sebelas langkah SOP"),
    h("p", { class: "rp-kecil" }, "Pilih langkah di sini atau bagian mana pun pada diagram."),
    h(
      "ol",
      { class: "rp-panel-daftar" },
      langkah.map((l) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", onclick: () => pilih(l.id) },
            h("b", {}, l.nomor),
            h("span", {}, teksSop(l.aktivitas), h("span", { class: "rp-kecil" }, ` ${l.pelaksana}, ${l.waktu}`)),
          ),
        ),
      ),
    ),
  ];
  return {
    elemen,
    tampilkan: (k) => {
      if (k) {
        ganti(
          elemen,
          tombol("← Semua langkah", () => pilih(undefined), { class: "rp-tombol rp-tipis" }),
          rincian(k),
        );
      } else ganti(elemen, daftar());
      elemen.scrollTop = 0;
    },
  };
}
