/** The report as it will be printed: every word in place, no layout. Pure. */
import type { Kop } from "../../surat/kop.js";
import { tanggalIndonesia, tanggalWib } from "../../waktu/wib.js";
import type { BarisUkuran, Laporan, Pelanggaran } from "./hitung.js";
import { lama, namaBulan, persen, rentangTanggal, saatPendek } from "./kata.js";

/** A table of figures: `kepala` names its first columns, the figures' columns are always the same. */
export interface TabelNaskah {
  readonly judul: string;
  readonly bernomor: boolean;
  readonly kepala: string;
  readonly baris: readonly (readonly string[])[];
}

/** The JSON that `laporan-sla.typ` receives as `sys.inputs.naskah`. */
export interface NaskahLaporan {
  readonly judul: string;
  readonly nomor: string;
  readonly kop: Pick<Kop, "kementerian" | "unit" | "layanan" | "alamat" | "logo">;
  readonly periode: string;
  readonly lingkup: string;
  readonly pembuka: readonly string[];
  readonly ringkas: readonly (readonly [string, string])[];
  readonly kolom: readonly string[];
  readonly tabel: readonly TabelNaskah[];
  readonly keterlambatan: {
    readonly kosong: string;
    readonly kolom: readonly string[];
    readonly baris: readonly (readonly string[])[];
    readonly sisa: string;
  };
  readonly catatan: readonly string[];
  readonly tempatTanggal: string;
  readonly penandaTangan: Kop["penandaTangan"];
  readonly istilahAsing: readonly string[];
}

const KOLOM = ["Selesai", "Tepat waktu", "Kepatuhan", "Waktu tersedia", "Rata-rata", "Median", "P90"] as const;
const KOLOM_TERLAMBAT = ["No.", "Permohonan", "Langkah", "Tenggat dan selesai (WIB)", "Terlambat", "Sebab"] as const;
/** Beyond these the list is for a spreadsheet. */
const BARIS_PALING_BANYAK = 150;

/** Every word of the report under this letterhead. */
export function naskahLaporan(kop: Kop, istilahAsing: readonly string[], l: Laporan): NaskahLaporan {
  const { kementerian, unit, layanan, alamat, logo, penandaTangan } = kop;
  const periode = rentangTanggal(l.periode);
  return {
    judul: `Laporan Kepatuhan Waktu Layanan ${periode}`,
    nomor: `${l.periode.dari}/${l.periode.sampai}`,
    kop: { kementerian, unit, layanan, alamat, logo },
    periode,
    lingkup: l.satuanKerja === null ? "Seluruh Satuan Kerja" : l.satuanKerja.join(", "),
    pembuka: [pembuka(l, periode)],
    ringkas: ringkas(l),
    kolom: KOLOM,
    tabel: [
      {
        judul: "Menurut Langkah SOP",
        bernomor: true,
        kepala: "Langkah",
        baris: l.langkah.map((b) => [nomorSop(b), ...baris(b)]),
      },
      { judul: "Menurut Pelaksana", bernomor: false, kepala: "Pelaksana", baris: l.pelaksana.map(baris) },
      { judul: "Menurut Satuan Kerja", bernomor: false, kepala: "Satuan Kerja", baris: l.satker.map(baris) },
      {
        judul: "Menurut Bulan",
        bernomor: false,
        kepala: "Bulan",
        baris: l.bulan.map((b) => baris({ ...b, nama: namaBulan(b.id) })),
      },
    ],
    keterlambatan: {
      kosong: "Tidak ada keterlambatan pada periode ini.",
      kolom: KOLOM_TERLAMBAT,
      baris: l.pelanggaran.slice(0, BARIS_PALING_BANYAK).map((p, i) => barisTerlambat(p, i + 1)),
      sisa: sisa(l.pelanggaran.length - BARIS_PALING_BANYAK),
    },
    catatan: CATATAN,
    tempatTanggal: `${kop.kota}, ${tanggalIndonesia(tanggalWib(new Date(l.dibuat)))}`,
    penandaTangan,
    istilahAsing,
  };
}

const CATATAN = [
  "Waktu dihitung menurut jam kerja dan hari libur yang berlaku; waktu di luar jam kerja tidak dihitung.",
  "Waktu tersedia adalah nilai tengah (median) waktu yang diberikan kepada langkah pada saat itu, termasuk perpanjangan. P90 berarti 90 dari 100 pekerjaan selesai dalam waktu itu atau lebih cepat.",
  "Kepatuhan dihitung dari langkah yang selesai pada periode ini. Langkah yang ditarik atau dialihkan ke jalan keluar tidak dihitung. Langkah yang lewat tenggat dan belum selesai dicantumkan dalam daftar keterlambatan.",
  "Menunggu Satuan Kerja melengkapi surat yang dikembalikan tidak mengurangi waktu LPSE: setiap langkah memiliki waktunya sendiri.",
] as const;

function pembuka(l: Laporan, periode: string): string {
  const { selesai, tepat, kepatuhan, permohonan } = l.ringkas;
  if (selesai === 0) return `Pada periode ${periode} tidak ada langkah yang selesai.`;
  return `Pada periode ${periode} telah diselesaikan ${angka(selesai)} langkah dari ${angka(permohonan)} permohonan; ${angka(tepat)} di antaranya tepat waktu (${persen(kepatuhan)}).`;
}

const angka = (n: number): string => n.toLocaleString("id-ID");

const ringkas = ({ ringkas: r }: Laporan): (readonly [string, string])[] => [
  ["Permohonan yang dikerjakan", angka(r.permohonan)],
  ["Langkah selesai", angka(r.selesai)],
  ["Selesai tepat waktu", `${angka(r.tepat)} (${persen(r.kepatuhan)})`],
  ["Selesai terlambat", angka(r.terlambat)],
  ["Lewat tenggat dan belum selesai", angka(r.terbukaLewat)],
];

const baris = (b: BarisUkuran): string[] => [
  b.nama,
  angka(b.selesai),
  angka(b.tepat),
  persen(b.kepatuhan),
  lama(b.jatahMs),
  lama(b.rerataMs),
  lama(b.medianMs),
  lama(b.p90Ms),
];

const nomorSop = ({ id }: BarisUkuran): string => (id === "-" ? "" : id);

const barisTerlambat = (p: Pelanggaran, no: number): string[] => [
  `${no}.`,
  `${p.nomorPermohonan}\n${p.satker.nama}`,
  `${p.nomor === null ? "" : `${p.nomor}. `}${p.langkah}\n${p.oleh === null ? p.pelaksana : `${p.pelaksana}: ${p.oleh}`}`,
  `${saatPendek(p.tenggat)}\n${p.selesai === null ? "belum selesai" : saatPendek(p.selesai)}`,
  lama(p.lewatMs),
  p.sebab.map((s) => (s.jenis === "perpanjangan" ? `Diperpanjang: ${s.teks}` : s.teks)).join("\n") || "–",
];

const sisa = (banyak: number): string =>
  banyak > 0 ? `${angka(banyak)} keterlambatan lain tercantum dalam laporan berbentuk XLSX.` : "";
