/** Drafts of letters and the archive of signed ones (SOP rows 7, 8 and 10). */
export { bacaDraf, type Draf, type DrafBaru, simpanDraf } from "./draf-surat.js";
export { bacaEntriArsip, type EntriArsip, type SuratUntukArsip, simpanArsip } from "./simpan.js";
