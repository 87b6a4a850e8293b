/** The fields of a request: letter, attachments, accounts. Used by the start form and by step 1. */
import { bagianJudul } from "../../bagian/dasar.js";
import { h } from "../../dom.js";
import { daftarIsian, dokumenIsian, type Isian, teksIsian } from "../isian.js";
import { bidang, isi, masukan } from "./bidang.js";
import { editorAkun } from "./editor-akun.js";
import type { Bagian } from "./keputusan.js";
import { kotakUnggah } from "./kotak-unggah.js";

interface IsiPermohonan extends Bagian {
  tunggu(): string | undefined;
}

interface BatasPermohonan {
  readonly batasUnggah: number;
  /** Today in WIB, YYYY-MM-DD. */
  readonly hariIni: string;
}

/** The fields, filled from `isian`. */
export function isiPermohonan(isian: Isian, { batasUnggah, hariIni }: BatasPermohonan): IsiPermohonan {
  const nomor = masukan(teksIsian(isian, "nomorSuratPermohonan"), { maxlength: 200 });
  const tanggal = masukan(teksIsian(isian, "tanggalSuratPermohonan"), { type: "date", max: hariIni });
  const surat = kotakUnggah({
    jalur: "suratPermohonan",
    label: "Surat Permohonan",
    bantuan: "Sudah ditandatangani Kepala Satuan Kerja.",
    maksimum: 1,
    awal: dokumenIsian(isian, "suratPermohonan"),
    batas: batasUnggah,
  });
  const lampiran = kotakUnggah({
    jalur: "lampiran",
    label: "Lampiran, misalnya Surat Keputusan",
    bantuan: "Paling banyak 10 berkas.",
    opsional: true,
    maksimum: 10,
    awal: dokumenIsian(isian, "lampiran"),
    batas: batasUnggah,
  });
  const akun = editorAkun(daftarIsian(isian, "akun"));
  return {
    elemen: h(
      "div",
      { class: "rp-tumpuk" },
      bagianJudul(
        "Surat",
        h(
          "div",
          { class: "rp-berdampingan" },
          bidang({ jalur: "nomorSuratPermohonan", label: "Nomor surat", bantuan: "Seperti tertulis di surat." }, nomor),
          bidang({ jalur: "tanggalSuratPermohonan", label: "Tanggal surat" }, tanggal),
        ),
        surat.elemen,
        lampiran.elemen,
      ),
      akun.elemen,
    ),
    nilai: () => ({
      nomorSuratPermohonan: isi(nomor),
      tanggalSuratPermohonan: isi(tanggal),
      suratPermohonan: surat.dokumen()[0],
      lampiran: lampiran.dokumen(),
      ...akun.nilai(),
    }),
    tunggu: () => (surat.sibuk() || lampiran.sibuk() ? "Tunggu sampai unggahan selesai, lalu kirim lagi." : undefined),
  };
}
