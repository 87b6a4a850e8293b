/** What somebody sees who is not signed in: what this is, how it goes, and the way in. */
import type { Info } from "../api/skema.js";
import { h } from "../dom.js";
import { TASKLIST } from "./menu.js";

const ALUR = [
  ["Satuan Kerja mengajukan", "Surat permohonan bertanda tangan dan daftar akun PPK atau Pejabat Pengadaan."],
  ["Pimpinan memutuskan", "Kepala UKPBJ mendisposisi, Kepala LPSE memerintahkan."],
  [
    "Tim LPSE melakukan reset",
    "Setiap akun diperiksa dan di-reset di SPSE; password baru dikirim langsung lewat e-Pesan.",
  ],
  ["Surat Pemberitahuan", "Disusun, dikoreksi, ditandatangani, diarsipkan, lalu dikirim kepada Satuan Kerja."],
] as const;

/** The landing page of somebody who has not signed in. */
export function tamu(info: Info): HTMLElement {
  return h(
    "section",
    { class: "rp-lembar rp-tamu", "aria-labelledby": "rp-judul" },
    h(
      "div",
      {},
      h("h1", { id: "rp-judul" }, "Reset password akun SPSE"),
      h(
        "p",
        {},
        "Layanan LPSE untuk permohonan reset password akun PPK dan Pejabat Pengadaan. Permohonan, keputusan, dan suratnya berjalan di sini, langkah demi langkah menurut SOP, dengan tenggat yang terlihat.",
      ),
      h("a", { class: "rp-tombol rp-utama", href: TASKLIST }, "Masuk"),
      h(
        "p",
        { class: "rp-kecil" },
        "Gunakan akun yang diberikan pengelola sistem. Setelah masuk, Anda tiba di daftar tugas.",
      ),
      info.demo
        ? h(
            "p",
            { class: "rp-kecil" },
            "Ini sistem peragaan: akun contohnya tertulis di terminal tempat sistem dijalankan.",
          )
        : null,
    ),
    h(
      "ol",
      { class: "rp-alur" },
      ALUR.map(([judul, isi]) => h("li", {}, h("strong", {}, judul), isi)),
    ),
  );
}
