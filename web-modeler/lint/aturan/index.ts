/** Our own rules: one file, one test, one reason each. */
import type { Aturan } from "../jenis.js";
import { galatCocok } from "./galat-cocok.js";
import { jalanBuntu } from "./jalan-buntu.js";
import { labelMuat } from "./label-muat.js";
import { langkahAtauAlasan } from "./langkah-atau-alasan.js";
import { masaSimpan } from "./masa-simpan.js";
import { nomorBerurutan } from "./nomor-berurutan.js";
import { retryTerisi } from "./retry-terisi.js";
import { tanpaKode } from "./tanpa-kode.js";
import { tanpaRahasia } from "./tanpa-rahasia.js";
import { topikDikenal } from "./topik-dikenal.js";
import { tugasOrang } from "./tugas-orang.js";
import { waktuDanTimer } from "./waktu-dan-timer.js";

/** By the names of their files; a test compares the list with the folder. */
export const aturanKita: readonly Aturan[] = [
  galatCocok,
  jalanBuntu,
  labelMuat,
  langkahAtauAlasan,
  masaSimpan,
  nomorBerurutan,
  retryTerisi,
  tanpaKode,
  tanpaRahasia,
  topikDikenal,
  tugasOrang,
  waktuDanTimer,
];
