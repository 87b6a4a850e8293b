/** The message that carries the signed Surat Pemberitahuan (SOP row 11). */
import { satuBaris } from "../../../src/surat/teks.js";
import type { TeksPesan } from "./teks-pesan.js";

interface IsiPengantarSurat {
  readonly namaSatker: string;
  readonly nomorPermohonan: string;
  readonly nomorSurat: string;
  readonly nomorSuratPermohonan: string;
}

/** Subject and text of the covering message. */
export function pesanSurat(isi: IsiPengantarSurat): TeksPesan {
  const nomorSurat = satuBaris(isi.nomorSurat);
  return {
    perihal: `Surat Pemberitahuan Nomor ${nomorSurat} (permohonan ${isi.nomorPermohonan})`,
    isi: `Yth. Kepala Satuan Kerja
${satuBaris(isi.namaSatker)}
di tempat

Dengan hormat,

Bersama ini kami sampaikan Surat Pemberitahuan Nomor ${nomorSurat} sebagai jawaban atas surat Saudara Nomor ${satuBaris(isi.nomorSuratPermohonan)} (permohonan ${isi.nomorPermohonan}). Surat terlampir.

User ID dan password dikirimkan kepada masing-masing pemilik akun dan tidak dicantumkan dalam surat ini. Apabila ada yang perlu ditanyakan, hubungi Tim Pengelola LPSE melalui e-Pesan.

Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.

Tim Pengelola LPSE`,
  };
}
