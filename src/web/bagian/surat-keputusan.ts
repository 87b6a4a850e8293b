/** Letters that told the Satuan Kerja of a decision, as documents to open. */
import type { SuratKeputusan } from "../api/skema.js";
import type { DokumenTampil } from "../pdf/panel-dokumen.js";

const NAMA = { "surat-penolakan": "Surat Penolakan", "surat-pengembalian": "Surat Pengembalian" } as const;

/** The newest one first. */
export const dokumenSurat = (surat: readonly SuratKeputusan[]): DokumenTampil[] =>
  [...surat].reverse().map(({ jenis, nomor, dokumen }) => ({ judul: `${NAMA[jenis]} ${nomor}`, dokumen }));
