/** The archive (SOP row 10): append-only, chained, anchored daily. */

export { type BarisArsip, cariArsip, isiArsip, KueriArsip } from "./cari.js";
export { CatatanArsip, hashEntri, tahunKemudian } from "./catatan.js";
export { EksporTerlaluBesar, eksporArsip } from "./ekspor.js";
export { type Jangkar, jangkarkan, jangkarSah, kunciJangkar } from "./jangkar.js";
export { catatPemeriksaan, keadaanArsip, rincianArsip } from "./keadaan.js";
export { daftarUsul, lewatRetensi, MusnahDitolak, putuskan, usulkan } from "./musnah.js";
export { type HasilPeriksa, periksaArsip, type Temuan } from "./periksa.js";
export { type BahanArsip, bacaEntriArsip, type EntriArsip, simpanArsip } from "./simpan.js";
