/** Reads an uploaded letter and the draft it should be, and judges it. */
import type * as pkijs from "pkijs";
import type { Db } from "../db/open.js";
import { bacaDokumen } from "../dokumen/store.js";
import { type LaporanPdf, laporkan } from "./laporan.js";
import { kataPdf } from "./teks-pdf.js";
import { type HasilUnggahan, nilaiUnggahan, unggahanTakTerbaca } from "./unggahan.js";

/** The upload and the draft by their document ids, and the number of the letter. */
export interface UnggahanDinilai {
  readonly draf: string;
  readonly dokumen: string;
  readonly nomorSurat: string;
}

const KOSONG: LaporanPdf = { tandaTangan: [], berubahSesudahnya: false };

/** The judgement and the signatures found; undefined where one of the documents is gone. */
export async function bacaUnggahan(
  db: Db,
  { draf, dokumen, nomorSurat }: UnggahanDinilai,
  akarBsre: readonly pkijs.Certificate[],
  kini: Date,
): Promise<{ hasil: HasilUnggahan; laporan: LaporanPdf } | undefined> {
  const [asal, surat] = await Promise.all([bacaDokumen(db, draf), bacaDokumen(db, dokumen)]);
  if (!asal || !surat) return undefined;
  try {
    const laporan = await laporkan(surat.isi, akarBsre, kini);
    const [kataDraf, kataSurat] = await Promise.all([kataPdf(asal.isi), kataPdf(surat.isi)]);
    const drafSendiri = asal.sha256 === surat.sha256;
    return { hasil: nilaiUnggahan({ drafSendiri, nomorSurat, kataDraf, kataSurat, laporan }), laporan };
  } catch {
    return { hasil: unggahanTakTerbaca(), laporan: KOSONG };
  }
}
