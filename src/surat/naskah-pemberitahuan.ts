import { tanggalIndonesia } from "../waktu/wib.js";
import type { AkunSurat, DataSurat, DataTanpaParagraf, Paragraf } from "./data.js";
import type { Kop } from "./kop.js";
import { type Naskah, naskahDinas, type TabelAkun } from "./naskah.js";
import type { IsianPemberitahuan, Redaksi } from "./redaksi.js";
import { isiTemplat } from "./templat.js";
import { jumlah } from "./terbilang.js";

/** The Surat Pemberitahuan (SOP step 7); from `lampiran.mulaiDariAkun` accounts on, the table moves to an annex. */
export function naskahPemberitahuan(kop: Kop, redaksi: Redaksi, data: DataSurat): Naskah {
  const kata = redaksi.suratPemberitahuan;
  const isian = isianPemberitahuan(redaksi, data);
  const isi = (pola: string) => isiTemplat(pola, isian);
  const terlampir = pakaiLampiran(redaksi, data);
  const tabel = tabelAkun(redaksi, data.akun);
  const dasar = naskahDinas(kop, redaksi, {
    ...data,
    bentuk: kata.bentuk,
    judul: kata.judul,
    hal: isi(kata.hal),
    lampiran: terlampir ? kata.lampiran.jumlah : "-",
    yth: kata.yth.map(isi),
  });
  if (!terlampir) return { ...dasar, tabel };
  const kepala = [
    { label: "Nomor", nilai: data.nomorSurat },
    { label: "Tanggal", nilai: tanggalIndonesia(data.tanggal) },
  ];
  return {
    ...dasar,
    lampiran: { keterangan: kata.lampiran.keterangan, kepala, judul: isi(kata.lampiran.judul), tabel },
  };
}

/** The standard passages for a result, ready to be corrected by the Kepala LPSE (SOP step 8). */
export function paragrafPemberitahuan(redaksi: Redaksi, data: DataTanpaParagraf): Paragraf {
  const pola = redaksi.suratPemberitahuan.paragraf[keadaan(data.akun)];
  const isian = isianPemberitahuan(redaksi, data);
  return {
    pembuka: isiTemplat(pola.pembuka, isian),
    isi: isiTemplat(pola.isi, isian),
    penutup: isiTemplat(pola.penutup, isian),
  };
}

function keadaan(akun: readonly AkunSurat[]): keyof Redaksi["suratPemberitahuan"]["paragraf"] {
  const berhasil = hitungBerhasil(akun);
  if (berhasil === 0) return "tidakAdaBerhasil";
  return berhasil === akun.length ? "semuaBerhasil" : "sebagianBerhasil";
}

function hitungBerhasil(akun: readonly AkunSurat[]): number {
  return akun.filter((satu) => satu.status === "berhasil").length;
}

function pakaiLampiran(redaksi: Redaksi, data: DataTanpaParagraf): boolean {
  return data.akun.length >= redaksi.suratPemberitahuan.lampiran.mulaiDariAkun;
}

function isianPemberitahuan(redaksi: Redaksi, data: DataTanpaParagraf): IsianPemberitahuan {
  const { akun, permohonan } = data;
  const { rincian } = redaksi.suratPemberitahuan;
  const berhasil = hitungBerhasil(akun);
  return {
    satker: data.kepada,
    nomorSuratPermohonan: permohonan.nomor,
    tanggalSuratPermohonan: tanggalIndonesia(permohonan.tanggal),
    nomorPermohonan: permohonan.nomorPermohonan,
    peran: daftarPeran(akun),
    jumlahAkun: jumlah(akun.length),
    jumlahBerhasil: jumlah(berhasil),
    jumlahTidakBerhasil: jumlah(akun.length - berhasil),
    rincian: pakaiLampiran(redaksi, data) ? rincian.dalamLampiran : rincian.dalamSurat,
  };
}

function daftarPeran(akun: readonly AkunSurat[]): string {
  const peran = (["PPK", "Pejabat Pengadaan"] as const).filter((nama) => akun.some((satu) => satu.peran === nama));
  return peran.join(" dan ");
}

function tabelAkun(redaksi: Redaksi, akun: readonly AkunSurat[]): TabelAkun {
  const { tabel, hasil } = redaksi.suratPemberitahuan;
  return {
    judul: [tabel.nomor, tabel.nama, tabel.peran, tabel.userId, tabel.hasil],
    baris: akun.map((satu, i) => ({
      no: i + 1,
      nama: satu.nama,
      nip: satu.nip,
      peran: satu.peran,
      userId: satu.userId ?? "-",
      hasil: hasil[satu.status],
      ...(satu.keterangan === undefined ? {} : { keterangan: satu.keterangan }),
    })),
  };
}
