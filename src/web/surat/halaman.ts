/** What both pages about letters have in common: their frame, and the way between them. */
import { halamanLebar } from "../bagian/halaman-lebar.js";
import { type Anak, h } from "../dom.js";

const HALAMAN = [
  ["/surat/nomor/", "Nomor surat"],
  ["/surat/templat/", "Templat surat"],
] as const;

/** Draws the page with the way to the other one above what `isi` makes. */
export const halamanSurat = (sini: (typeof HALAMAN)[number][0], isi: () => Promise<Anak>): Promise<void> =>
  halamanLebar(async () => [navigasi(sini), await isi()]);

const navigasi = (sini: string): HTMLElement =>
  h(
    "nav",
    { class: "rp-tab", "aria-label": "Surat" },
    HALAMAN.map(([alamat, judul]) => h("a", { href: alamat, "aria-current": alamat === sini ? "page" : null }, judul)),
  );
