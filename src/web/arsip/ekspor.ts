/** A period of the archive as a ZIP that anybody can verify. */
import { tanggalWib } from "../../waktu/wib.js";
import { h } from "../dom.js";
import { bidang, masukan } from "../formulir/bagian/bidang.js";
import { tampilkanGalat } from "../formulir/tampil-galat.js";

/** What is wrong with a period, at which field; undefined where nothing is. Pure. */
export function galatPeriode(dari: string, sampai: string): { jalur: string; pesan: string } | undefined {
  if (dari === "") return { jalur: "dari", pesan: "Isi tanggal awal." };
  if (sampai === "") return { jalur: "sampai", pesan: "Isi tanggal akhir." };
  return dari > sampai ? { jalur: "sampai", pesan: "Tanggal akhir mendahului tanggal awal." } : undefined;
}

/** The form; the browser saves what the gateway sends. */
export function ekspor(): HTMLElement {
  const hari = tanggalWib(new Date());
  const dari = masukan(`${hari.slice(0, 4)}-01-01`, { type: "date" });
  const sampai = masukan(hari, { type: "date" });
  const unduh = (e: Event) => {
    e.preventDefault();
    const salah = galatPeriode(dari.value, sampai.value);
    tampilkanGalat(formulir, salah ? [salah] : []);
    if (salah) return;
    const tanya = new URLSearchParams({ dari: dari.value, sampai: sampai.value });
    const tautan = h("a", { href: `/api/arsip/ekspor?${tanya}`, download: true });
    document.body.append(tautan);
    tautan.click();
    tautan.remove();
  };
  const formulir = h(
    "form",
    { class: "rp-tumpuk-rapat", onsubmit: unduh, novalidate: true },
    h(
      "p",
      { class: "rp-kecil" },
      "Daftar, salinan, dan jangkar dari satu periode sebagai berkas ZIP, dengan skrip yang memeriksanya tanpa sistem ini. Dihitung menurut hari diarsipkan.",
    ),
    h(
      "div",
      { class: "rp-berdampingan" },
      bidang({ jalur: "dari", label: "Diarsipkan dari" }, dari),
      bidang({ jalur: "sampai", label: "Sampai" }, sampai),
    ),
    h("div", { class: "rp-baris-tombol" }, h("button", { type: "submit", class: "rp-tombol" }, "Unduh ZIP")),
  );
  return formulir;
}
