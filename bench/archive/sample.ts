/** Ten years of letters as an LPSE would archive them, the same ones each time. Pure. */
import { type BahanArsip, tahunKemudian } from "../../src/arsip/index.js";

/** Letters of a year, spread evenly over its days. */
export const A_YEAR = 10_000;
const FIRST_YEAR = 2017;
const KEPT_YEARS = 5;
const FIRST_NAMES = "Siti Budi Dewi Agus Rina Eko Wahyu Sri Hendra Ratna Andi Maya Yusuf Lestari Bambang Nur".split(
  " ",
);
const LAST_NAMES =
  "Aminah Santoso Wulandari Pratama Kusuma Hidayat Gunawan Setiawan Anggraini Hartono Siregar Nasution Simanjuntak Rahayu Permata Wijaya Saputra Lubis Ginting Fauzi Halim Iskandar Jatmiko Kurniawan Maulana".split(
    " ",
  );
const KINDS = ["Biro", "Direktorat", "Balai Besar", "Pusat", "Sekretariat"];
const FIELDS =
  "Keuangan,Industri Kimia Hulu,Industri Logam,Standardisasi,Data dan Informasi,Pendidikan Vokasi,Industri Hijau,Hukum,Umum,Kepegawaian,Industri Agro,Industri Tekstil,Ketahanan Industri,Perencanaan,Hubungan Masyarakat,Industri Maritim,Industri Elektronika,Kerja Sama,Kawasan Industri,Industri Kecil".split(
    ",",
  );

const pick = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length];
  if (one === undefined) throw new Error("an empty list");
  return one;
};
// Multiplying by odd constants spreads neighbours over the lists.
const person = (n: number) =>
  `${pick(FIRST_NAMES, n * 7)} ${pick(LAST_NAMES, (n * 13) >> 2)} ${pick(LAST_NAMES, n * 29)}`;
const unit = (n: number) => `${pick(KINDS, n)} ${pick(FIELDS, n * 3)}`;

/** The letter at this place (from 0) without its copy. */
export function letter(at: number): Omit<BahanArsip, "isi"> {
  const year = FIRST_YEAR + Math.floor(at / A_YEAR);
  const serial = (at % A_YEAR) + 1;
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor(((serial - 1) * 365) / A_YEAR)));
  const tanggalSurat = day.toISOString().slice(0, 10);
  const nomorPermohonan = `RP-${year}-${String(serial).padStart(4, "0")}`;
  const satker = unit(at);
  return {
    jenis: "surat-pemberitahuan",
    instans: `contoh-${at}`,
    nomorPermohonan,
    nomorSurat: `B/${serial}/LPSE/PL.02/${day.getUTCMonth() + 1}/${year}`,
    tanggalSurat,
    satker,
    orang: [person(at), person(at + 100_003), "Hendra Gunawan"],
    uraian: `Surat Pemberitahuan reset password akun SPSE kepada ${satker} (permohonan ${nomorPermohonan})`,
    kodeKlasifikasi: "PL.02",
    unitPengolah: "Layanan Pengadaan Secara Elektronik",
    tingkatPerkembangan: "kopi",
    keterangan: "",
    simpanSampai: tahunKemudian(tanggalSurat, KEPT_YEARS),
  };
}
