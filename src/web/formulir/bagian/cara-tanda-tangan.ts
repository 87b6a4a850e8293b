/** The two ways of signing in step 9, one shown at a time; electronic signing only where it is set up. */

import type { Tugas } from "../../api/skema.js";
import { alamatDokumen } from "../../api/unggah.js";
import { h, idBaru } from "../../dom.js";
import { dokumenIsian, type Isian } from "../isian.js";
import type { Bagian } from "./keputusan.js";
import { panelElektronik } from "./panel-elektronik.js";
import { panelUnggahan } from "./panel-unggahan.js";

interface CaraTandaTangan extends Bagian {
  tunggu(): string | undefined;
  tutup(): void;
}

const TIDAK_TERSEDIA = "Tanda tangan elektronik belum diatur pada sistem ini. Unggah surat yang sudah ditandatangani.";

/** The part of the form below "Tandatangani". */
export function caraTandaTangan(tugas: Tugas, isian: Isian): CaraTandaTangan {
  const awal = dokumenIsian(isian, "suratDitandatangani");
  const unggahan = panelUnggahan({ idTugas: tugas.id, awal, batas: tugas.batasUnggah });
  const elektronik = panelElektronik(tugas.id, (tersedia) => {
    pilih.hidden = !tersedia;
    keterangan.hidden = tersedia;
    if (!tersedia || awal.length > 0) radioUnggah.checked = true;
    segarkan();
  });
  const nama = idBaru("cara");
  const radioElektronik = h("input", { type: "radio", name: nama, value: "elektronik", checked: true });
  const radioUnggah = h("input", { type: "radio", name: nama, value: "unggah" });
  const segarkan = () => {
    elektronik.elemen.hidden = radioUnggah.checked;
    isiUnggah.hidden = !radioUnggah.checked;
  };
  const pilih = h(
    "div",
    { class: "rp-pilah", role: "radiogroup", "aria-label": "Cara menandatangani", onchange: segarkan },
    h("label", {}, radioElektronik, "Secara elektronik"),
    h("label", {}, radioUnggah, "Unggah surat bertanda tangan"),
  );
  const keterangan = h("p", { class: "rp-bantuan", hidden: true }, TIDAK_TERSEDIA);
  const isiUnggah = h("div", { class: "rp-tumpuk" }, petunjuk(tugas), unggahan.elemen);
  segarkan();
  return {
    elemen: h("div", { class: "rp-tumpuk" }, pilih, keterangan, elektronik.elemen, isiUnggah),
    nilai: () =>
      radioUnggah.checked
        ? { suratDitandatangani: unggahan.dokumen(), peringatanDibaca: unggahan.dibaca() }
        : { suratDitandatangani: elektronik.dokumen() },
    tunggu: () => (radioUnggah.checked ? unggahan.tunggu() : elektronik.tunggu()),
    tutup: elektronik.tutup,
  };
}

function petunjuk({ permohonan: { drafSurat, nomorSurat } }: Tugas): HTMLElement {
  const unduh = drafSurat
    ? h("a", { href: alamatDokumen(drafSurat.id), download: drafSurat.nama }, "Unduh surat ini")
    : "Unduh surat ini";
  return h(
    "ol",
    { class: "rp-petunjuk" },
    h("li", {}, unduh, nomorSurat ? ` (nomor ${nomorSurat}).` : "."),
    h("li", {}, "Tandatangani."),
    h("li", {}, "Unggah PDF yang sudah ditandatangani di bawah ini."),
  );
}
