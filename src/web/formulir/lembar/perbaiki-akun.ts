/** SPSE does not know an account: the Tim corrects its data for another try, or gives the account up. */
import { h } from "../../dom.js";
import { akunTugas, kotakKendala } from "../bagian/akun-tugas.js";
import { bidangAkun } from "../bagian/bidang-akun.js";
import { alasan, type Bagian, keputusan } from "../bagian/keputusan.js";
import { dokumenPermohonan } from "../bagian/ringkasan.js";
import { type Isian, objekIsian } from "../isian.js";
import type { BuatLembar } from "../lembar.js";

function perbaikan(id: string, isian: Isian): Bagian {
  const data = bidangAkun(isian);
  data.jalur("akunDiproses");
  return {
    elemen: h("div", { class: "rp-akun-bidang", "data-jalur": "akunDiproses" }, data.elemen),
    nilai: () => ({ akunDiproses: { id, ...data.nilai() } }),
  };
}

/** Answers `keputusanPerbaikan`: another try with `akunDiproses` as corrected, or failed with the reason. */
export const perbaikiAkun: BuatLembar = (tugas, isian) => {
  const asal = tugas.akunDiproses;
  const putusan = keputusan({
    nama: "keputusanPerbaikan",
    pertanyaan: "Apa tindak lanjutnya?",
    isian,
    pilihan: [
      {
        nilai: "diperbaiki",
        judul: "Perbaiki data, lalu coba lagi",
        akibat: "Reset password diulang dengan data yang sudah diperbaiki.",
        rincian: perbaikan(asal?.id ?? "", objekIsian(isian.akunDiproses ?? asal)),
      },
      {
        nilai: "gagal",
        judul: "Nyatakan akun ini gagal",
        akibat: "Akun ini tidak di-reset; akun lain tetap diproses. Alasannya disebut dalam Surat Pemberitahuan.",
        bahaya: true,
        rincian: alasan(isian, "Alasan", "Dibaca Satuan Kerja dalam Surat Pemberitahuan."),
      },
    ],
  });
  return {
    baca: [kotakKendala(tugas.kendala, "Aplikasi SPSE tidak mengenal akun ini."), ...akunTugas(tugas)],
    dokumen: dokumenPermohonan(tugas.permohonan),
    jawab: [putusan.elemen],
    nilai: putusan.nilai,
  };
};
