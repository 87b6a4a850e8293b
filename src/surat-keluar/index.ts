/** Letters that go out: their templates, their numbers, and those that the system makes from a decision. */

export {
  bacaDrafSurat,
  type Draf,
  type DrafBaru,
  type Pengubah,
  riwayatDrafSurat,
  simpanDrafSurat,
  type VersiDraf,
} from "./draf.js";
export { beriNomorSurat, catatDokumenSurat, suratDariNomor } from "./nomor.js";
export { createPenyediaTemplat, type PenyediaTemplat, type Templat } from "./templat.js";
export { namaBerkas, type SuratPermohonan, type SuratTerbit, suratPermohonan, terbitkanSurat } from "./terbit.js";
