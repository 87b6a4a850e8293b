/** The documents of a task: which ones there are, and the chosen one's preview. */
import type { Dokumen } from "../../proses/variabel.js";
import { alamatDokumen } from "../api/unggah.js";
import { tautanTabBaru } from "../bagian/dasar.js";
import { IKON } from "../bagian/ikon.js";
import { ganti, h, ikon } from "../dom.js";
import { ukuranKata } from "../teks.js";
import { buatPratinjau } from "./pratinjau.js";

/** A document and what it is to the reader, e.g. "Surat Permohonan". */
export interface DokumenTampil {
  readonly judul: string;
  readonly dokumen: Dokumen;
}

interface PanelDokumen {
  readonly elemen: HTMLElement;
  tutup(): void;
}

/** The page of its own for a document; the file itself would stay blank in a tab that Tasklist's sandbox opens. */
export const alamatPenampil = (d: Dokumen): string => `/dokumen/?${new URLSearchParams({ id: d.id, nama: d.nama })}`;

const tautanUnduh = (d: Dokumen) =>
  h("a", { href: alamatDokumen(d.id), download: d.nama, class: "rp-tombol rp-tipis" }, ikon(IKON.unduh), "Unduh");

/** The panel; the first document is open. */
export function panelDokumen(daftar: readonly DokumenTampil[]): PanelDokumen {
  const pratinjau = buatPratinjau();
  const tautan = h("div", { class: "rp-dokumen-tautan" });
  const pilihan = daftar.map((d) =>
    h(
      "button",
      { type: "button", class: "rp-dokumen", onclick: () => pilih(d) },
      ikon(IKON.berkas),
      h("span", { class: "rp-dokumen-judul" }, d.judul),
      h("span", { class: "rp-kecil" }, `${d.dokumen.nama} · ${ukuranKata(d.dokumen.ukuran)}`),
    ),
  );
  const pilih = (d: DokumenTampil) => {
    pilihan.forEach((p, i) => {
      p.setAttribute("aria-pressed", String(daftar[i] === d));
    });
    ganti(tautan, tautanTabBaru(alamatPenampil(d.dokumen), "Buka di tab baru"), tautanUnduh(d.dokumen));
    pratinjau.buka(alamatDokumen(d.dokumen.id), d.dokumen.nama);
  };
  const [pertama] = daftar;
  if (pertama) pilih(pertama);
  return {
    elemen: h(
      "div",
      { class: "rp-panel-dokumen" },
      h("div", { class: "rp-dokumen-daftar" }, pilihan),
      tautan,
      pratinjau.elemen,
    ),
    tutup: () => pratinjau.tutup(),
  };
}
