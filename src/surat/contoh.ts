/** Made-up requests that show a template: each kind of letter, each outcome, a list short and long. */
import { z } from "zod";
import type { AkunSurat, DataOtomatis, DataSurat, JenisOtomatis } from "./data.js";
import type { LetterRenderer, SuratTercetak } from "./render.js";

/** What can be shown. */
export const NamaContoh = z.enum(
  ["semuaBerhasil", "sebagianBerhasil", "tidakAdaBerhasil", "daftarPanjang", "surat-penolakan", "surat-pengembalian"],
  { error: "Contoh ini tidak ada." },
);
export type NamaContoh = z.infer<typeof NamaContoh>;

const orang = (i: number, ubahan: Partial<AkunSurat> = {}): AkunSurat => ({
  nama: ["Siti Aminah, S.E.", "Budi Santoso", "Rizky Pratama Nugraha", "محمد Hidayat"][i % 4] ?? "",
  nip: String(198_001_012_005_012_000n + BigInt(i)),
  peran: i % 3 === 1 ? "Pejabat Pengadaan" : "PPK",
  userId: `PENGGUNA.${i + 1}`,
  status: "berhasil",
  ...ubahan,
});
const gagal = { status: "gagal", keterangan: "Akun tidak ditemukan di Aplikasi SPSE." } as const;
const dicoret = { status: "dicoret", keterangan: "Sudah pindah tugas." } as const;

const AKUN: Readonly<Record<Exclude<NamaContoh, JenisOtomatis>, AkunSurat[]>> = {
  semuaBerhasil: [orang(0), orang(1)],
  sebagianBerhasil: [orang(0), orang(1, gagal), orang(2, dicoret)],
  tidakAdaBerhasil: [orang(1, gagal)],
  daftarPanjang: Array.from({ length: 28 }, (_, i) => orang(i, i % 7 === 3 ? gagal : {})),
};

const ALASAN =
  "Surat Keputusan pengangkatan PPK yang dilampirkan tidak terbaca.\n\nLampirkan kembali salinan yang jelas.";

/** The sample as a letter dated `tanggal` (ISO), with the number that the pattern writes for serial 123. */
export function cetakContoh(surat: LetterRenderer, nama: NamaContoh, tanggal: string): SuratTercetak {
  const pokok = {
    nomorSurat: surat.nomorSurat(123, tanggal),
    tanggal,
    kepada: "Balai Besar Standardisasi dan Pelayanan Jasa Industri Contoh",
    permohonan: { nomor: "027/114/BBSPJI/XI/2026", tanggal, nomorPermohonan: "RP-2026-0123" },
  };
  if (nama === "surat-penolakan" || nama === "surat-pengembalian") {
    const keputusan: DataOtomatis["keputusan"] = {
      pejabat: "Nama Pejabat",
      langkah: "Disposisi permohonan",
      saat: `${tanggal}T10:05:00+07:00`,
    };
    const paragraf = surat.paragrafOtomatis(nama, { ...pokok, alasan: ALASAN });
    return surat.renderOtomatis(nama, { ...pokok, paragraf, keputusan });
  }
  const data: Omit<DataSurat, "paragraf"> = { ...pokok, akun: AKUN[nama] };
  return surat.render({ ...data, paragraf: surat.paragrafAwal(data) });
}
