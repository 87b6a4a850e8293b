/** One entry: what it says, its copy, its place in the chain, and whether all of it is as it was written. */
import { ambil } from "../api/panggil.js";
import { type EntriArsip, RincianArsip } from "../api/skema-arsip.js";
import { daftarIstilah, kotak } from "../bagian/dasar.js";
import { IKON } from "../bagian/ikon.js";
import { galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h, ikon } from "../dom.js";
import { ukuranKata } from "../teks.js";
import { saatLengkap, tanggalPanjang } from "../waktu.js";
import { jenisKata, namaSalinan, nomorItem, tingkatKata } from "./kata.js";

const lembar = (judul: string, ...isi: Anak[]) => h("section", { class: "rp-lembar" }, h("h3", {}, judul), isi);
const sidik = (isi: string) => h("code", { class: "rp-sidik" }, isi.replace(/(.{8})(?=.)/g, "$1 "));

/** The fields of a Daftar arsip. */
const data = (e: EntriArsip): HTMLElement =>
  daftarIstilah([
    ["Unit pengolah", e.unitPengolah],
    ["Nomor berkas", e.nomorPermohonan ?? "–"],
    ["Kode klasifikasi", e.kodeKlasifikasi],
    ["Uraian", e.uraian],
    ["Kurun waktu", e.tanggalSurat.slice(0, 4)],
    ["Jumlah", "1 berkas"],
    ["Nomor item", nomorItem(e.urut)],
    ["Tanggal", tanggalPanjang(e.tanggalSurat)],
    ["Tingkat perkembangan", tingkatKata(e.tingkatPerkembangan)],
    ["Keterangan", e.keterangan || "–"],
    ["Satuan Kerja", e.satker ?? "–"],
    [
      "Orang",
      e.orang.length > 0
        ? h(
            "ul",
            { class: "rp-polos" },
            e.orang.map((nama) => h("li", {}, nama)),
          )
        : "–",
    ],
    ["Simpan sampai", tanggalPanjang(e.simpanSampai)],
  ]);

function salinan({ entri: e, adaIsi, dimusnahkan }: RincianArsip): Anak {
  if (!adaIsi)
    return dimusnahkan
      ? kotak("info", h("p", {}, "Salinan ini sudah dimusnahkan sesuai masa simpannya; barisnya tetap dalam daftar."))
      : kotak("bahaya", h("p", {}, "Salinan ini tidak ada lagi, padahal tidak pernah dimusnahkan."));
  const alamat = `/api/arsip/${e.id}/isi`;
  const nama = namaSalinan(e.nomorSurat, e.jenis, e.tanggalSurat);
  return h(
    "div",
    { class: "rp-tumpuk-rapat" },
    h(
      "div",
      { class: "rp-baris-tombol" },
      h("a", { href: alamat, download: nama, class: "rp-tombol rp-utama" }, ikon(IKON.unduh), "Unduh salinan"),
      h("a", { href: alamat, target: "_blank", rel: "noopener", class: "rp-tombol" }, ikon(IKON.tabBaru), "Buka"),
    ),
    h("p", { class: "rp-kecil" }, `${nama}, ${ukuranKata(e.ukuran)}. Setiap pembacaan dicatat.`),
  );
}

function putusan({ temuan }: RincianArsip): HTMLElement {
  if (temuan.length === 0)
    return kotak(
      "sukses",
      h("strong", {}, "Terverifikasi"),
      h("p", {}, "Baru saja diperiksa: catatan, salinan, dan sambungannya ke entri sebelumnya tidak berubah."),
    );
  return kotak(
    "bahaya",
    h("strong", {}, "Tidak utuh"),
    h(
      "ul",
      {},
      temuan.map((pesan) => h("li", {}, pesan)),
    ),
  );
}

function rantai({ entri: e, sebelum, hash, jangkar }: RincianArsip): HTMLElement {
  const dijangkar = jangkar
    ? `Jangkar ${tanggalPanjang(jangkar.tanggal)} (entri ${nomorItem(jangkar.urut)})`
    : "Belum; jangkar dibuat sekali sehari";
  return daftarIstilah([
    ["Letak dalam rantai", `Entri ${nomorItem(e.urut)}`],
    ["Diarsipkan", saatLengkap(new Date(e.diarsipkan))],
    ["Sidik salinan (SHA-256)", sidik(e.sha256)],
    ["Sidik entri", sidik(hash)],
    ["Sidik entri sebelumnya", e.urut === 1 ? "Entri pertama" : sidik(sebelum)],
    ["Dijamin oleh", dijangkar],
  ]);
}

const gambar = (r: RincianArsip): Anak[] => [
  h("h2", {}, r.entri.nomorSurat ?? r.entri.uraian),
  h("p", { class: "rp-kecil" }, `${jenisKata(r.entri.jenis)}, ${tanggalPanjang(r.entri.tanggalSurat)}`),
  h(
    "div",
    { class: "rp-dua" },
    h("div", {}, lembar("Daftar arsip", data(r.entri))),
    h("div", {}, lembar("Salinan", salinan(r)), lembar("Keutuhan", putusan(r), rantai(r))),
  ),
];

/** The view; it fills itself. `kembali` is the register as it was left. */
export function rincian(id: string, kembali: string): HTMLElement {
  const isi = h("div", { class: "rp-tumpuk-rapat" }, h("p", { class: "rp-kosong-besar" }, "Memuat entri …"));
  const muat = async (): Promise<void> => {
    try {
      ganti(isi, ...gambar(await ambil(`/api/arsip/entri/${encodeURIComponent(id)}`, RincianArsip)));
    } catch (sebab) {
      ganti(
        isi,
        galatHalaman(sebab, () => void muat()),
      );
    }
  };
  void muat();
  return h(
    "div",
    { class: "rp-tumpuk" },
    h("p", { class: "rp-remah" }, h("a", { href: kembali }, "← Daftar arsip")),
    isi,
  );
}
