/** The register: what is searched for, a page of what was found, and the same as a file. */
import { ambil } from "../api/panggil.js";
import { DaftarArsip, type EntriArsip } from "../api/skema-arsip.js";
import { galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";
import { tanggalSingkat } from "../waktu.js";
import { jenisKata, nomorItem, tingkatKata } from "./kata.js";
import { keDaftar, keEntri, SARINGAN_KOSONG, type Saringan, tanyaDari } from "./rute.js";
import { saringan as formSaringan } from "./saringan.js";

const UKURAN = 25;
/** As many as the gateway puts into one file. */
const BERKAS_PALING_BANYAK = 10_000;

const KOLOM = [
  "No. item",
  "Nomor berkas",
  "Kode klasifikasi",
  "Surat dan tanggal",
  "Uraian dan keterangan",
  "Kurun waktu, jumlah",
  "Tingkat",
  "Simpan sampai",
] as const;

/** A number that may be broken behind its slashes only. */
const bolehPatah = (nomor: string): Anak[] => nomor.split(/(?<=\/)/).flatMap((bagian) => [bagian, h("wbr")]);

function baris(e: EntriArsip): HTMLElement {
  const isi: Anak[] = [
    nomorItem(e.urut),
    e.nomorPermohonan ?? "–",
    e.kodeKlasifikasi,
    [
      h("a", { href: keEntri(e.id) }, e.nomorSurat ? bolehPatah(e.nomorSurat) : jenisKata(e.jenis)),
      h("span", { class: "rp-kecil rp-baris" }, tanggalSingkat(e.tanggalSurat)),
    ],
    [e.uraian, e.keterangan ? h("span", { class: "rp-kecil rp-baris" }, e.keterangan) : null],
    [e.tanggalSurat.slice(0, 4), h("span", { class: "rp-baris" }, "1 berkas")],
    tingkatKata(e.tingkatPerkembangan),
    tanggalSingkat(e.simpanSampai),
  ];
  const panjang = new Set<string>([KOLOM[3], KOLOM[4]]);
  return h(
    "tr",
    {},
    KOLOM.map((judul, i) =>
      h("td", { "data-judul": judul, class: panjang.has(judul) ? "rp-panjang" : "rp-utuh" }, isi[i]),
    ),
  );
}

const tabel = (entri: readonly EntriArsip[]): HTMLElement =>
  h(
    "table",
    { class: "rp-tabel" },
    h("caption", { class: "rp-sembunyi" }, "Daftar arsip"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        KOLOM.map((judul) => h("th", { scope: "col" }, judul)),
      ),
    ),
    h("tbody", {}, entri.map(baris)),
  );

function kosong(s: Saringan): HTMLElement {
  const dicari = tanyaDari(s).size > 0;
  const pesan = dicari
    ? h("p", {}, "Tidak ada arsip yang cocok. ", h("a", { href: keDaftar(SARINGAN_KOSONG) }, "Hapus saringan"), ".")
    : h("p", {}, "Belum ada arsip. Surat yang sudah ditandatangani masuk ke sini dengan sendirinya (langkah 10).");
  return h("div", { class: "rp-kosong-besar" }, pesan);
}

function navigasi({ total, halaman }: DaftarArsip, s: Saringan): Anak {
  const jumlah = Math.ceil(total / UKURAN);
  if (jumlah <= 1) return null;
  const ke = (n: number, teks: string) => h("a", { class: "rp-tombol rp-tipis", href: keDaftar(s, n) }, teks);
  return h(
    "nav",
    { class: "rp-halaman-nav", "aria-label": "Halaman" },
    halaman > 1 ? ke(halaman - 1, "Sebelumnya") : null,
    h("span", { class: "rp-kecil" }, `Halaman ${halaman} dari ${jumlah.toLocaleString("id-ID")}`),
    halaman < jumlah ? ke(halaman + 1, "Berikutnya") : null,
  );
}

function ringkas({ total, lebih, entri }: DaftarArsip, s: Saringan): HTMLElement {
  const unit = entri[0]?.unitPengolah;
  const tanya = tanyaDari(s);
  const berkas = (format: "csv" | "xlsx", teks: string) =>
    h("a", { class: "rp-tombol rp-tipis", href: `/api/arsip.${format}?${tanya}`, download: true }, teks);
  const batas =
    lebih || total > BERKAS_PALING_BANYAK ? `, ${BERKAS_PALING_BANYAK.toLocaleString("id-ID")} yang terbaru` : "";
  return h(
    "div",
    { class: "rp-kepala-daftar" },
    h(
      "p",
      { role: "status" },
      h("strong", {}, `${lebih ? "Lebih dari " : ""}${total.toLocaleString("id-ID")} entri`),
      unit ? h("span", { class: "rp-kecil" }, ` · Unit pengolah: ${unit}`) : null,
    ),
    total > 0
      ? h(
          "div",
          { class: "rp-baris-tombol" },
          h("span", { class: "rp-kecil" }, `Simpan daftar ini${batas}:`),
          berkas("xlsx", "XLSX"),
          berkas("csv", "CSV"),
        )
      : null,
  );
}

/** The view; it fills itself. */
export function daftar(s: Saringan, nomor: number): HTMLElement {
  const isi = h("div", { class: "rp-tumpuk-rapat" }, h("p", { class: "rp-kosong-besar" }, "Memuat daftar arsip …"));
  const muat = async (): Promise<void> => {
    try {
      const tanya = tanyaDari(s, { halaman: String(nomor), ukuran: String(UKURAN) });
      const d = await ambil(`/api/arsip?${tanya}`, DaftarArsip);
      ganti(isi, ringkas(d, s), d.entri.length > 0 ? tabel(d.entri) : kosong(s), navigasi(d, s));
    } catch (sebab) {
      ganti(
        isi,
        galatHalaman(sebab, () => void muat()),
      );
    }
  };
  void muat();
  return h("section", { class: "rp-lembar" }, h("h2", {}, "Daftar arsip"), formSaringan(s), isi);
}
