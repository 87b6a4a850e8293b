/** The preview of one PDF: page by page, with zoom, on a canvas (Tasklist's sandbox blanks the browser's own viewer). */
import { GalatApi } from "../api/panggil.js";
import { tombol } from "../bagian/dasar.js";
import { IKON } from "../bagian/ikon.js";
import { ganti, h, ikon } from "../dom.js";
import { dapatDiperbesar, dapatDiperkecil, perbesar, pindah, type Tampilan } from "./keadaan.js";
import type { PdfTerbuka } from "./pdf.js";

interface Pratinjau {
  readonly elemen: HTMLElement;
  /** Shows another document; an earlier one still loading is dropped. */
  buka(alamat: string, nama: string): void;
  tutup(): void;
}

const AWAL: Tampilan = { halaman: 1, jumlah: 0, zum: 1 };
const PINGGIR = 24;

const tombolIkon = (gambar: string, nama: string, saatDitekan: () => void) =>
  tombol(ikon(gambar), saatDitekan, { class: "rp-tombol-ikon", "aria-label": nama, title: nama });

function buatBilah(ubah: (fungsi: (t: Tampilan) => Tampilan) => void) {
  const sebelum = tombolIkon(IKON.kiri, "Halaman sebelumnya", () => ubah((t) => pindah(t, -1)));
  const sesudah = tombolIkon(IKON.kanan, "Halaman berikutnya", () => ubah((t) => pindah(t, 1)));
  const kecil = tombolIkon(IKON.kecil, "Perkecil", () => ubah((t) => perbesar(t, -1)));
  const besar = tombolIkon(IKON.tambah, "Perbesar", () => ubah((t) => perbesar(t, 1)));
  const halaman = h("span", { class: "rp-angka", "aria-live": "polite" });
  const zum = h("span", { class: "rp-angka rp-zum" });
  const elemen = h(
    "div",
    { class: "rp-bilah", role: "toolbar", "aria-label": "Pratinjau" },
    h("span", { class: "rp-bilah-grup" }, sebelum, halaman, sesudah),
    h("span", { class: "rp-bilah-grup" }, kecil, zum, besar),
  );
  const segarkan = (t: Tampilan) => {
    ganti(halaman, t.jumlah > 0 ? `Halaman ${t.halaman} dari ${t.jumlah}` : "Memuat…");
    ganti(zum, `${Math.round(t.zum * 100)} %`);
    sebelum.disabled = t.halaman <= 1;
    sesudah.disabled = t.halaman >= t.jumlah;
    kecil.disabled = t.jumlah === 0 || !dapatDiperkecil(t);
    besar.disabled = t.jumlah === 0 || !dapatDiperbesar(t);
  };
  return { elemen, segarkan };
}

/** Where the page is drawn, or a message in its place. */
function buatPanggung() {
  const kanvas = h("canvas", { role: "img" });
  const teks = h("div", { class: "rp-lapis-teks" });
  const lembaran = h("div", { class: "rp-lembaran" }, kanvas, teks);
  const pesan = h("p", { class: "rp-pratinjau-pesan", role: "status" });
  const elemen = h(
    "div",
    { class: "rp-panggung", tabindex: 0, role: "region", "aria-label": "Isi dokumen" },
    pesan,
    lembaran,
  );
  return {
    elemen,
    bidang: { kanvas, teks },
    lebar: () => elemen.clientWidth - PINGGIR,
    beriPesan: (isi: string) => {
      pesan.textContent = isi;
      pesan.hidden = isi === "";
      lembaran.hidden = isi !== "";
      elemen.scrollTop = 0;
    },
  };
}

/** Calls back when the width has changed by more than rounding; gives back what stops it. */
function amatiLebar(elemen: HTMLElement, berubah: () => void): () => void {
  let lama = 0;
  const pengamat = new ResizeObserver(() => {
    if (Math.abs(elemen.clientWidth - lama) < 2) return;
    lama = elemen.clientWidth;
    berubah();
  });
  pengamat.observe(elemen);
  return () => pengamat.disconnect();
}

const kataGagal = (sebab: unknown): string =>
  sebab instanceof GalatApi
    ? sebab.message
    : "Dokumen ini tidak dapat ditampilkan di sini. Buka di tab baru atau unduh.";

/** An empty preview. */
export function buatPratinjau(): Pratinjau {
  const panggung = buatPanggung();
  let tampilan = AWAL;
  let pdf: PdfTerbuka | undefined;
  let pemutus = new AbortController();
  let nama = "";

  const gagal = (sebab: unknown) => panggung.beriPesan(kataGagal(sebab));
  const gambar = () => {
    const lebar = panggung.lebar();
    if (!pdf || lebar <= 0) return;
    panggung.bidang.kanvas.setAttribute("aria-label", `${nama}, halaman ${tampilan.halaman}`);
    pdf.gambar(panggung.bidang, tampilan.halaman, lebar * tampilan.zum).catch(gagal);
  };
  const tetapkan = (baru: Tampilan) => {
    tampilan = baru;
    bilah.segarkan(baru);
    gambar();
  };
  const bilah = buatBilah((fungsi) => tetapkan(fungsi(tampilan)));
  const berhentiMengamati = amatiLebar(panggung.elemen, gambar);

  const muat = async (alamat: string, signal: AbortSignal) => {
    const { bukaPdf } = await import("./pdf.js");
    const baru = await bukaPdf(alamat, signal);
    if (signal.aborted) return baru.tutup();
    pdf = baru;
    panggung.beriPesan("");
    tetapkan({ ...AWAL, jumlah: baru.jumlahHalaman });
  };
  const lepas = () => {
    pemutus.abort();
    pdf?.tutup();
    pdf = undefined;
  };
  return {
    elemen: h("div", { class: "rp-pratinjau" }, bilah.elemen, panggung.elemen),
    buka(alamat, namaBaru) {
      lepas();
      pemutus = new AbortController();
      const { signal } = pemutus;
      nama = namaBaru;
      bilah.segarkan(AWAL);
      panggung.beriPesan("Memuat dokumen…");
      muat(alamat, signal).catch((sebab) => signal.aborted || gagal(sebab));
    },
    tutup() {
      lepas();
      berhentiMengamati();
    },
  };
}
