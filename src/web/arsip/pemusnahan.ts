/** Destruction: what may go, chosen and proposed by the Tim; the lists and their decisions. */
import { z } from "zod";
import { ambil, kirimJson, pesanGalat } from "../api/panggil.js";
import type { Saya } from "../api/skema.js";
import { type CalonMusnah, Pemusnahan } from "../api/skema-arsip.js";
import { kotak } from "../bagian/dasar.js";
import { galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";
import { area, bidang } from "../formulir/bagian/bidang.js";
import { tampilkanGalat } from "../formulir/tampil-galat.js";
import { barisCalon } from "./calon.js";
import { nomorItem } from "./kata.js";
import { gambarUsul } from "./usul.js";

const lembar = (judul: string, ...isi: Anak[]) => h("section", { class: "rp-lembar" }, h("h2", {}, judul), isi);

/** The candidates with a form that proposes the chosen ones; `selesai` is called after that. */
function formUsul(calon: readonly CalonMusnah[], selesai: () => void): HTMLElement {
  const kotakCentang = calon.map((c) => ({
    urut: c.urut,
    baris: c,
    centang: h("input", { type: "checkbox", onchange: () => hitung() }),
  }));
  const semua = h("input", { type: "checkbox", id: "calon-semua", onchange: () => pilihSemua() });
  const alasan = area("Masa simpan habis.", 2, { maxlength: 500 });
  const kirim = h("button", { type: "submit", class: "rp-tombol rp-bahaya" }, "Usulkan pemusnahan");
  const dipilih = () => kotakCentang.filter(({ centang }) => centang.checked).map(({ urut }) => urut);
  const hitung = () => {
    const jumlah = dipilih().length;
    semua.checked = jumlah === calon.length;
    semua.indeterminate = jumlah > 0 && jumlah < calon.length;
    kirim.textContent = jumlah > 0 ? `Usulkan pemusnahan ${nomorItem(jumlah)} salinan` : "Usulkan pemusnahan";
  };
  const pilihSemua = () => {
    for (const { centang } of kotakCentang) centang.checked = semua.checked;
    hitung();
  };
  const usulkan = async (e: Event) => {
    e.preventDefault();
    const entri = dipilih();
    if (entri.length === 0)
      return tampilkanGalat(formulir, [{ jalur: "", pesan: "Pilih sekurang-kurangnya satu salinan." }]);
    kirim.disabled = true;
    try {
      await kirimJson("/api/arsip/usul-musnah", { entri, alasan: alasan.value }, z.unknown());
      selesai();
    } catch (sebab) {
      kirim.disabled = false;
      tampilkanGalat(formulir, [{ jalur: "alasan", pesan: pesanGalat(sebab) }]);
    }
  };
  const formulir = h(
    "form",
    { class: "rp-tumpuk-rapat", onsubmit: (e: Event) => void usulkan(e), novalidate: true },
    h("div", { class: "rp-galat-ringkas", role: "alert", tabindex: "-1", hidden: true }),
    h("p", { class: "rp-centang-semua" }, semua, h("label", { for: "calon-semua" }, "Pilih semua")),
    h(
      "ul",
      { class: "rp-calon" },
      kotakCentang.map((c) => barisCalon(c.baris, c.centang)),
    ),
    bidang({ jalur: "alasan", label: "Alasan", bantuan: "Masuk ke berita acara pemusnahan." }, alasan),
    h("div", { class: "rp-baris-tombol" }, kirim),
  );
  return formulir;
}

function calonMusnah({ calon, boleh }: Pemusnahan, ulang: () => void): Anak {
  if (calon.length === 0)
    return h("p", { class: "rp-kosong-besar" }, "Tidak ada salinan yang masa simpannya sudah lewat.");
  if (boleh.mengusulkan) return formUsul(calon, ulang);
  return [
    h("p", { class: "rp-kecil" }, "Pemusnahan diusulkan oleh Tim Pengelola LPSE."),
    h(
      "ul",
      { class: "rp-calon" },
      calon.map((c) => barisCalon(c)),
    ),
  ];
}

/** The view; it fills itself. */
export function pemusnahan(saya: Saya): HTMLElement {
  const isi = h("div", { class: "rp-tumpuk" }, h("p", { class: "rp-kosong-besar" }, "Memuat …"));
  const muat = async (pesan?: string): Promise<void> => {
    try {
      const p = await ambil("/api/arsip/usul-musnah", Pemusnahan);
      const menunggu = p.usul.filter((u) => u.keputusan === null);
      const sudah = p.usul.filter((u) => u.keputusan !== null).reverse();
      const satu = (u: Pemusnahan["usul"][number]) =>
        gambarUsul(u, { saya: saya.id, boleh: p.boleh.memutuskan, selesai: (teks) => void muat(teks) });
      ganti(
        isi,
        pesan ? kotak("sukses", h("p", {}, pesan)) : null,
        lembar(
          "Menunggu keputusan",
          menunggu.length > 0
            ? menunggu.map(satu)
            : h("p", { class: "rp-kosong-besar" }, "Tidak ada usul yang menunggu keputusan."),
        ),
        lembar(
          "Masa simpan sudah lewat",
          calonMusnah(p, () => void muat("Usul tersimpan. Kepala LPSE atau Kepala UKPBJ memutuskannya.")),
        ),
        sudah.length > 0 ? lembar("Sudah diputus", sudah.map(satu)) : null,
      );
    } catch (sebab) {
      ganti(
        isi,
        galatHalaman(sebab, () => void muat()),
      );
    }
  };
  void muat();
  return isi;
}
