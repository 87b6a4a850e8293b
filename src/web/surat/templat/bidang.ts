/** Every field of a letter template, in the order and the words of the page. Pure. */

/** `baris`: one line. `alinea`: a passage. `daftar`: one entry a line. */
export type JenisBidang = "baris" | "alinea" | "daftar" | "bentuk" | "logo" | "angka";

/** One field of the template's form, which finds its messages by `jalur`. */
export interface BidangTemplat {
  /** Path in the template, with dots. */
  readonly jalur: string;
  readonly label: string;
  readonly jenis: JenisBidang;
  readonly opsional?: boolean;
  readonly bantuan?: string;
}

interface KelompokBidang {
  readonly judul: string;
  readonly bidang: readonly BidangTemplat[];
  /** Which sample shows these fields. */
  readonly contoh?: string;
}

const b = (
  jalur: string,
  label: string,
  jenis: JenisBidang = "baris",
  lain: Partial<BidangTemplat> = {},
): BidangTemplat => ({
  jalur,
  label,
  jenis,
  ...lain,
});

const ISIAN_UMUM = "{satker}, {nomorSuratPermohonan}, {tanggalSuratPermohonan}, {nomorPermohonan}";
const ISIAN_HASIL = `${ISIAN_UMUM}, {peran}, {jumlahAkun}, {jumlahBerhasil}, {jumlahTidakBerhasil}, {rincian}`;

const kepala = (awal: string): BidangTemplat[] => [
  b(`${awal}.bentuk`, "Bentuk naskah", "bentuk"),
  b(`${awal}.judul`, "Nama surat", "baris", { bantuan: "Judul berkas PDF." }),
  b(`${awal}.hal`, "Hal"),
  b(`${awal}.yth`, "Yth.", "daftar", { bantuan: "Satu baris per baris surat. Nota Dinas tidak memakai “di tempat”." }),
];

const paragraf = (awal: string, bantuan: string): BidangTemplat[] => [
  b(`${awal}.pembuka`, "Pembuka", "alinea", { bantuan: `Isian: ${bantuan}` }),
  b(`${awal}.isi`, "Isi", "alinea"),
  b(`${awal}.penutup`, "Penutup", "alinea", { bantuan: "Baris kosong memulai alinea baru." }),
];

const hasil = (nama: string, judul: string): KelompokBidang => ({
  judul: `Surat Pemberitahuan: ${judul}`,
  contoh: nama,
  bidang: paragraf(`redaksi.suratPemberitahuan.paragraf.${nama}`, ISIAN_HASIL),
});

const otomatis = (nama: string, contoh: string, judul: string): KelompokBidang => ({
  judul,
  contoh,
  bidang: [
    ...kepala(`redaksi.${nama}`),
    ...paragraf(`redaksi.${nama}.paragraf`, `${ISIAN_UMUM}, {alasan}`),
    b(`redaksi.${nama}.keputusan`, "Di tempat tanda tangan", "daftar", {
      bantuan: "Isian: {pejabat}, {langkah}, {saat}, {nomorPermohonan}. Surat ini tidak ditandatangani.",
    }),
  ],
});

const P = "redaksi.suratPemberitahuan";

/** The groups of the page. */
export const KELOMPOK: readonly KelompokBidang[] = [
  {
    judul: "Kop surat",
    bidang: [
      b("kop.kementerian", "Kementerian"),
      b("kop.unit", "Unit kerja"),
      b("kop.layanan", "Layanan", "baris", { opsional: true }),
      b("kop.alamat", "Alamat", "daftar", { bantuan: "Satu sampai tiga baris." }),
      b("kop.logo", "Logo", "logo", { opsional: true, bantuan: "Gambar yang ada di folder surat." }),
    ],
  },
  {
    judul: "Nomor, tempat, dan tembusan",
    bidang: [
      b("kop.nomor.pola", "Pola nomor", "baris", {
        bantuan:
          "Isian: {derajat}, {urut} (atau {urut3}, {urut4}), {unit}, {klasifikasi}, {bulan}, {bulanRomawi}, {tahun}. Nomor urut dan tahun wajib ada.",
      }),
      b("kop.nomor.derajat", "Kode derajat", "baris", { bantuan: "B biasa, R rahasia." }),
      b("kop.nomor.unit", "Kode unit"),
      b("kop.nomor.klasifikasi", "Kode klasifikasi"),
      b("kop.sifat", "Sifat"),
      b("kop.kota", "Kota"),
      b("kop.tembusan", "Tembusan", "daftar"),
    ],
  },
  {
    judul: "Penanda tangan",
    bidang: [
      b("kop.penandaTangan.atasNama", "Atas nama", "baris", { opsional: true, bantuan: "Mencetak baris “a.n. …”." }),
      b("kop.penandaTangan.jabatan", "Jabatan"),
      b("kop.penandaTangan.nama", "Nama"),
      b("kop.penandaTangan.nip", "NIP", "baris", { opsional: true }),
    ],
  },
  {
    judul: "Surat Pemberitahuan: bentuk, tabel, dan lampiran",
    contoh: "daftarPanjang",
    bidang: [
      ...kepala(P),
      b(`${P}.rincian.dalamSurat`, "Pengantar tabel dalam surat"),
      b(`${P}.rincian.dalamLampiran`, "Pengantar tabel dalam lampiran"),
      b(`${P}.tabel.nomor`, "Kolom nomor"),
      b(`${P}.tabel.nama`, "Kolom nama"),
      b(`${P}.tabel.peran`, "Kolom peran"),
      b(`${P}.tabel.userId`, "Kolom User ID"),
      b(`${P}.tabel.hasil`, "Kolom hasil"),
      b(`${P}.hasil.berhasil`, "Hasil: berhasil"),
      b(`${P}.hasil.gagal`, "Hasil: gagal"),
      b(`${P}.hasil.dicoret`, "Hasil: dicoret"),
      b(`${P}.lampiran.mulaiDariAkun`, "Memakai lampiran mulai dari", "angka", { bantuan: "Jumlah akun." }),
      b(`${P}.lampiran.jumlah`, "Jumlah lampiran"),
      b(`${P}.lampiran.keterangan`, "Keterangan lampiran"),
      b(`${P}.lampiran.judul`, "Judul lampiran"),
    ],
  },
  hasil("semuaBerhasil", "semua akun berhasil"),
  hasil("sebagianBerhasil", "sebagian berhasil"),
  hasil("tidakAdaBerhasil", "tidak ada yang berhasil"),
  otomatis("suratPenolakan", "surat-penolakan", "Surat Penolakan"),
  otomatis("suratPengembalian", "surat-pengembalian", "Surat Pengembalian"),
  {
    judul: "Istilah asing",
    bidang: [b("redaksi.istilahAsing", "Dicetak miring", "daftar", { bantuan: "Satu istilah per baris." })],
  },
];
