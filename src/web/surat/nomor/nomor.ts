/** Every letter number that was ever given, and what became of it: `/surat/nomor/`. */
import "../../tanpa-eval.js";
import "../../gaya/halaman.css";
import "../../gaya/isian.css";
import "../../gaya/beranda.css";
import "../../gaya/tab.css";
import "../../gaya/daftar.css";
import { ambil } from "../../api/panggil.js";
import { navigasiHalaman, penyaring, pilihan, tabelGulir, tautanUnduh } from "../../bagian/daftar-tersaring.js";
import type { Label } from "../../bagian/label-status.js";
import { lencana } from "../../bagian/lencana.js";
import { galatHalaman } from "../../beranda/bingkai.js";
import { keRincian } from "../../beranda/rute.js";
import { type Anak, ganti, h } from "../../dom.js";
import { saatSingkat, tanggalPanjang } from "../../waktu.js";
import { halamanSurat } from "../halaman.js";
import { type BarisNomor, DaftarNomor } from "../skema.js";

const JENIS = {
  "surat-pemberitahuan": "Surat Pemberitahuan",
  "surat-penolakan": "Surat Penolakan",
  "surat-pengembalian": "Surat Pengembalian",
} as const;
const KEADAAN: Readonly<Record<BarisNomor["keadaan"], Label>> = {
  terbit: { teks: "Terbit", nada: "baik" },
  disusun: { teks: "Disusun", nada: "jalan" },
  ditarik: { teks: "Ditarik", nada: "buruk" },
  tidakDipakai: { teks: "Tidak dipakai", nada: "netral" },
  dilewati: { teks: "Dilewati", nada: "awas" },
};
const KOLOM = ["Nomor surat", "Tanggal", "Jenis", "Permohonan", "Keadaan"] as const;

interface Saringan {
  readonly tahun: string;
  readonly keadaan: string;
  readonly cari: string;
  readonly halaman: number;
}

function tanya({ tahun, keadaan, cari, halaman }: Saringan): URLSearchParams {
  const isi = { tahun, keadaan, cari: cari.trim(), halaman: halaman > 1 ? String(halaman) : "" };
  return new URLSearchParams(Object.entries(isi).filter(([, nilai]) => nilai !== ""));
}

function sebab(b: BarisNomor): Anak {
  if (b.keadaan === "tidakDipakai")
    return h("p", { class: "rp-kecil" }, "Nomor ini terpakai, tetapi tidak ada surat yang memuatnya.");
  if (b.keadaan === "dilewati") return h("p", { class: "rp-kecil" }, b.alasan);
  if (b.keadaan !== "ditarik" || b.ditarik === null) return null;
  const oleh = b.ditarikOleh === null ? "" : ` oleh ${b.ditarikOleh}`;
  return [
    h("p", { class: "rp-kecil" }, `${saatSingkat(new Date(b.ditarik))} WIB${oleh}`),
    h("p", { class: "rp-kecil" }, b.alasan ?? "Tanpa alasan tertulis."),
  ];
}

function baris(b: BarisNomor): HTMLElement {
  const urut = b.dari === null || b.dari === b.urut ? b.urut : `${b.dari}–${b.urut}`;
  const nomor = b.nomor ?? `Nomor urut ${urut}/${b.tahun}`;
  const alamat = b.dokumen && `/dokumen/?${new URLSearchParams({ id: b.dokumen, nama: b.namaDokumen ?? nomor })}`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, alamat ? h("a", { href: alamat, target: "_blank", rel: "noopener" }, nomor) : nomor),
    h("td", { class: "rp-rapat" }, b.tanggal === null ? "–" : tanggalPanjang(b.tanggal)),
    h("td", {}, b.jenis === null ? "–" : JENIS[b.jenis]),
    h(
      "td",
      {},
      b.nomorPermohonan === null ? "–" : h("a", { href: `/${keRincian(b.nomorPermohonan)}` }, b.nomorPermohonan),
      b.satker === null ? null : h("p", { class: "rp-kecil" }, b.satker),
    ),
    h("td", {}, lencana(KEADAAN[b.keadaan]), sebab(b)),
  );
}

const tabel = ({ nomor }: DaftarNomor): HTMLElement =>
  nomor.length === 0
    ? h("p", { class: "rp-kosong-besar" }, "Tidak ada nomor surat yang cocok.")
    : tabelGulir("Daftar nomor surat", KOLOM, nomor.map(baris));

async function isi(): Promise<Anak> {
  const awal: Saringan = { tahun: "", keadaan: "", cari: "", halaman: 1 };
  const pertama = await ambil("/api/surat/nomor", DaftarNomor);
  const hasil = h("div", { class: "rp-tumpuk", "aria-live": "polite" });
  const unduh = h("div", { class: "rp-baris-tombol" });
  const gambar = (d: DaftarNomor, saringan: Saringan) => {
    ganti(unduh, tautanUnduh("/api/surat/nomor", tanya({ ...saringan, halaman: 1 })));
    ganti(
      hasil,
      h("p", { class: "rp-kecil" }, `${d.total} nomor`),
      tabel(d),
      navigasiHalaman(d, (halaman) => ubah({ halaman })),
    );
  };
  const ubah = penyaring(awal, {
    muat: (saringan, signal) => ambil(`/api/surat/nomor?${tanya(saringan)}`, DaftarNomor, signal),
    gambar,
    gagal: (galat, lagi) => ganti(hasil, galatHalaman(galat, lagi)),
  });
  const cari = h("input", {
    type: "search",
    class: "rp-kontrol",
    placeholder: "Nomor, permohonan, Satuan Kerja",
    onchange: () => ubah({ cari: cari.value }),
  });
  gambar(pertama, awal);
  const keadaan = Object.entries(KEADAAN).map(([nilai, { teks }]) => [nilai, teks] as const);
  const tahun = pertama.tahun.map((t) => [String(t), String(t)] as const);
  return h(
    "section",
    { class: "rp-lembar" },
    h("h1", {}, "Nomor surat"),
    h(
      "p",
      { class: "rp-bantuan" },
      "Setiap nomor yang pernah diberikan. Nomor surat yang ditarik tetap terpakai; nomor urut mulai lagi dari 1 setiap tahun.",
    ),
    h(
      "div",
      { class: "rp-saringan", role: "search" },
      h("label", { class: "rp-saring" }, h("span", {}, "Cari"), cari),
      pilihan("Tahun", [["", "Semua tahun"], ...tahun], (nilai) => ubah({ tahun: nilai })),
      pilihan("Keadaan", [["", "Semua keadaan"], ...keadaan], (nilai) => ubah({ keadaan: nilai })),
      unduh,
    ),
    hasil,
  );
}

void halamanSurat("/surat/nomor/", isi);
