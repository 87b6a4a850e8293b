/** Letters that go out: their templates, their numbers, and those that the system makes from a decision. */

export {
  bacaDrafSurat,
  type Draf,
  type Pengubah,
  riwayatDrafSurat,
  simpanDrafSurat,
} from "./draf.js";
export { beriNomorSurat, suratDariNomor } from "./nomor.js";
export { createPenyediaTemplat, type PenyediaTemplat, type Templat } from "./templat.js";
export { namaBerkas, type SuratTerbit, suratPermohonan, terbitkanSurat } from "./terbit.js";
