/** Who did or saw what, for administrators: `/audit/`. */
import "../tanpa-eval.js";
import "../gaya/halaman.css";
import "../gaya/isian.css";
import "../gaya/beranda.css";
import "../gaya/daftar.css";
import { z } from "zod";
import { KELOMPOK_TINDAKAN, kataRincian, kataTindakan } from "../../audit/kata.js";
import { ambil } from "../api/panggil.js";
import { navigasiHalaman, penyaring, pilihan, tabelGulir, tautanUnduh } from "../bagian/daftar-tersaring.js";
import { halamanLebar } from "../bagian/halaman-lebar.js";
import { galatHalaman } from "../beranda/bingkai.js";
import { type Anak, ganti, h } from "../dom.js";
import { saatSingkat } from "../waktu.js";

const Baris = z.object({
  id: z.number(),
  waktu: z.iso.datetime({ offset: true }),
  oleh: z.string(),
  nama: z.string().nullable(),
  tindakan: z.string(),
  objek: z.string(),
  rincian: z.record(z.string(), z.unknown()).nullable(),
});
type Baris = z.infer<typeof Baris>;
const Daftar = z.object({ total: z.number(), halaman: z.number(), ukuran: z.number(), baris: z.array(Baris) });
type Daftar = z.infer<typeof Daftar>;

const ALAMAT = "/api/audit";
const KOLOM = ["Waktu (WIB)", "Oleh", "Tindakan", "Objek", "Rincian"] as const;
const SEHARI_MS = 86_400_000;

interface Saringan {
  readonly oleh: string;
  readonly tindakan: string;
  readonly objek: string;
  /** Days as the date fields give them, YYYY-MM-DD or empty; both are within the list. */
  readonly dari: string;
  readonly sampai: string;
  readonly halaman: number;
}

const awalHari = (tanggal: string): string => (tanggal === "" ? "" : `${tanggal}T00:00:00+07:00`);
const akhirHari = (tanggal: string): string =>
  tanggal === "" ? "" : new Date(Date.parse(awalHari(tanggal)) + SEHARI_MS).toISOString();

function tanya({ oleh, tindakan, objek, dari, sampai, halaman }: Saringan): URLSearchParams {
  const isi = {
    oleh: oleh.trim(),
    tindakan,
    objek: objek.trim(),
    dari: awalHari(dari),
    sampai: akhirHari(sampai),
    halaman: halaman > 1 ? String(halaman) : "",
  };
  return new URLSearchParams(Object.entries(isi).filter(([, nilai]) => nilai !== ""));
}

const baris = (b: Baris): HTMLElement =>
  h(
    "tr",
    {},
    h("td", { class: "rp-rapat" }, saatSingkat(new Date(b.waktu))),
    h("th", { scope: "row" }, b.nama ?? b.oleh, b.nama === null ? null : h("p", { class: "rp-kecil" }, b.oleh)),
    h("td", {}, kataTindakan(b.tindakan)),
    h("td", {}, b.objek),
    h("td", { class: "rp-kecil" }, kataRincian(b.rincian)),
  );

const isian = (label: string, jenis: "search" | "date", saatBerubah: (nilai: string) => void, bantuan = "") => {
  const kontrol = h("input", {
    type: jenis,
    class: "rp-kontrol",
    placeholder: bantuan,
    onchange: () => saatBerubah(kontrol.value),
  });
  return h("label", { class: "rp-saring" }, h("span", {}, label), kontrol);
};

async function isi(): Promise<Anak> {
  const awal: Saringan = { oleh: "", tindakan: "", objek: "", dari: "", sampai: "", halaman: 1 };
  const pertama = await ambil(ALAMAT, Daftar);
  const hasil = h("div", { class: "rp-tumpuk", "aria-live": "polite" });
  const unduh = h("div", { class: "rp-baris-tombol" });
  const gambar = (d: Daftar, saringan: Saringan) => {
    ganti(unduh, tautanUnduh(ALAMAT, tanya({ ...saringan, halaman: 1 })));
    ganti(
      hasil,
      h("p", { class: "rp-kecil" }, `${d.total} catatan`),
      d.baris.length === 0
        ? h("p", { class: "rp-kosong-besar" }, "Tidak ada catatan yang cocok.")
        : tabelGulir("Jejak audit", KOLOM, d.baris.map(baris)),
      navigasiHalaman(d, (halaman) => ubah({ halaman })),
    );
  };
  const ubah = penyaring(awal, {
    muat: (saringan, signal) => ambil(`${ALAMAT}?${tanya(saringan)}`, Daftar, signal),
    gambar,
    gagal: (galat, lagi) => ganti(hasil, galatHalaman(galat, lagi)),
  });
  gambar(pertama, awal);
  return h(
    "section",
    { class: "rp-lembar" },
    h("h1", {}, "Jejak audit"),
    h(
      "p",
      { class: "rp-bantuan" },
      "Siapa melakukan atau melihat apa, yang terbaru di atas. Catatan tidak dapat diubah atau dihapus, dan membaca halaman ini pun dicatat.",
    ),
    h(
      "div",
      { class: "rp-saringan", role: "search" },
      isian("Oleh", "search", (oleh) => ubah({ oleh }), "Nama akun, misalnya budi"),
      pilihan("Tindakan", [["", "Semua tindakan"], ...KELOMPOK_TINDAKAN], (tindakan) => ubah({ tindakan })),
      isian("Objek", "search", (objek) => ubah({ objek }), "Kode yang persis"),
      isian("Dari tanggal", "date", (dari) => ubah({ dari })),
      isian("Sampai tanggal", "date", (sampai) => ubah({ sampai })),
      unduh,
    ),
    hasil,
  );
}

void halamanLebar(isi);
