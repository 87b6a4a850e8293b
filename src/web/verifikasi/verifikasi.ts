/** The page behind the QR code of a signed letter: `/verifikasi/:id`. A file dropped here never leaves the browser. */
import "../tanpa-eval.js";
import "../gaya/halaman.css";
import "../gaya/verifikasi.css";
import { ambil, GalatApi, pesanGalat } from "../api/panggil.js";
import { Verifikasi } from "../api/skema-tanda-tangan.js";
import { daftarIstilah, kotak } from "../bagian/dasar.js";
import { IKON } from "../bagian/ikon.js";
import { ganti, h, ikon } from "../dom.js";
import { saatLengkap, tanggalPanjang } from "../waktu.js";
import { type Putusan, putusanBerkas, putusanSurat, sidikKelompok, tidakDikenal } from "./putusan.js";

const isi = h("div", { class: "rp-tumpuk", "aria-live": "polite" }, h("p", { class: "rp-kosong" }, "Memeriksa …"));
document.body.append(
  h(
    "main",
    { class: "rp-verifikasi" },
    h(
      "header",
      {},
      h("p", { class: "rp-kecil" }, "Layanan Pengadaan Secara Elektronik"),
      h("h1", {}, "Verifikasi surat"),
    ),
    isi,
  ),
);

const kotakPutusan = ({ nada, judul, arti }: Putusan): HTMLElement => kotak(nada, h("h2", {}, judul), h("p", {}, arti));

const rincian = (v: Verifikasi): HTMLElement =>
  daftarIstilah([
    ["Nomor surat", v.nomorSurat],
    ["Tanggal surat", tanggalPanjang(v.tanggalSurat)],
    ["Penanda tangan", v.penandaTangan],
    ["Penerbit sertifikat", v.penerbit],
    ["Ditandatangani", v.waktu === null ? "waktu tidak tercatat" : saatLengkap(new Date(v.waktu))],
    ["Sidik berkas (SHA-256)", h("code", { class: "rp-sidik" }, sidikKelompok(v.sha256))],
  ]);

async function sidikBerkas(berkas: File): Promise<string> {
  const sidik = await crypto.subtle.digest("SHA-256", await berkas.arrayBuffer());
  return [...new Uint8Array(sidik)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Choosing or dropping a file. */
function kotakPeriksa(v: Verifikasi): HTMLElement {
  const hasil = h("div", { class: "rp-tumpuk", "aria-live": "polite" });
  const periksa = async (berkas: File | undefined) => {
    if (!berkas) return;
    ganti(hasil, h("p", { class: "rp-kosong" }, `Memeriksa ${berkas.name} …`));
    try {
      const putusan = putusanBerkas(await sidikBerkas(berkas), v);
      ganti(hasil, h("p", { class: "rp-kecil" }, berkas.name), kotakPutusan(putusan));
    } catch {
      ganti(hasil, kotak("bahaya", "Berkas ini tidak dapat dibaca oleh peramban Anda."));
    }
  };
  const masukan = h("input", {
    type: "file",
    id: "berkas",
    accept: ".pdf,application/pdf",
    "aria-describedby": "berkas-bantuan",
    onchange: () => void periksa(masukan.files?.[0]),
  });
  const tempat = h(
    "div",
    { class: "rp-jatuh" },
    ikon(IKON.berkas),
    h("span", {}, h("b", {}, "Pilih berkas surat"), " atau seret ke sini"),
    masukan,
  );
  const sorot = (nyala: boolean) => (e: Event) => {
    e.preventDefault();
    tempat.classList.toggle("rp-seret", nyala);
  };
  tempat.addEventListener("dragover", sorot(true));
  tempat.addEventListener("dragleave", sorot(false));
  tempat.addEventListener("drop", (e) => {
    sorot(false)(e);
    void periksa(e.dataTransfer?.files[0]);
  });
  return h(
    "section",
    { class: "rp-bagian" },
    h("h3", {}, "Periksa berkas Anda"),
    h("label", { for: "berkas", class: "rp-tersembunyi" }, "Berkas surat"),
    tempat,
    h(
      "p",
      { class: "rp-bantuan", id: "berkas-bantuan" },
      "Diperiksa di peramban Anda; berkasnya tidak dikirim ke mana pun.",
    ),
    hasil,
  );
}

async function mulai(id: string): Promise<void> {
  try {
    const v = await ambil(`/api/verifikasi/${encodeURIComponent(id)}`, Verifikasi);
    document.title = `${v.nomorSurat} · Verifikasi surat · LPSE`;
    // Browsers give hashing to pages over https (or on this machine) only.
    const periksa = isSecureContext ? kotakPeriksa(v) : null;
    ganti(isi, kotakPutusan(putusanSurat(v)), rincian(v), periksa);
  } catch (sebab) {
    const takDikenal = sebab instanceof GalatApi && sebab.status === 404;
    ganti(isi, takDikenal ? kotakPutusan(tidakDikenal) : kotak("bahaya", pesanGalat(sebab)));
  }
}

void mulai(location.pathname.split("/").at(-1) ?? "");
