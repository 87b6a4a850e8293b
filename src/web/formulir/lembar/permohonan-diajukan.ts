/** Start form: the request as the Satuan Kerja gives it. */
import { isiPermohonan } from "../bagian/isi-permohonan.js";
import type { BuatLembarAwal } from "../lembar.js";

export const permohonanDiajukan: BuatLembarAwal = (awal, isian) => {
  const isi = isiPermohonan(isian, awal);
  return { baca: [], dokumen: [], jawab: [isi.elemen], nilai: isi.nilai, tunggu: isi.tunggu };
};
