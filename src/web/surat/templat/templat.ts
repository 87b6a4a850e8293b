/** Letterhead, number pattern, wording and signer of all letters, with the letter beside them: `/surat/templat/`. */
import "../../tanpa-eval.js";
import "../../gaya/halaman.css";
import "../../gaya/isian.css";
import "../../gaya/dokumen.css";
import "../../gaya/beranda.css";
import "../../gaya/tab.css";
import "../../gaya/daftar.css";
import "../../gaya/surat.css";
import { ambil, kirimJson, pesanGalat } from "../../api/panggil.js";
import { kotak, tombol } from "../../bagian/dasar.js";
import { type Anak, ganti, h } from "../../dom.js";
import { masukan } from "../../formulir/bagian/bidang.js";
import { saatSingkat } from "../../waktu.js";
import { halamanSurat } from "../halaman.js";
import { SatuTemplat, TemplatBerlaku, TemplatTersimpan, type VersiTemplat } from "../skema.js";
import { formulirTemplat } from "./formulir.js";
import { kertas } from "./kertas.js";

const CONTOH = [
  ["semuaBerhasil", "Pemberitahuan: semua akun berhasil"],
  ["sebagianBerhasil", "Pemberitahuan: sebagian berhasil"],
  ["tidakAdaBerhasil", "Pemberitahuan: tidak ada yang berhasil"],
  ["daftarPanjang", "Pemberitahuan: daftar panjang dalam lampiran"],
  ["surat-penolakan", "Surat Penolakan"],
  ["surat-pengembalian", "Surat Pengembalian"],
] as const;

const SUMBER = { berkas: "dari berkas folder surat", penyunting: "dari halaman ini" } as const;

async function isi(): Promise<Anak> {
  const awal = await ambil("/api/surat/templat", TemplatBerlaku);
  const gambar = kertas();
  const kabar = h("div", { class: "rp-tumpuk-rapat", "aria-live": "polite" });
  const contoh = h(
    "select",
    { class: "rp-kontrol", onchange: () => segarkan() },
    CONTOH.map(([nilai, teks]) => h("option", { value: nilai }, teks)),
  );
  const formulir = formulirTemplat({
    isi: awal.isi,
    logo: awal.logo,
    terkunci: !awal.bolehUbah,
    saatBerubah: (punya) => {
      if (punya) contoh.value = punya;
      ganti(kabar);
      segarkan();
    },
  });
  const segarkan = () => {
    const { isi: kini, sah } = formulir.isi();
    if (sah) gambar.minta(kini, contoh.value);
    else gambar.basi();
  };
  const catatan = masukan("", { maxlength: 300, placeholder: "Misalnya: pejabat penanda tangan berganti" });
  const simpan = async () => {
    const { isi: kini, sah } = formulir.isi();
    if (!sah) {
      const [salah] = formulir.elemen.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
      salah?.closest("details")?.setAttribute("open", "");
      salah?.focus();
      return ganti(kabar, kotak("bahaya", "Ada isian yang belum benar; yang pertama sudah dibuka."));
    }
    try {
      const { versi } = await kirimJson(
        "/api/surat/templat",
        { dasar: awal.berlaku, isi: kini, catatan: catatan.value },
        TemplatTersimpan,
      );
      awal.berlaku = versi;
      catatan.value = "";
      ganti(kabar, kotak("sukses", `Versi ${versi} berlaku untuk surat yang disusun mulai sekarang.`));
      const { versi: semua } = await ambil("/api/surat/templat", TemplatBerlaku);
      ganti(riwayat, daftarVersi(semua, awal.berlaku, buka));
    } catch (sebab) {
      ganti(kabar, kotak("bahaya", pesanGalat(sebab)));
    }
  };
  const buka = async (versi: number) => {
    try {
      formulir.setel((await ambil(`/api/surat/templat/${versi}`, SatuTemplat)).isi);
      segarkan();
      const lanjut = versi === awal.berlaku ? "" : " Simpan untuk memberlakukannya lagi.";
      ganti(kabar, kotak("info", `Isi versi ${versi} ditampilkan.${awal.bolehUbah ? lanjut : ""}`));
    } catch (sebab) {
      ganti(kabar, kotak("bahaya", pesanGalat(sebab)));
    }
  };
  const riwayat = h("div", {}, daftarVersi(awal.versi, awal.berlaku, buka));
  requestAnimationFrame(segarkan);
  return [
    h(
      "div",
      {},
      h("h1", {}, "Templat surat"),
      h(
        "p",
        { class: "rp-bantuan" },
        "Berlaku untuk surat yang disusun sesudah disimpan. Surat yang sudah disusun tetap memakai templatnya.",
      ),
    ),
    h(
      "div",
      { class: "rp-templat" },
      h(
        "div",
        { class: "rp-tumpuk" },
        awal.bolehUbah
          ? null
          : kotak("info", "Templat diubah oleh pemilik proses atau pengelola sistem; Anda dapat melihatnya."),
        formulir.elemen,
        awal.bolehUbah ? kotakSimpan(catatan, simpan) : null,
        kabar,
        h("details", { class: "rp-lipat" }, h("summary", {}, "Versi yang pernah berlaku"), riwayat),
      ),
      h(
        "div",
        { class: "rp-templat-hasil" },
        h("label", { class: "rp-saring" }, h("span", {}, "Contoh surat"), contoh),
        gambar.elemen,
      ),
    ),
  ];
}

const kotakSimpan = (catatan: HTMLInputElement, simpan: () => Promise<void>): HTMLElement =>
  h(
    "div",
    { class: "rp-lembar rp-tumpuk-rapat" },
    h("label", { class: "rp-saring" }, h("span", {}, "Apa yang berubah, dan mengapa?"), catatan),
    h(
      "div",
      { class: "rp-baris-tombol" },
      tombol("Simpan dan berlakukan", () => void simpan(), { class: "rp-tombol rp-utama" }),
    ),
  );

const daftarVersi = (
  semua: readonly VersiTemplat[],
  berlaku: number,
  buka: (versi: number) => Promise<void>,
): HTMLElement =>
  h(
    "ol",
    { class: "rp-riwayat", reversed: true },
    semua.map((v) =>
      h(
        "li",
        {},
        h("p", {}, h("strong", {}, `Versi ${v.versi}`), v.versi === berlaku ? " · berlaku" : "", ` · ${v.namaOleh}`),
        h("p", { class: "rp-kecil" }, `${saatSingkat(new Date(v.dibuat))} WIB, ${SUMBER[v.sumber]}`),
        v.catatan === "" ? null : h("blockquote", {}, v.catatan),
        h(
          "div",
          {},
          tombol("Tampilkan isinya", () => void buka(v.versi), { class: "rp-tombol rp-tipis" }),
        ),
      ),
    ),
  );

void halamanSurat("/surat/templat/", isi);
