/** Step 1: the Satuan Kerja looks its request over and sends it, or withdraws it; also after a return. */
import type { Tugas } from "../../api/skema.js";
import { h } from "../../dom.js";
import { isiPermohonan } from "../bagian/isi-permohonan.js";
import { alasan, keputusan } from "../bagian/keputusan.js";
import { kotakPengembalian } from "../bagian/kotak-pengembalian.js";
import { dokumenPermohonan, ringkasan } from "../bagian/ringkasan.js";
import { objekIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";

const isiAwal = ({ permohonan: p }: Tugas) => ({
  nomorSuratPermohonan: p.nomorSuratPermohonan,
  tanggalSuratPermohonan: p.tanggalSuratPermohonan,
  suratPermohonan: p.suratPermohonan,
  lampiran: p.lampiran,
  akun: p.akun,
});

/** Answers `keputusanPemohon` with the request as it now is, or the reason of the withdrawal. */
export const kirimPermohonan: BuatLembar = (tugas, isian) => {
  const kembali = kotakPengembalian(
    tugas.permohonan,
    "Permohonan ini",
    "Perbaiki yang diminta di bagian “Ubah isi permohonan”, lalu kirim lagi.",
  );
  const isi = isiPermohonan({ ...isiAwal(tugas), ...objekIsian(isian) }, tugas);
  const ubah = h(
    "details",
    { class: "rp-lipat", open: kembali.length > 0 },
    h("summary", {}, "Ubah isi permohonan"),
    isi.elemen,
  );
  const putusan = keputusan({
    nama: "keputusanPemohon",
    pertanyaan: "Apa yang akan Anda lakukan?",
    isian,
    pilihan: [
      {
        nilai: "kirim",
        judul: "Kirim permohonan",
        akibat: "Permohonan diteruskan kepada Kepala UKPBJ untuk didisposisi.",
      },
      {
        nilai: "tarik",
        judul: "Tarik permohonan",
        akibat: "Permohonan berakhir di sini; tidak ada akun yang di-reset.",
        bahaya: true,
        rincian: alasan(isian, "Alasan penarikan", "Dicatat dalam riwayat permohonan."),
      },
    ],
  });
  return {
    baca: [...kembali, ringkasan(tugas.permohonan)],
    dokumen: dokumenPermohonan(tugas.permohonan),
    jawab: [ubah, putusan.elemen],
    nilai: () => ({ ...isi.nilai(), ...putusan.nilai() }),
    tunggu: isi.tunggu,
  };
};
