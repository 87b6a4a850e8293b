/** The form above the register. What it asks for goes into the address, so that it can be kept and sent on. */
import { h } from "../dom.js";
import { bidang, masukan } from "../formulir/bagian/bidang.js";
import { PILIHAN_JENIS } from "./kata.js";
import { keDaftar, SARINGAN_KOSONG, type Saringan } from "./rute.js";

function pilihanJenis(nilai: string): HTMLSelectElement {
  const kontrol = h(
    "select",
    { class: "rp-kontrol" },
    h("option", { value: "" }, "Semua jenis"),
    PILIHAN_JENIS.map(([jenis, teks]) => h("option", { value: jenis }, teks)),
  );
  kontrol.value = nilai;
  return kontrol;
}

/** The form, filled with what is asked now. */
export function saringan(s: Saringan): HTMLElement {
  const kontrol = {
    cari: masukan(s.cari, { type: "search", maxlength: 200 }),
    nomor: masukan(s.nomor, { type: "search", maxlength: 100 }),
    satker: masukan(s.satker, { type: "search", maxlength: 300 }),
    orang: masukan(s.orang, { type: "search", maxlength: 200 }),
    jenis: pilihanJenis(s.jenis),
    dari: masukan(s.dari, { type: "date" }),
    sampai: masukan(s.sampai, { type: "date" }),
  };
  const cari = (e: Event) => {
    e.preventDefault();
    const isi = Object.fromEntries(Object.entries(kontrol).map(([nama, k]) => [nama, k.value.trim()]));
    location.hash = keDaftar({ ...SARINGAN_KOSONG, ...isi });
  };
  const satu = (jalur: keyof typeof kontrol, label: string) =>
    tanpaWajib(bidang({ jalur, label, opsional: true }, kontrol[jalur]));
  return h(
    "form",
    { class: "rp-saringan", role: "search", "aria-label": "Cari dalam arsip", onsubmit: cari },
    satu("cari", "Kata dalam daftar"),
    satu("nomor", "Nomor surat / berkas"),
    satu("satker", "Satuan Kerja"),
    satu("orang", "Nama orang"),
    satu("jenis", "Jenis"),
    satu("dari", "Surat dari tanggal"),
    satu("sampai", "Sampai tanggal"),
    h(
      "div",
      { class: "rp-baris-tombol" },
      h("button", { type: "submit", class: "rp-tombol rp-utama" }, "Cari"),
      h("a", { class: "rp-tombol rp-tipis", href: keDaftar(SARINGAN_KOSONG) }, "Kosongkan"),
    ),
  );
}

/** Nothing here has to be filled in, so it need not be said of each. */
function tanpaWajib(elemen: HTMLElement): HTMLElement {
  elemen.querySelector(".rp-opsional")?.remove();
  return elemen;
}
