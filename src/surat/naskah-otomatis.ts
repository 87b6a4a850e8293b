import { saatWib, tanggalIndonesia } from "../waktu/wib.js";
import type { DataOtomatis, DataOtomatisTanpaParagraf, JenisOtomatis, Paragraf } from "./data.js";
import type { Kop } from "./kop.js";
import { type Naskah, naskahDinas } from "./naskah.js";
import type { IsianKeputusan, IsianOtomatis, Redaksi } from "./redaksi.js";
import { isiTemplat } from "./templat.js";

const KATA = { "surat-penolakan": "suratPenolakan", "surat-pengembalian": "suratPengembalian" } as const;

/** The letter that tells a Satker of one decision: its request is refused, or returned to be mended. */
export function naskahOtomatis(jenis: JenisOtomatis, kop: Kop, redaksi: Redaksi, data: DataOtomatis): Naskah {
  const kata = redaksi[KATA[jenis]];
  const isian = isianOtomatis({ ...data, alasan: "" });
  const isi = (pola: string) => isiTemplat(pola, isian);
  const dasar = naskahDinas(kop, redaksi, {
    ...data,
    bentuk: kata.bentuk,
    judul: kata.judul,
    hal: isi(kata.hal),
    lampiran: "-",
    yth: kata.yth.map(isi),
  });
  return { ...dasar, keputusan: kata.keputusan.map((pola) => isiTemplat(pola, isianKeputusan(data))) };
}

/** The standard passages of such a letter, with the reason in place. */
export function paragrafOtomatis(jenis: JenisOtomatis, redaksi: Redaksi, data: DataOtomatisTanpaParagraf): Paragraf {
  const pola = redaksi[KATA[jenis]].paragraf;
  const isian = isianOtomatis(data);
  return {
    pembuka: isiTemplat(pola.pembuka, isian),
    isi: isiTemplat(pola.isi, isian),
    penutup: isiTemplat(pola.penutup, isian),
  };
}

function isianOtomatis({ kepada, permohonan, alasan }: DataOtomatisTanpaParagraf): IsianOtomatis {
  return {
    satker: kepada,
    nomorSuratPermohonan: permohonan.nomor,
    tanggalSuratPermohonan: tanggalIndonesia(permohonan.tanggal),
    nomorPermohonan: permohonan.nomorPermohonan,
    alasan,
  };
}

const isianKeputusan = ({ keputusan, permohonan }: DataOtomatis): IsianKeputusan => ({
  pejabat: keputusan.pejabat,
  langkah: keputusan.langkah,
  saat: saatWib(new Date(keputusan.saat)),
  nomorPermohonan: permohonan.nomorPermohonan,
});
