/** Every topic of the process: one file each in `topics/`. */
import type { Deps } from "./deps.js";
import type { Topic } from "./runtime/index.js";
import { arsipSimpan } from "./topics/arsip-simpan.js";
import { epesanKirimKredensial } from "./topics/epesan-kirim-kredensial.js";
import { pengembalianKirim } from "./topics/pengembalian-kirim.js";
import { penolakanKirim } from "./topics/penolakan-kirim.js";
import { slaEskalasi } from "./topics/sla-eskalasi.js";
import { spseResetPassword } from "./topics/spse-reset-password.js";
import { suratKirim } from "./topics/surat-kirim.js";
import { suratSusunDraf } from "./topics/surat-susun-draf.js";

export const topics: readonly Topic<Deps>[] = [
  spseResetPassword,
  epesanKirimKredensial,
  suratSusunDraf,
  arsipSimpan,
  suratKirim,
  penolakanKirim,
  pengembalianKirim,
  slaEskalasi,
];
