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

/** The topics by name. */
export const topicsByName = {
  "spse-reset-password": spseResetPassword,
  "epesan-kirim-kredensial": epesanKirimKredensial,
  "surat-susun-draf": suratSusunDraf,
  "arsip-simpan": arsipSimpan,
  "surat-kirim": suratKirim,
  "penolakan-kirim": penolakanKirim,
  "pengembalian-kirim": pengembalianKirim,
  "sla-eskalasi": slaEskalasi,
} as const satisfies Readonly<Record<string, Topic<Deps>>>;

/** What must know every topic is a Record of these, and does not compile with one missing. */
export type TopicName = keyof typeof topicsByName;

/** The same as a list: what the runtime is started with. */
export const topics: readonly Topic<Deps>[] = Object.values(topicsByName);
