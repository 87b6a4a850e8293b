/** A made-up request: what a draft's expressions find in a trial run. Nothing in it belongs to anybody. */

const akun = {
  id: "00000000-0000-4000-8000-000000000001",
  nama: "Pejabat Uji Coba",
  nip: "198501012010011001",
  userId: "UJI.COBA",
  peran: "PPK",
  epesan: "uji.coba@contoh.invalid",
};
const dokumen = { id: akun.id, nama: "uji-coba.pdf", ukuran: 1, sha256: "0".repeat(64) };
const json = (nilai: unknown) => ({ type: "Json", value: JSON.stringify(nilai) });
const teks = (value: string) => ({ type: "String", value });

/** The variables of the instance, in the engine's form. */
export const contohVariabel = {
  pemohon: teks("uji-coba"),
  satker: teks("satker-uji-coba"),
  namaSatker: teks("Satuan Kerja Uji Coba"),
  nomorPermohonan: teks("UJI-COBA"),
  nomorSuratPermohonan: teks("UJI-COBA"),
  tanggalSuratPermohonan: teks("2026-01-01"),
  suratPermohonan: json(dokumen),
  lampiran: json([]),
  akun: json([akun]),
  akunDisetujui: json([akun]),
  akunDicoret: json([]),
  riwayat: json([]),
} as const;
