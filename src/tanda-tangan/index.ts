/** Signing the Surat Pemberitahuan (SOP row 9), checking signed letters, and what the verification page may tell. */

export { createPembuatCap } from "./cap.js";
export { GalatPenanda, galatPenanda } from "./galat.js";
export type { LaporanPdf } from "./laporan.js";
export {
  type DepsTandaTangan,
  keadaanTandaTangan,
  tandaTanganiSurat,
} from "./layanan.js";
export { createPenandaLokal } from "./lokal.js";
export type { Penanda } from "./penanda.js";

export { bacaUnggahan } from "./periksa-unggahan.js";
export { bacaMilikDokumen, type SuratDitandai, salahSejak, terbitkan, tinggalkan } from "./simpanan.js";

export { verifikasi } from "./verifikasi.js";
