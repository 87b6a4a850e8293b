/** One proposed list: what, why, by whom; the decision, or the form for it. */
import { z } from "zod";
import { kirimJson, pesanGalat } from "../api/panggil.js";
import type { UsulMusnah } from "../api/skema-arsip.js";
import { tombol } from "../bagian/dasar.js";
import type { Label } from "../bagian/label-status.js";
import { lencana } from "../bagian/lencana.js";
import { type Anak, ganti, h } from "../dom.js";
import { area, bidang } from "../formulir/bagian/bidang.js";
import { tampilkanGalat } from "../formulir/tampil-galat.js";
import { saatSingkat } from "../waktu.js";
import { barisCalon } from "./calon.js";
import { nomorItem } from "./kata.js";

const Hasil = z.object({ dimusnahkan: z.number() });

interface SifatUsul {
  /** Id of the person who reads. */
  readonly saya: string;
  /** Whether this person decides on lists of others. */
  readonly boleh: boolean;
  /** Called with what was done, in words. */
  readonly selesai: (pesan: string) => void;
}

const LABEL: Readonly<Record<"setuju" | "tolak" | "menunggu", Label>> = {
  menunggu: { teks: "Menunggu", nada: "jalan" },
  setuju: { teks: "Disetujui, dimusnahkan", nada: "baik" },
  tolak: { teks: "Ditolak", nada: "netral" },
};

/** Two steps, because what is destroyed stays destroyed. */
function formPutusan(u: UsulMusnah, selesai: SifatUsul["selesai"]): HTMLElement {
  const wadah = h("div", { class: "rp-tumpuk-rapat" });
  const jumlah = nomorItem(u.entri.length);
  const tutup = () =>
    ganti(
      wadah,
      h(
        "div",
        { class: "rp-baris-tombol" },
        tombol("Setujui pemusnahan", () => buka("setuju"), { class: "rp-tombol rp-bahaya" }),
        tombol("Tolak usul", () => buka("tolak")),
      ),
    );
  const buka = (keputusan: "setuju" | "tolak") => {
    const catatan = area("", 2, { maxlength: 500 });
    const teks = keputusan === "setuju" ? `Ya, musnahkan ${jumlah} salinan` : "Ya, tolak usul";
    const kirim = tombol(teks, () => void putuskan(), {
      class: keputusan === "setuju" ? "rp-tombol rp-bahaya" : "rp-tombol rp-utama",
    });
    const putuskan = async () => {
      kirim.disabled = true;
      try {
        const isi = { keputusan, catatan: catatan.value };
        const { dimusnahkan } = await kirimJson(`/api/arsip/usul-musnah/${u.id}/putuskan`, isi, Hasil);
        selesai(
          keputusan === "setuju"
            ? `${nomorItem(dimusnahkan)} salinan dimusnahkan. Berita acaranya ada dalam daftar arsip.`
            : "Usul ditolak. Salinannya tetap disimpan.",
        );
      } catch (sebab) {
        kirim.disabled = false;
        tampilkanGalat(wadah, [{ jalur: "catatan", pesan: pesanGalat(sebab) }]);
      }
    };
    ganti(
      wadah,
      keputusan === "setuju"
        ? h("p", {}, "Salinan yang dimusnahkan tidak dapat dikembalikan; baris dan sidiknya tetap dalam daftar arsip.")
        : null,
      bidang({ jalur: "catatan", label: "Catatan", opsional: true }, catatan),
      h("div", { class: "rp-baris-tombol" }, kirim, tombol("Batal", tutup)),
    );
    catatan.focus();
  };
  tutup();
  return wadah;
}

function keputusan(u: UsulMusnah, { saya, boleh, selesai }: SifatUsul): Anak {
  if (u.keputusan !== null)
    return h(
      "p",
      { class: "rp-kecil" },
      `Diputus oleh ${u.pemutus?.nama ?? "–"}${u.diputus ? `, ${saatSingkat(new Date(u.diputus))} WIB` : ""}`,
      u.catatan ? `: ${u.catatan}` : null,
    );
  if (u.pengusul.id === saya) return h("p", { class: "rp-kecil" }, "Usul Anda sendiri diputus oleh orang lain.");
  if (!boleh) return h("p", { class: "rp-kecil" }, "Diputus oleh Kepala LPSE atau Kepala UKPBJ.");
  return formPutusan(u, selesai);
}

/** The list as a card. */
export function gambarUsul(u: UsulMusnah, sifat: SifatUsul): HTMLElement {
  return h(
    "article",
    { class: "rp-usul" },
    h(
      "div",
      { class: "rp-kepala-daftar" },
      h("h3", {}, `${nomorItem(u.entri.length)} salinan, ${saatSingkat(new Date(u.diusulkan))}`),
      lencana(LABEL[u.keputusan ?? "menunggu"]),
    ),
    h("p", { class: "rp-kecil" }, `Diusulkan oleh ${u.pengusul.nama}`),
    h("blockquote", {}, u.alasan),
    u.rincian.length > 0
      ? h(
          "details",
          { class: "rp-sop", open: u.rincian.length <= 5 },
          h("summary", {}, "Salinan yang diusulkan"),
          h(
            "ul",
            { class: "rp-calon" },
            u.rincian.map((c) => barisCalon(c)),
          ),
        )
      : null,
    keputusan(u, sifat),
  );
}
