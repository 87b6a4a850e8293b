import type { DataPenolakan, DataPenolakanTanpaParagraf, Paragraf } from "./data.js";
import type { Kop } from "./kop.js";
import { type Naskah, naskahDinas } from "./naskah.js";
import type { IsianPenolakan, Redaksi } from "./redaksi.js";
import { tanggalIndonesia } from "./tanggal.js";
import { isiTemplat } from "./templat.js";

/** The letter that tells a Satker why its request is not fulfilled. */
export function naskahPenolakan(kop: Kop, redaksi: Redaksi, data: DataPenolakan): Naskah {
  const kata = redaksi.suratPenolakan;
  const isian = isianPenolakan({ ...data, alasan: "" });
  const isi = (pola: string) => isiTemplat(pola, isian);
  return naskahDinas(kop, redaksi, {
    ...data,
    judul: kata.judul,
    hal: isi(kata.hal),
    lampiran: "-",
    yth: kata.yth.map(isi),
  });
}

/** The standard passages of a refusal, with the reason in place. */
export function paragrafPenolakan(redaksi: Redaksi, data: DataPenolakanTanpaParagraf): Paragraf {
  const pola = redaksi.suratPenolakan.paragraf;
  const isian = isianPenolakan(data);
  return {
    pembuka: isiTemplat(pola.pembuka, isian),
    isi: isiTemplat(pola.isi, isian),
    penutup: isiTemplat(pola.penutup, isian),
  };
}

function isianPenolakan({ kepada, permohonan, alasan }: DataPenolakanTanpaParagraf): IsianPenolakan {
  return {
    satker: kepada,
    nomorSuratPermohonan: permohonan.nomor,
    tanggalSuratPermohonan: tanggalIndonesia(permohonan.tanggal),
    nomorPermohonan: permohonan.nomorPermohonan,
    alasan,
  };
}
