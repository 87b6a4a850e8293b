/** The requests that the person may see: search, progress, what each waits for. */
import type { Kalender } from "../../calendar/calendar.js";
import { ambil } from "../api/panggil.js";
import { DaftarPermohonan, type RingkasPermohonan, type Saya } from "../api/skema.js";
import { IKON } from "../bagian/ikon.js";
import { labelKeadaan } from "../bagian/label-status.js";
import { lencana } from "../bagian/lencana.js";
import { type Anak, ganti, h, ikon, segarkanIsi } from "../dom.js";
import { saatSingkat } from "../waktu.js";
import { galatHalaman } from "./bingkai.js";
import { posisi, ruas } from "./kemajuan.js";
import { AJUKAN } from "./menu.js";
import { keDaftar, keRincian } from "./rute.js";

const UKURAN = 20;

interface SifatDaftar {
  readonly saya: Saya;
  readonly cari: string;
  readonly nomor: number;
  readonly kalender: Promise<Kalender | undefined>;
}

function kemajuan(p: RingkasPermohonan): HTMLElement {
  const semua = ruas(p);
  const sudah = semua.filter((r) => r === "sudah").length;
  return h(
    "div",
    { class: "rp-kemajuan", role: "img", "aria-label": `${sudah} dari ${semua.length} langkah selesai` },
    semua.map((r) => h("span", { class: `rp-${r}` })),
  );
}

function baris(p: RingkasPermohonan, sekarang: Date, kalender: Kalender | undefined): HTMLElement {
  const kini = posisi(p, sekarang, kalender);
  return h(
    "li",
    {},
    h(
      "div",
      {},
      h("a", { href: keRincian(p.nomor) }, p.nomor),
      h("p", {}, p.satker.nama),
      h(
        "p",
        { class: "rp-kecil" },
        `${p.nomorSuratPermohonan === null ? "Tanpa surat" : `Surat ${p.nomorSuratPermohonan}`} · ${p.jumlahAkun} akun · ${saatSingkat(new Date(p.diajukan))}`,
      ),
    ),
    h(
      "div",
      {},
      p.keadaan === "berjalan" || p.keadaan === "selesai" ? kemajuan(p) : null,
      h("p", { class: "rp-kecil" }, kini.teks),
      kini.tenggat
        ? h("p", { class: kini.telat ? "rp-kecil rp-teks-telat" : "rp-kecil" }, `Tenggat ${kini.tenggat}`)
        : null,
    ),
    lencana(labelKeadaan[p.keadaan]),
  );
}

function kosong({ cari, saya }: SifatDaftar): Anak {
  if (cari) return h("p", {}, `Tidak ada permohonan yang cocok dengan “${cari}”.`);
  if (!saya.satker) return h("p", {}, "Belum ada permohonan.");
  return h(
    "p",
    {},
    "Belum ada permohonan dari Satuan Kerja Anda. ",
    h("a", { href: AJUKAN }, "Ajukan permohonan pertama"),
    ".",
  );
}

function navigasi({ total, halaman }: DaftarPermohonan, cari: string): Anak {
  const jumlah = Math.ceil(total / UKURAN);
  if (jumlah <= 1) return null;
  const ke = (n: number, teks: string) => h("a", { class: "rp-tombol rp-tipis", href: keDaftar(cari, n) }, teks);
  return h(
    "nav",
    { class: "rp-halaman-nav", "aria-label": "Halaman" },
    halaman > 1 ? ke(halaman - 1, "Sebelumnya") : null,
    h("span", { class: "rp-kecil" }, `Halaman ${halaman} dari ${jumlah}`),
    halaman < jumlah ? ke(halaman + 1, "Berikutnya") : null,
  );
}

/** The view; `isi` is filled when the answer is there, and again whenever the returned function is called. */
export function daftar(sifat: SifatDaftar): {
  readonly elemen: HTMLElement;
  segarkan(signal: AbortSignal): Promise<void>;
} {
  const isi = h("div", {}, h("p", { class: "rp-kosong-besar" }, "Memuat permohonan …"));
  const jumlah = h("p", { class: "rp-sembunyi", role: "status" });
  const masukan = h("input", {
    type: "search",
    "aria-label": "Cari permohonan",
    placeholder: "Nomor, nomor surat, Satuan Kerja",
  });
  masukan.value = sifat.cari;
  masukan.addEventListener("change", () => {
    location.hash = keDaftar(masukan.value.trim(), 1);
  });
  const segarkan = async (signal: AbortSignal): Promise<void> => {
    const tanya = new URLSearchParams({ cari: sifat.cari, halaman: String(sifat.nomor), ukuran: String(UKURAN) });
    try {
      const [d, kalender] = await Promise.all([
        ambil(`/api/permohonan?${tanya}`, DaftarPermohonan, signal),
        sifat.kalender,
      ]);
      const sekarang = new Date();
      const butir = d.permohonan.map((p) => baris(p, sekarang, kalender));
      const kabar = `${d.total} permohonan`;
      if (jumlah.textContent !== kabar) jumlah.textContent = kabar;
      segarkanIsi(
        isi,
        butir.length > 0
          ? h("ol", { class: "rp-permohonan-daftar" }, butir)
          : h("div", { class: "rp-kosong-besar" }, kosong(sifat)),
        navigasi(d, sifat.cari),
      );
    } catch (sebab) {
      if (!signal.aborted)
        ganti(
          isi,
          galatHalaman(sebab, () => void segarkan(signal)),
        );
    }
  };
  const elemen = h(
    "section",
    { class: "rp-lembar" },
    h(
      "div",
      { class: "rp-kepala-daftar" },
      h("h2", {}, "Permohonan"),
      h("div", { class: "rp-cari", role: "search" }, ikon(IKON.cari), masukan),
    ),
    jumlah,
    isi,
  );
  return { elemen, segarkan };
}
