/** Start form: the request as the Satuan Kerja gives it. */
import { isiPermohonan } from "../bagian/isi-permohonan.js";
import type { BuatLembarAwal } from "../lembar.js";

/** Answers the letter, its attachments and the accounts; cannot be sent while an upload is under way. */
export const permohonanDiajukan: BuatLembarAwal = (awal, isian) => {
  const isi = isiPermohonan(isian, awal);
  return { baca: [], dokumen: [], jawab: [isi.elemen], nilai: isi.nilai, tunggu: isi.tunggu };
};
