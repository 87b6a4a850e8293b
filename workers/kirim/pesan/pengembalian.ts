/** The message that carries a Surat Pengembalian: what a Satuan Kerja has to mend before its request goes on. */
import { banyakBaris, satuBaris } from "../../../src/surat/teks.js";
import type { TeksPesan } from "./teks-pesan.js";

interface IsiPengembalian {
  readonly namaSatker: string;
  readonly nomorPermohonan: string;
  readonly nomorSurat: string;
  readonly nomorSuratPermohonan: string;
  readonly alasan: string;
}

/** Subject and text; the reason is passed on as it was written. */
export function pesanPengembalian(isi: IsiPengembalian): TeksPesan {
  return {
    perihal: `Permohonan ${isi.nomorPermohonan}: dikembalikan untuk diperbaiki`,
    isi: `Yth. Kepala Satuan Kerja
${satuBaris(isi.namaSatker)}
di tempat

Dengan hormat,

Permohonan reset password dengan surat Saudara Nomor ${satuBaris(isi.nomorSuratPermohonan)} (permohonan ${isi.nomorPermohonan}) dikembalikan untuk diperbaiki, dengan catatan sebagai berikut:

${banyakBaris(isi.alasan)}

Surat Pengembalian Nomor ${isi.nomorSurat} terlampir. Permohonan diperbaiki dan dikirim kembali, atau ditarik, lewat daftar tugas Saudara dalam aplikasi. Apabila ada yang perlu ditanyakan, hubungi Tim Pengelola LPSE melalui e-Pesan.

Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.

Tim Pengelola LPSE`,
  };
}
