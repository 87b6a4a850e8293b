/** What both pages about letters have in common: who is signed in, head, and the way between them. */
import { ambil } from "../api/panggil.js";
import { Saya } from "../api/skema.js";
import { bingkai, galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";

const HALAMAN = [
  ["/surat/nomor/", "Nomor surat"],
  ["/surat/templat/", "Templat surat"],
] as const;

/** Draws the frame, then what `isi` makes; a failure is shown in its place with the way to try again. */
export async function halamanSurat(sini: (typeof HALAMAN)[number][0], isi: () => Promise<Anak>): Promise<void> {
  const muat = async (): Promise<void> => {
    try {
      const tempat = bingkai(await ambil("/api/saya", Saya));
      tempat.classList.add("rp-utama-lebar");
      ganti(tempat, h("p", { class: "rp-kosong-besar" }, "Memuat …"));
      ganti(tempat, navigasi(sini), await isi());
    } catch (sebab) {
      ganti(
        document.querySelector("main") ?? bingkai(undefined),
        galatHalaman(sebab, () => void muat()),
      );
    }
  };
  await muat();
}

const navigasi = (sini: string): HTMLElement =>
  h(
    "nav",
    { class: "rp-tab", "aria-label": "Surat" },
    HALAMAN.map(([alamat, judul]) => h("a", { href: alamat, "aria-current": alamat === sini ? "page" : null }, judul)),
  );
