/** Every form by its BPMN id. */
import type { NamaFormulir } from "../../proses/tugas.js";
import { disposisiPermohonan } from "./lembar/disposisi-permohonan.js";
import { kirimPermohonan } from "./lembar/kirim-permohonan.js";
import { kirimSuratManual } from "./lembar/kirim-surat-manual.js";
import { koreksiDraf } from "./lembar/koreksi-draf.js";
import { perbaikiAkun } from "./lembar/perbaiki-akun.js";
import { perintahReset } from "./lembar/perintah-reset.js";
import { permohonanDiajukan } from "./lembar/permohonan-diajukan.js";
import { resetManual } from "./lembar/reset-manual.js";
import { sampaikanKredensial } from "./lembar/sampaikan-kredensial.js";
import { sampaikanPenolakan } from "./lembar/sampaikan-penolakan.js";
import { tandaTanganSurat } from "./lembar/tanda-tangan-surat.js";
import { verifikasiPermohonan } from "./lembar/verifikasi-permohonan.js";
import type { BuatLembar, BuatLembarAwal } from "./lembar.js";

/** Names of the forms that belong to a task; the start form has none yet. */
export type FormulirTugas = Exclude<NamaFormulir, "permohonan-diajukan">;

/** The start form. */
export const lembarAwal: BuatLembarAwal = permohonanDiajukan;

/** The forms of user tasks. */
export const lembarTugas: Readonly<Record<FormulirTugas, BuatLembar>> = {
  "kirim-permohonan": kirimPermohonan,
  "disposisi-permohonan": disposisiPermohonan,
  "perintah-reset": perintahReset,
  "verifikasi-permohonan": verifikasiPermohonan,
  "perbaiki-akun": perbaikiAkun,
  "reset-manual": resetManual,
  "sampaikan-kredensial": sampaikanKredensial,
  "koreksi-draf": koreksiDraf,
  "tanda-tangan-surat": tandaTanganSurat,
  "kirim-surat-manual": kirimSuratManual,
  "sampaikan-penolakan": sampaikanPenolakan,
};
