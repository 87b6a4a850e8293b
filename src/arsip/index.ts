/** The archive (SOP row 10): append-only, chained, anchored daily. */

export { type BarisArsip, cariArsip, isiArsip, KueriArsip } from "./cari.js";
export { tahunKemudian } from "./catatan.js";
export { EksporTerlaluBesar, eksporArsip } from "./ekspor.js";
export { jangkarkan, kunciJangkar } from "./jangkar.js";
export { catatPemeriksaan, keadaanArsip, rincianArsip } from "./keadaan.js";
export { daftarUsul, lewatRetensi, MusnahDitolak, putuskan, usulkan } from "./musnah.js";
export { type HasilPeriksa, periksaArsip } from "./periksa.js";
export { type BahanArsip, bacaEntriArsip, simpanArsip } from "./simpan.js";
