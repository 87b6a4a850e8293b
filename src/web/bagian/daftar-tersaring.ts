/** What pages with a filtered list have in common: choices, pages, and asking anew when the filter changes. */
import { type Anak, h } from "../dom.js";

/** A labelled choice; `isi` holds values with their words. */
export function pilihan(
  label: string,
  isi: readonly (readonly [string, string])[],
  saatBerubah: (nilai: string) => void,
): HTMLElement {
  const kontrol = h(
    "select",
    { class: "rp-kontrol", onchange: () => saatBerubah(kontrol.value) },
    isi.map(([nilai, teks]) => h("option", { value: nilai }, teks)),
  );
  return h("label", { class: "rp-saring" }, h("span", {}, label), kontrol);
}

/** The way to the pages before and after; nothing where one page holds all. */
export function navigasiHalaman(
  { total, halaman, ukuran }: { readonly total: number; readonly halaman: number; readonly ukuran: number },
  ke: (halaman: number) => void,
): Anak {
  const jumlah = Math.ceil(total / ukuran);
  if (jumlah <= 1) return null;
  const tombol = (n: number, teks: string) =>
    h("button", { type: "button", class: "rp-tombol rp-tipis", onclick: () => ke(n) }, teks);
  return h(
    "nav",
    { class: "rp-halaman-nav", "aria-label": "Halaman" },
    halaman > 1 ? tombol(halaman - 1, "Sebelumnya") : null,
    h("span", { class: "rp-kecil" }, `Halaman ${halaman} dari ${jumlah}`),
    halaman < jumlah ? tombol(halaman + 1, "Berikutnya") : null,
  );
}

/** A table that may be scrolled sideways by the keyboard, too. */
export const tabelGulir = (nama: string, kolom: readonly string[], baris: readonly HTMLElement[]): HTMLElement =>
  h(
    "div",
    { class: "rp-gulir", tabindex: 0, role: "region", "aria-label": nama },
    h(
      "table",
      { class: "rp-tabel" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          kolom.map((judul) => h("th", { scope: "col" }, judul)),
        ),
      ),
      h("tbody", {}, baris),
    ),
  );

/** Links to the list as files: CSV and XLSX, with the filter that is set. */
export const tautanUnduh = (alamat: string, kueri: URLSearchParams): HTMLElement[] =>
  ["csv", "xlsx"].map((format) => {
    const href = kueri.size === 0 ? `${alamat}.${format}` : `${alamat}.${format}?${kueri}`;
    return h("a", { class: "rp-tombol rp-tipis", href, download: true }, format.toUpperCase());
  });

interface Penyaring<S, D> {
  readonly muat: (saringan: S, signal: AbortSignal) => Promise<D>;
  readonly gambar: (daftar: D, saringan: S) => void;
  readonly gagal: (galat: unknown, lagi: () => void) => void;
}

/** How to change the filter: asks anew from page 1 on, and drops the answer to an older question that comes late. */
export function penyaring<S extends { readonly halaman: number }, D>(
  awal: S,
  { muat, gambar, gagal }: Penyaring<S, D>,
): (baru: Partial<S>) => void {
  let saringan = awal;
  let pemutus = new AbortController();
  const ubah = (baru: Partial<S>): void => {
    saringan = { ...saringan, halaman: 1, ...baru };
    pemutus.abort();
    pemutus = new AbortController();
    const { signal } = pemutus;
    muat(saringan, signal).then(
      (daftar) => gambar(daftar, saringan),
      (galat: unknown) => {
        if (!signal.aborted) gagal(galat, () => ubah({}));
      },
    );
  };
  return ubah;
}
