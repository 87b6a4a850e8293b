/** Every refusal of the gateway, in one table: the source of the titles, statuses and types of all problem replies. */
import type { GalatIsian } from "./proses/periksa-jawaban.js";

/** By code: the HTTP status and the title of the problem reply (RFC 9457). */
export const galat = {
  ISIAN_TIDAK_SAH: { status: 400, judul: "Isian tidak sah" },
  PERMINTAAN_TIDAK_TERBACA: { status: 400, judul: "Permintaan tidak terbaca" },
  BERKAS_KOSONG: { status: 400, judul: "Berkas kosong" },
  BUKAN_PDF: { status: 400, judul: "Bukan berkas PDF" },
  PDF_RUSAK: { status: 400, judul: "Berkas PDF rusak" },
  PDF_BERISI_PROGRAM: { status: 400, judul: "Berkas PDF berisi program" },
  PDF_TERKUNCI: { status: 400, judul: "Berkas PDF terkunci" },
  DIAGRAM_TIDAK_SAH: { status: 400, judul: "Diagram tidak dapat diterima" },
  SESI_BERAKHIR: { status: 401, judul: "Sesi berakhir" },
  ASAL_TIDAK_DIKENAL: { status: 403, judul: "Permintaan dari alamat lain" },
  HALAMAN_USANG: { status: 403, judul: "Halaman perlu dimuat ulang" },
  BUKAN_UNTUK_ANDA: { status: 403, judul: "Bukan untuk Anda" },
  AMBIL_DAHULU: { status: 403, judul: "Tugas belum diambil" },
  HANYA_LEWAT_FORMULIR: { status: 403, judul: "Hanya lewat formulir" },
  BUKAN_PEMILIK_PROSES: { status: 403, judul: "Bukan pemilik proses" },
  BUKAN_PENYETUJU: { status: 403, judul: "Bukan penyetuju" },
  EMPAT_MATA: { status: 403, judul: "Perlu orang kedua" },
  TANPA_SATKER: { status: 403, judul: "Tidak terdaftar pada Satuan Kerja" },
  BUKAN_SATKER_PEMOHON: { status: 403, judul: "Bukan Satuan Kerja pemohon" },
  JALUR_TIDAK_DIKENAL: { status: 404, judul: "Alamat tidak dikenal" },
  TUGAS_TIDAK_DITEMUKAN: { status: 404, judul: "Tugas tidak ditemukan" },
  PERMOHONAN_TIDAK_DITEMUKAN: { status: 404, judul: "Permohonan tidak ditemukan" },
  LANGKAH_TIDAK_DITEMUKAN: { status: 404, judul: "Langkah tidak ditemukan" },
  LAPORAN_TIDAK_DITEMUKAN: { status: 404, judul: "Laporan tidak ditemukan" },
  DOKUMEN_TIDAK_DITEMUKAN: { status: 404, judul: "Dokumen tidak ditemukan" },
  PROSES_BELUM_DIPASANG: { status: 404, judul: "Proses belum dipasang" },
  SOP_TIDAK_TERCETAK: { status: 409, judul: "SOP tidak dapat dicetak" },
  DRAF_TIDAK_DITEMUKAN: { status: 404, judul: "Draf tidak ditemukan" },
  VERSI_TIDAK_DITEMUKAN: { status: 404, judul: "Versi tidak ditemukan" },
  MIGRASI_TIDAK_DITEMUKAN: { status: 404, judul: "Pemindahan tidak ditemukan" },
  DRAF_BERUBAH: { status: 409, judul: "Draf sudah diubah orang lain" },
  DRAF_BELUM_SIAP: { status: 409, judul: "Draf belum siap" },
  TEMPLAT_BERUBAH: { status: 409, judul: "Templat sudah diubah orang lain" },
  VERSI_BERUBAH: { status: 409, judul: "Versi yang berlaku sudah berganti" },
  UJI_MASIH_BERJALAN: { status: 409, judul: "Uji coba masih berjalan" },
  TIDAK_DAPAT_DIPINDAHKAN: { status: 409, judul: "Tidak dapat dipindahkan" },
  SATKER_GANDA: { status: 409, judul: "Lebih dari satu Satuan Kerja" },
  SURAT_SUDAH_DIAJUKAN: { status: 409, judul: "Surat sudah diajukan" },
  TUGAS_SUDAH_SELESAI: { status: 409, judul: "Tugas sudah diselesaikan" },
  TUGAS_DIKERJAKAN_ORANG_LAIN: { status: 409, judul: "Tugas dikerjakan orang lain" },
  TUGAS_TANPA_KREDENSIAL: { status: 409, judul: "Tugas tanpa kredensial" },
  KREDENSIAL_SUDAH_DILIHAT: { status: 409, judul: "Kredensial sudah ditampilkan" },
  KREDENSIAL_TIDAK_ADA: { status: 409, judul: "Kredensial tidak ada lagi" },
  PERMOHONAN_DITANGGUHKAN: { status: 409, judul: "Permohonan ditangguhkan" },
  PERMOHONAN_BERTABRAKAN: { status: 409, judul: "Diubah pada saat yang sama" },
  TARIK_LEWAT_TUGAS: { status: 409, judul: "Tarik lewat tugas" },
  TIDAK_DAPAT_DITARIK: { status: 409, judul: "Tidak dapat ditarik lagi" },
  TIDAK_DAPAT_DIMUSNAHKAN: { status: 409, judul: "Tidak dapat dimusnahkan" },
  LANGKAH_OTOMATIS: { status: 409, judul: "Langkah otomatis" },
  TANDA_TANGAN_TIDAK_TERSEDIA: { status: 409, judul: "Tanda tangan elektronik tidak tersedia" },
  TANDA_TANGAN_DITOLAK: { status: 422, judul: "Surat belum ditandatangani" },
  TANDA_TANGAN_DIBATASI: { status: 429, judul: "Terlalu banyak percobaan" },
  TANDA_TANGAN_BELUM_PASTI: { status: 409, judul: "Status tanda tangan belum diketahui" },
  VERIFIKASI_TIDAK_DIKENAL: { status: 404, judul: "Surat tidak dikenal" },
  TERLALU_SERING: { status: 429, judul: "Terlalu banyak permintaan" },
  ISIAN_TERLALU_BESAR: { status: 413, judul: "Isian terlalu besar" },
  DIAGRAM_TERLALU_BESAR: { status: 413, judul: "Diagram terlalu besar" },
  BERKAS_TERLALU_BESAR: { status: 413, judul: "Berkas terlalu besar" },
  GALAT_DALAM: { status: 500, judul: "Kesalahan pada sistem" },
  PROSES_MENOLAK: { status: 500, judul: "Mesin proses menolak" },
  KALENDER_BELUM_DIMUAT: { status: 503, judul: "Kalender kerja belum dimuat" },
  MESIN_TIDAK_TERSEDIA: { status: 503, judul: "Sistem sedang tidak dapat dihubungi" },
} as const;
/** A key of the table: `kode` of the reply, and in lower case with hyphens the end of its `type` address. */
export type KodeGalat = keyof typeof galat;

/** What comes with a refusal: faults of fields, further members of the reply, and the cause for our own log. */
export interface RincianGalat {
  readonly galat?: readonly GalatIsian[];
  readonly lampiran?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal: `kode` from the table, the message is an Indonesian sentence for the person who asked. */
export class Galat extends Error {
  override readonly name = "Galat";

  constructor(
    readonly kode: KodeGalat,
    message: string,
    readonly rincian: RincianGalat = {},
  ) {
    super(message, rincian.cause === undefined ? {} : { cause: rincian.cause });
  }

  get status(): number {
    return galat[this.kode].status;
  }
}
