import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { bacaFolderSurat } from "./berkas.js";
import { DataPenolakan, DataPenolakanTanpaParagraf, DataSurat, DataTanpaParagraf, type Paragraf } from "./data.js";
import { periksa } from "./galat.js";
import { createGlyphGuard, petakanTeks } from "./huruf.js";
import type { Naskah } from "./naskah.js";
import { naskahPemberitahuan, paragrafPemberitahuan } from "./naskah-pemberitahuan.js";
import { naskahPenolakan, paragrafPenolakan } from "./naskah-penolakan.js";
import { formatNomorSurat } from "./nomor.js";
import { awalHariWib } from "./tanggal.js";
import { teksNaskah } from "./teks-naskah.js";
import { createPencetak } from "./typst.js";

const PEMBERITAHUAN = "surat-pemberitahuan.typ";
const PENOLAKAN = "surat-penolakan.typ";
const SUMBER = "data surat";

/** A finished letter: the PDF/A-2b, its SHA-256 (hex), its words as plain text, its number of pages. */
export interface SuratTercetak {
  pdf: Buffer;
  sha256: string;
  teks: string;
  halaman: number;
}

/** Makes letters from data alone: the same data always give the same bytes. All methods throw SuratError on bad data. */
export interface LetterRenderer {
  /** The Surat Pemberitahuan (SOP step 7). */
  render(data: DataSurat): SuratTercetak;
  /** The standard passages of a Surat Pemberitahuan, worded after the accounts' results. */
  paragrafAwal(data: DataTanpaParagraf): Paragraf;
  /** The letter that explains a refused request. */
  renderPenolakan(data: DataPenolakan): SuratTercetak;
  /** The standard passages of a refusal, with the reason in place. */
  paragrafPenolakan(data: DataPenolakanTanpaParagraf): Paragraf;
  /** The letter number for a serial of the year (from 1) and an ISO date, by the codes and pattern in kop.json. */
  nomorSurat(urut: number, tanggal: string): string;
}

/** Reads templates, letterhead, wording and fonts from `dir` once; throws SuratError naming what is faulty. */
export function createLetterRenderer({ dir }: { dir: string }): LetterRenderer {
  const folder = resolve(dir);
  const { kop, redaksi, huruf, templat: berkas } = bacaFolderSurat(folder);
  const saring = createGlyphGuard(huruf);
  const pencetak = createPencetak(folder, huruf, berkas);
  for (const templat of [PEMBERITAHUAN, PENOLAKAN]) pencetak.coba(templat);

  function cetak(templat: string, mentah: Naskah, tanggal: string): SuratTercetak {
    const naskah = petakanTeks(mentah, saring);
    const { pdf, halaman } = pencetak.cetak({ templat, naskah, saat: awalHariWib(tanggal) });
    return { pdf, sha256: createHash("sha256").update(pdf).digest("hex"), teks: teksNaskah(naskah), halaman };
  }

  return {
    render(masukan) {
      const data = periksa(DataSurat, masukan, SUMBER);
      return cetak(PEMBERITAHUAN, naskahPemberitahuan(kop, redaksi, data), data.tanggal);
    },
    paragrafAwal: (masukan) => paragrafPemberitahuan(redaksi, periksa(DataTanpaParagraf, masukan, SUMBER)),
    renderPenolakan(masukan) {
      const data = periksa(DataPenolakan, masukan, SUMBER);
      return cetak(PENOLAKAN, naskahPenolakan(kop, redaksi, data), data.tanggal);
    },
    paragrafPenolakan: (masukan) => paragrafPenolakan(redaksi, periksa(DataPenolakanTanpaParagraf, masukan, SUMBER)),
    nomorSurat(urut, tanggal) {
      const { pola, ...kode } = kop.nomor;
      return formatNomorSurat({ ...kode, urut, tanggal }, pola);
    },
  };
}
