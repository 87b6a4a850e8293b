/** Signing the Surat Pemberitahuan (SOP row 9), checking signed letters, and what the verification page may tell. */
export { type Bsre, bacaDaftarNik, createBsre } from "./bsre/index.js";
export { createPembuatCap, type PembuatCap } from "./cap.js";
export { GalatPenanda, galatPenanda, type KodePenanda } from "./galat.js";
export { type LaporanPdf, laporkan } from "./laporan.js";
export {
  type DepsTandaTangan,
  type KeadaanTandaTangan,
  keadaanTandaTangan,
  tandaTanganiSurat,
} from "./layanan.js";
export { createPenandaLokal } from "./lokal.js";
export type { Penanda } from "./penanda.js";
export { bacaPem } from "./periksa-cms.js";
export { bacaUnggahan } from "./periksa-unggahan.js";
export { bacaMilikDokumen, type SuratDitandai, salahSejak, terbitkan, tinggalkan } from "./simpanan.js";
export type { HasilUnggahan } from "./unggahan.js";
export { type HasilVerifikasi, verifikasi } from "./verifikasi.js";
