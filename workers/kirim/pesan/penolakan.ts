/** The message that tells a Satuan Kerja why its request goes no further. */
import { banyakBaris, satuBaris } from "../../../src/surat/teks.js";
import type { TeksPesan } from "./teks-pesan.js";

interface IsiPenolakan {
  readonly namaSatker: string;
  readonly nomorPermohonan: string;
  readonly nomorSurat: string;
  readonly nomorSuratPermohonan: string;
  readonly sebabPenolakan: "ditolak" | "bukanReset";
  readonly alasanPenolakan: string;
}

const SEBAB = {
  ditolak: {
    perihal: "ditolak",
    isi: "tidak dapat disetujui dengan alasan sebagai berikut",
    lanjut: "Permohonan dapat diajukan kembali setelah hal tersebut dipenuhi.",
  },
  bukanReset: {
    perihal: "bukan reset password",
    isi: "tidak dapat diselesaikan dengan reset password, dengan penjelasan sebagai berikut",
    lanjut: "Saudara dimohon menindaklanjutinya sesuai penjelasan tersebut.",
  },
} as const;

/** Subject and text; the reason is passed on as it was written. */
export function pesanPenolakan(isi: IsiPenolakan): TeksPesan {
  const sebab = SEBAB[isi.sebabPenolakan];
  return {
    perihal: `Permohonan ${isi.nomorPermohonan}: ${sebab.perihal}`,
    isi: `Yth. Kepala Satuan Kerja
${satuBaris(isi.namaSatker)}
di tempat

Dengan hormat,

Permohonan reset password dengan surat Saudara Nomor ${satuBaris(isi.nomorSuratPermohonan)} (permohonan ${isi.nomorPermohonan}) ${sebab.isi}:

${banyakBaris(isi.alasanPenolakan)}

Surat Penolakan Nomor ${isi.nomorSurat} terlampir. ${sebab.lanjut} Apabila ada yang perlu ditanyakan, hubungi Tim Pengelola LPSE melalui e-Pesan.

Atas perhatian Saudara, kami ucapkan terima kasih.

Tim Pengelola LPSE`,
  };
}
