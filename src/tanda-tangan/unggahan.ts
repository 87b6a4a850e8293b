/** May an uploaded PDF be the signed letter? The rules of step 9, apart from reading files. Pure. */
import { bedaKata, type Potongan } from "./beda.js";
import type { LaporanPdf, LaporanTandaTangan } from "./laporan.js";

/** `tolak` cannot be used; `peringatan` can, once the signer says that it was read. */
export type Tingkat = "tolak" | "peringatan" | "catatan";

const temuanUnggahan = {
  DRAF_SENDIRI: ["tolak", "Ini draf yang belum ditandatangani. Tandatangani dahulu, lalu unggah hasilnya."],
  TANDA_TANGAN_RUSAK: [
    "tolak",
    "Tanda tangan elektronik pada berkas ini tidak sah: isinya berubah setelah ditandatangani.",
  ],
  BERUBAH_SESUDAHNYA: [
    "tolak",
    "Berkas ini ditambahi sesuatu setelah ditandatangani. Unggah berkas asli hasil penandatanganan.",
  ],
  SURAT_LAIN: ["tolak", "Nomor surat ini tidak ada di dalam berkas. Tampaknya ini surat lain."],
  TIDAK_TERBACA: ["tolak", "Isi berkas PDF ini tidak dapat diperiksa. Simpan ulang sebagai PDF, lalu unggah lagi."],
  TEKS_BERBEDA: ["peringatan", "Isi berkas ini berbeda dari draf yang disetujui."],
  TANPA_TEKS: [
    "peringatan",
    "Berkas ini berupa pindaian, sehingga isinya tidak dapat dibandingkan dengan draf. Bacalah sendiri.",
  ],
  TANPA_TANDA_TANGAN: [
    "peringatan",
    "Berkas ini tidak memuat tanda tangan elektronik. Pastikan tanda tangan basah terlihat.",
  ],
  SERTIFIKAT_TIDAK_BERLAKU: ["peringatan", "Sertifikat penanda tangan tidak berlaku pada saat menandatangani."],
  BUKAN_BSRE: ["catatan", "Sertifikat penanda tangan tidak dapat dipastikan berasal dari BSrE."],
} as const satisfies Record<string, readonly [Tingkat, string]>;
type KodeTemuan = keyof typeof temuanUnggahan;

interface Temuan {
  readonly kode: KodeTemuan;
  readonly tingkat: Tingkat;
  readonly pesan: string;
}

/** What has been read of the upload and of the draft it should be. */
export interface UnggahanTerbaca {
  /** The very bytes of the draft. */
  readonly drafSendiri: boolean;
  readonly nomorSurat: string;
  readonly kataDraf: readonly string[];
  readonly kataSurat: readonly string[];
  readonly laporan: LaporanPdf;
}

/** The judgement as the form shows it. */
export interface HasilUnggahan {
  readonly putusan: "baik" | "peringatan" | "tolak";
  readonly temuan: readonly Temuan[];
  readonly beda: readonly Potongan[];
  readonly tandaTangan: readonly LaporanTandaTangan[];
}

/** With fewer words it is a scan, perhaps with a line of text over it: no letter of ours is so short. */
const KATA_PALING_SEDIKIT = 20;

/** Judges an upload. */
export function nilaiUnggahan(u: UnggahanTerbaca): HasilUnggahan {
  const kode = u.drafSendiri ? (["DRAF_SENDIRI"] as const) : [...soalTandaTangan(u.laporan), ...soalTeks(u)];
  const berbeda = kode.some((k) => k === "TEKS_BERBEDA" || k === "SURAT_LAIN");
  return hasil(kode, u.laporan.tandaTangan, berbeda ? bedaKata(u.kataDraf, u.kataSurat) : []);
}

/** The judgement of a file that cannot be read at all. */
export const unggahanTakTerbaca = (): HasilUnggahan => hasil(["TIDAK_TERBACA"], [], []);

function hasil(
  kode: readonly KodeTemuan[],
  tandaTangan: readonly LaporanTandaTangan[],
  beda: readonly Potongan[],
): HasilUnggahan {
  const temuan = kode.map((k): Temuan => ({ kode: k, tingkat: temuanUnggahan[k][0], pesan: temuanUnggahan[k][1] }));
  const ada = (tingkat: Tingkat) => temuan.some((t) => t.tingkat === tingkat);
  return { putusan: ada("tolak") ? "tolak" : ada("peringatan") ? "peringatan" : "baik", temuan, beda, tandaTangan };
}

function soalTandaTangan({ tandaTangan, berubahSesudahnya }: LaporanPdf): KodeTemuan[] {
  const sendiri = tandaTangan.filter((t) => t.jenis === "tandaTangan");
  if (sendiri.length === 0) return ["TANPA_TANDA_TANGAN"];
  if (tandaTangan.some((t) => !t.utuh)) return ["TANDA_TANGAN_RUSAK"];
  if (berubahSesudahnya) return ["BERUBAH_SESUDAHNYA"];
  const soal: KodeTemuan[] = sendiri.every((t) => t.berlaku) ? [] : ["SERTIFIKAT_TIDAK_BERLAKU"];
  return sendiri.every((t) => t.bsre) ? soal : [...soal, "BUKAN_BSRE"];
}

function soalTeks({ nomorSurat, kataDraf, kataSurat }: UnggahanTerbaca): KodeTemuan[] {
  if (kataSurat.length < KATA_PALING_SEDIKIT) return ["TANPA_TEKS"];
  const rapat = (teks: string) => teks.replace(/\s+/g, "");
  if (!kataSurat.join("").includes(rapat(nomorSurat))) return ["SURAT_LAIN"];
  return kataDraf.join("") === kataSurat.join("") ? [] : ["TEKS_BERBEDA"];
}
