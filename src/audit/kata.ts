/** The audit's `tindakan` in words: what a reader sees on the page and in the file. */

/** A beginning of `tindakan` to choose by, and what it means. */
export const KELOMPOK_TINDAKAN = [
  ["masuk", "Masuk ke aplikasi"],
  ["masuk.gagal", "Gagal masuk"],
  ["kredensial", "Password SPSE"],
  ["dokumen", "Dokumen"],
  ["tugas", "Tugas"],
  ["permohonan", "Permohonan"],
  ["proses", "Proses dimulai"],
  ["tandaTangan", "Tanda tangan"],
  ["templat-surat", "Templat surat"],
  ["arsip", "Arsip"],
  ["sla", "Batas waktu dan pengalihan"],
  ["modeler", "Perubahan diagram"],
  ["mesin", "Perbuatan lain di aplikasi Camunda"],
  ["audit", "Jejak audit dibaca"],
] as const;

const KATA: Readonly<Record<string, string>> = {
  "arsip.baca": "Membuka surat di arsip",
  "arsip.ekspor": "Mengekspor arsip",
  "arsip.usul-musnah": "Mengusulkan pemusnahan arsip",
  "audit.baca": "Membaca jejak audit",
  "basis-data.pulihkan": "Memulihkan sistem dari cadangan",
  "dokumen.baca": "Membuka dokumen",
  "dokumen.sapu": "Menghapus unggahan yang tidak dipakai",
  "dokumen.unggah": "Mengunggah dokumen",
  keluar: "Keluar",
  "kredensial.hancurkan": "Menghancurkan bahan password",
  "kredensial.lihat": "Melihat password SPSE",
  "laporan.arsip": "Mengarsipkan laporan bulanan",
  masuk: "Masuk",
  "masuk.ditolak": "Ditolak masuk: aplikasi bukan untuk akun ini",
  "masuk.gagal": "Gagal masuk",
  "permohonan.tarik": "Menarik permohonan",
  "proses.mulai": "Memulai proses",
  "sla.alihkan": "Mengalihkan tugas",
  "sla.perpanjang": "Memperpanjang batas waktu",
  "templat-surat.simpan": "Mengubah templat surat",
  "tugas.ambil": "Mengambil tugas",
  "tugas.lepas": "Melepas tugas",
  "tugas.selesaikan": "Menyelesaikan tugas",
  "tugas.ubah": "Mengubah isian tugas",
};

const awalan = (tindakan: string): string => tindakan.split(".")[0] ?? tindakan;

/** What was done in words; where no words are known, the group's, with the name in the record. */
export function kataTindakan(tindakan: string): string {
  const kelompok = KELOMPOK_TINDAKAN.find(([mulai]) => mulai === awalan(tindakan));
  return KATA[tindakan] ?? (kelompok ? `${kelompok[1]} (${tindakan})` : tindakan);
}

/** The details of a line, "status: 204 · alamat: 10.0.0.7"; empty where there are none. */
export const kataRincian = (rincian: Readonly<Record<string, unknown>> | null): string =>
  Object.entries(rincian ?? {})
    .map(([nama, nilai]) => `${nama}: ${String(nilai)}`)
    .join(" · ");
