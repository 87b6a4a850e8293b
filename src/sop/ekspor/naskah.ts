/** What the SOP template prints: every word and number already decided here, so that the template only places them. */
import type { Kop } from "../../surat/kop.js";
import { tanggalIndonesia } from "../../waktu/wib.js";
import type { Catatan } from "../catatan.js";
import { type BarisSop, type DokumenSop, SIMBOL } from "../dokumen.js";
import { type Kolom, lebarKolom } from "../gambar/kolom.js";
import { siapkanPanah } from "../gambar/panah.js";
import type { HalamanGambar } from "../gambar/tipe.js";
import { BAGIAN_IDENTITAS, BELUM_DIISI, KEPALA_IDENTITAS } from "../identitas.js";
import { type Penggalan, penggalan } from "./teks.js";

type Runut = readonly Penggalan[];

/** The text cells of a row in the order of the columns left and right of the actors. */
export interface SelBaris {
  readonly no: string;
  readonly aktivitas: Runut;
  readonly mutu: readonly [Runut, Runut, Runut, Runut];
}

/** A row's cells as runs of text. */
export const selBaris = (b: BarisSop): SelBaris => ({
  no: String(b.nomor),
  aktivitas: penggalan(b.aktivitas),
  mutu: [penggalan(b.persyaratan), penggalan(b.waktu), penggalan(b.output), penggalan(b.keterangan)],
});

/** An ISO date in Indonesian words; whatever else stands in the field is printed as it is. */
function tanggal(teks: string): string {
  try {
    return tanggalIndonesia(teks);
  } catch {
    return teks;
  }
}

/** The identity block with the letterhead's names where the process has none, and a plain mark where nothing is set. */
export function naskahIdentitas(d: DokumenSop, kop: Pick<Kop, "kementerian" | "unit" | "layanan" | "logo">) {
  const i = d.identitas;
  const atau = (teks: string): Runut => penggalan(teks || BELUM_DIISI);
  const daftar = (isi: readonly string[]): Runut[] => (isi.length > 0 ? isi : [BELUM_DIISI]).map(penggalan);
  return {
    instansi: i.instansi || kop.kementerian,
    unit: i.unit || kop.unit,
    ...(kop.layanan === undefined || i.unit !== "" ? {} : { layanan: kop.layanan }),
    ...(kop.logo === undefined ? {} : { logo: kop.logo }),
    kepala: KEPALA_IDENTITAS.map(([bidang, label]) => ({ label, isi: atau(tanggal(i[bidang])) })),
    disahkan: {
      jabatan: atau(i.disahkanJabatan),
      nama: atau(i.disahkanNama),
      nip: atau(i.disahkanNip),
    },
    nama: penggalan(i.nama),
    bagian: BAGIAN_IDENTITAS.map(([bidang, label]) => ({ label, isi: daftar(i[bidang]) })),
  };
}

/** The template's data for measuring: the same cells in the same widths. */
export const naskahUkur = (d: DokumenSop, kolom: Kolom, ukuran: number) => ({
  ukuran,
  kolom: lebarKolom(kolom),
  pelaksana: d.pelaksana.length > 0 ? d.pelaksana : [""],
  baris: d.baris.map(selBaris),
});

/** The template's data for one page: rows with heights, and the drawing in mm from the top of the first row. */
export const naskahHalaman = (d: DokumenSop, gambar: HalamanGambar) => ({
  tinggi: gambar.tinggi,
  baris: gambar.baris.flatMap((b) => {
    const baris = d.baris[b.baris];
    return baris ? [{ ...selBaris(baris), y: b.y, h: b.h, tengah: b.tengah, simbol: baris.simbol }] : [];
  }),
  simbol: gambar.simbol.map((s) => ({
    ...s,
    nomor: d.baris[s.baris]?.nomor ?? 0,
    lajur: d.baris[s.baris]?.lajur ?? -1,
  })),
  garis: gambar.garis.map((g) => ({ ...siapkanPanah(g), ...(g.label ? { label: g.label } : {}) })),
});

/** The notes, each once with all the rows that it holds for. */
export const naskahCatatan = (catatan: readonly Catatan[]) =>
  [...new Set(catatan.map((c) => c.teks))].map((teks) => {
    const nomor = [...new Set(catatan.filter((c) => c.teks === teks).map((c) => c.nomor))];
    return { langkah: `Langkah ${daftarNomor(nomor)}`, teks: penggalan(teks) };
  });

/** `1–4` for a run of at least three, otherwise `2 dan 3`. */
const daftarNomor = (nomor: readonly number[]): string => {
  const kata = nomor.map(String);
  const runtun = nomor.every((n, i) => i === 0 || n === (nomor[i - 1] ?? 0) + 1);
  if (runtun && kata.length > 2) return `${kata[0]}–${kata.at(-1)}`;
  return kata.length < 2 ? kata.join("") : `${kata.slice(0, -1).join(", ")} dan ${kata.at(-1)}`;
};

/** The legend of the five symbols. */
export const LEGENDA = [
  { jenis: SIMBOL[0], teks: "Mulai/selesai" },
  { jenis: SIMBOL[1], teks: "Kegiatan" },
  { jenis: SIMBOL[2], teks: "Keputusan" },
  { jenis: "panah", teks: "Arah alur" },
  { jenis: "sambungan", teks: "Sambungan ke halaman lain" },
] as const;
