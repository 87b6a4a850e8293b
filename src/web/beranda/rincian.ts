/** One request: its eleven steps, accounts, documents, decisions, and the withdrawal. */
import type { Kalender } from "../../calendar/calendar.js";
import type { Dokumen } from "../../proses/variabel.js";
import { ambil } from "../api/panggil.js";
import { Permohonan } from "../api/skema.js";
import { daftarAkun } from "../bagian/daftar-akun.js";
import { daftarIstilah, kotak } from "../bagian/dasar.js";
import { labelKeadaan } from "../bagian/label-status.js";
import { lencana } from "../bagian/lencana.js";
import { daftarRiwayat } from "../bagian/riwayat.js";
import { dokumenSurat } from "../bagian/surat-keputusan.js";
import { type Anak, ganti, h, segarkanIsi } from "../dom.js";
import { alamatPenampil } from "../pdf/panel-dokumen.js";
import { ukuranKata } from "../teks.js";
import { saatSingkat, tanggalPanjang } from "../waktu.js";
import { galatHalaman } from "./bingkai.js";
import { gambarLangkah, langkahTampil } from "./langkah.js";
import { tarikPermohonan } from "./tarik.js";

const lembar = (judul: string, ...isi: Anak[]) => h("section", { class: "rp-lembar" }, h("h2", {}, judul), isi);

function dokumen(p: Permohonan): HTMLElement {
  const satu = (judul: string, d: Dokumen | null | undefined) =>
    d
      ? h(
          "li",
          {},
          h("a", { href: alamatPenampil(d), target: "_blank", rel: "noopener" }, judul),
          h("span", { class: "rp-kecil" }, ` ${d.nama}, ${ukuranKata(d.ukuran)}`),
        )
      : null;
  return h(
    "ul",
    { class: "rp-dokumen-tautan-daftar" },
    satu("Surat Permohonan", p.suratPermohonan),
    p.lampiran.map((d, i) => satu(`Lampiran ${i + 1}`, d)),
    p.suratDitandatangani ? null : satu(`Draf Surat Pemberitahuan, versi ${p.versiDraf ?? 1}`, p.drafSurat),
    satu("Surat Pemberitahuan", p.suratDitandatangani),
    dokumenSurat(p.surat).map(({ judul, dokumen: d }) => satu(judul, d)),
  );
}

function data(p: Permohonan): HTMLElement {
  const ada = (istilah: string, isi: string | null | undefined) => (isi ? [[istilah, isi] as const] : []);
  return daftarIstilah([
    ["Satuan Kerja", p.satker.nama],
    ["Diajukan oleh", p.pemohon.nama],
    ["Diajukan", saatSingkat(new Date(p.diajukan))],
    ["Nomor surat", p.nomorSuratPermohonan],
    ["Tanggal surat", tanggalPanjang(p.tanggalSuratPermohonan)],
    ...ada("Surat Pemberitahuan", p.nomorSurat),
    ...ada("Berakhir", p.selesai ? saatSingkat(new Date(p.selesai)) : null),
  ]);
}

function isi(p: Permohonan, langkah: HTMLElement, ulang: () => void): Anak[] {
  return [
    h("div", { class: "rp-judul-rincian" }, h("h1", {}, `Permohonan ${p.nomor}`), lencana(labelKeadaan[p.keadaan])),
    p.alasanPenolakan
      ? kotak("awas", h("strong", {}, labelKeadaan[p.keadaan].teks), h("blockquote", {}, p.alasanPenolakan))
      : null,
    h(
      "div",
      { class: "rp-dua" },
      h("div", {}, lembar("Sebelas langkah SOP", langkah)),
      h(
        "div",
        {},
        lembar("Permohonan", data(p), p.bolehDitarik ? tarikPermohonan(p.nomor, ulang) : null),
        lembar(
          p.akun.length > 1 ? `${p.akun.length} akun` : "Akun",
          daftarAkun(p.akun, p.keadaan === "berjalan" || p.akun.some((a) => a.status !== "menunggu")),
        ),
        lembar("Dokumen", dokumen(p)),
        lembar("Riwayat keputusan", daftarRiwayat(p.riwayat)),
      ),
    ),
  ];
}

/**
 * The view; filled by `segarkan`, which leaves it alone while a reason is being typed or when nothing has changed but the
 * time that is left.
 */
export function rincian(
  nomor: string,
  kalender: Promise<Kalender | undefined>,
): { readonly elemen: HTMLElement; segarkan(signal: AbortSignal): Promise<void> } {
  const wadah = h("div", { class: "rp-tumpuk" }, h("p", { class: "rp-kosong-besar" }, "Memuat permohonan …"));
  const langkah = h("div", {});
  let lama = "";
  const segarkan = async (signal: AbortSignal): Promise<void> => {
    if (wadah.querySelector(".rp-tarik textarea")) return;
    try {
      const [p, k] = await Promise.all([
        ambil(`/api/permohonan/${encodeURIComponent(nomor)}`, Permohonan, signal),
        kalender,
      ]);
      segarkanIsi(langkah, gambarLangkah(langkahTampil(p.langkah, p.keadaan), new Date(), k));
      const baru = JSON.stringify(p);
      if (baru === lama) return;
      lama = baru;
      ganti(wadah, ...isi(p, langkah, ulang));
    } catch (sebab) {
      lama = "";
      if (!signal.aborted)
        ganti(
          wadah,
          galatHalaman(sebab, () => void segarkan(signal)),
        );
    }
  };
  const ulang = () => {
    ganti(wadah);
    void segarkan(new AbortController().signal);
  };
  const elemen = h(
    "div",
    { class: "rp-tumpuk" },
    h("p", { class: "rp-remah" }, h("a", { href: "#/" }, "← Semua permohonan")),
    wadah,
  );
  return { elemen, segarkan };
}
