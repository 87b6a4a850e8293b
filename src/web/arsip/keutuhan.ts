/** Whether the archive is as it was written: the last verification, the anchors; and a period to take along. */
import { z } from "zod";
import { ambil, kirimJson, pesanGalat } from "../api/panggil.js";
import { KeadaanArsip } from "../api/skema-arsip.js";
import { daftarIstilah, kotak, tombol } from "../bagian/dasar.js";
import { lencana } from "../bagian/lencana.js";
import { galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";
import { saatLengkap, tanggalPanjang } from "../waktu.js";
import { ekspor } from "./ekspor.js";
import { nomorItem } from "./kata.js";

const SEGARKAN_MS = 2_000;
const lembar = (judul: string, ...isi: Anak[]) => h("section", { class: "rp-lembar" }, h("h2", {}, judul), isi);
const sidik = (isi: string) => h("code", { class: "rp-sidik" }, isi.replace(/(.{8})(?=.)/g, "$1 "));

function pemeriksaan({ pemeriksaan: p }: KeadaanArsip): HTMLElement {
  if (p === null) return kotak("awas", h("p", {}, "Arsip ini belum pernah diperiksa seluruhnya."));
  const kapan = `${saatLengkap(new Date(p.selesai))}, oleh ${p.oleh.nama}: ${nomorItem(p.entri)} entri dan ${nomorItem(p.jangkar)} jangkar`;
  if (p.jumlahTemuan === 0)
    return kotak(
      "sukses",
      h("strong", {}, "Utuh"),
      h("p", {}, "Tidak ada yang berubah sejak diarsipkan."),
      h("p", { class: "rp-kecil" }, kapan),
    );
  return kotak(
    "bahaya",
    h("strong", {}, `Tidak utuh: ${nomorItem(p.jumlahTemuan)} temuan`),
    h(
      "ul",
      {},
      p.temuan.map((t) => h("li", {}, t.urut > 0 ? `Entri ${nomorItem(t.urut)}: ${t.pesan}` : t.pesan)),
    ),
    h("p", {}, "Hubungi pengelola sistem; bandingkan dengan cadangan dan catatan jangkar di luar sistem."),
    h("p", { class: "rp-kecil" }, kapan),
  );
}

function periksa({ sedangDiperiksa: s, entri }: KeadaanArsip, mulai: () => void): Anak {
  if (s === null) return tombol("Periksa seluruh arsip", mulai, { class: "rp-tombol rp-utama" });
  return h(
    "div",
    { class: "rp-tumpuk-rapat", role: "status" },
    h("progress", { max: Math.max(entri, 1), value: s.dibaca, "aria-label": "Pemeriksaan arsip" }),
    h("p", { class: "rp-kecil" }, `Sedang diperiksa: ${nomorItem(s.dibaca)} dari ${nomorItem(entri)} entri`),
  );
}

function jangkar({ jangkar: semua }: KeadaanArsip): Anak {
  if (semua.length === 0)
    return h(
      "p",
      { class: "rp-kosong-besar" },
      "Belum ada jangkar. Yang pertama dibuat pada hari arsip pertama masuk.",
    );
  const kolom = ["Hari", "Sampai entri", "Sidik kepala rantai", "Tanda tangan"] as const;
  return h(
    "table",
    { class: "rp-tabel" },
    h("caption", { class: "rp-sembunyi" }, "Jangkar"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        kolom.map((judul) => h("th", { scope: "col" }, judul)),
      ),
    ),
    h(
      "tbody",
      {},
      semua.map((j) =>
        h(
          "tr",
          {},
          h("td", { "data-judul": kolom[0] }, tanggalPanjang(j.tanggal)),
          h("td", { "data-judul": kolom[1], class: "rp-angka" }, nomorItem(j.urut)),
          h("td", { "data-judul": kolom[2] }, sidik(j.hash)),
          h(
            "td",
            { "data-judul": kolom[3] },
            lencana(j.sah ? { teks: "Sah", nada: "baik" } : { teks: "Tidak sah", nada: "buruk" }),
          ),
        ),
      ),
    ),
  );
}

function gambar(k: KeadaanArsip, mulai: () => void): Anak[] {
  const { kepala } = k;
  return [
    lembar(
      "Pemeriksaan",
      pemeriksaan(k),
      kepala
        ? daftarIstilah([
            ["Jumlah entri", nomorItem(k.entri)],
            ["Entri terakhir", `${nomorItem(kepala.urut)}, ${saatLengkap(new Date(kepala.diarsipkan))}`],
            ["Kepala rantai", sidik(kepala.hash)],
          ])
        : h("p", {}, "Arsip ini masih kosong."),
      h("div", { class: "rp-baris-tombol" }, periksa(k, mulai)),
    ),
    lembar(
      "Jangkar",
      h(
        "p",
        { class: "rp-kecil" },
        "Sekali sehari kepala rantai ditandatangani. Siapa yang menyimpan satu jangkar di luar sistem dapat membuktikan bahwa semua entri sebelumnya tidak ditulis ulang.",
      ),
      jangkar(k),
    ),
    lembar("Ekspor", ekspor()),
  ];
}

/** The view; it fills itself, and follows a verification that is under way until it is left. */
export function keutuhan(): HTMLElement {
  const isi = h("div", { class: "rp-tumpuk" }, h("p", { class: "rp-kosong-besar" }, "Memuat …"));
  const muat = async (): Promise<void> => {
    try {
      const k = await ambil("/api/arsip/keadaan", KeadaanArsip);
      ganti(isi, ...gambar(k, () => void mulai()));
      if (k.sedangDiperiksa) setTimeout(() => isi.isConnected && void muat(), SEGARKAN_MS);
    } catch (sebab) {
      ganti(
        isi,
        galatHalaman(sebab, () => void muat()),
      );
    }
  };
  const mulai = async (): Promise<void> => {
    try {
      await kirimJson("/api/arsip/periksa", {}, z.unknown());
      await muat();
    } catch (sebab) {
      isi.prepend(kotak("bahaya", h("p", {}, pesanGalat(sebab))));
    }
  };
  void muat();
  return isi;
}
