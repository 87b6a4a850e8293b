import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { awalHariWib } from "../waktu/wib.js";
import { bacaFolderSurat } from "./berkas.js";
import {
  DataOtomatis,
  DataOtomatisTanpaParagraf,
  DataSurat,
  DataTanpaParagraf,
  type JenisOtomatis,
  type Paragraf,
} from "./data.js";
import { periksa, SuratError } from "./galat.js";
import { createGlyphGuard, petakanTeks } from "./huruf.js";
import type { IsiTemplat } from "./isi-templat.js";
import type { Naskah } from "./naskah.js";
import { naskahOtomatis, paragrafOtomatis } from "./naskah-otomatis.js";
import { naskahPemberitahuan, paragrafPemberitahuan } from "./naskah-pemberitahuan.js";
import { formatNomorSurat } from "./nomor.js";
import { teksNaskah } from "./teks-naskah.js";
import { createPencetak } from "./typst.js";

const PEMBERITAHUAN = "surat-pemberitahuan.typ";
const OTOMATIS = "surat-keputusan.typ";
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
  /** The letter that tells a decision: a refusal or a return. */
  renderOtomatis(jenis: JenisOtomatis, data: DataOtomatis): SuratTercetak;
  /** The standard passages of such a letter, with the reason in place. */
  paragrafOtomatis(jenis: JenisOtomatis, data: DataOtomatisTanpaParagraf): Paragraf;
  /** The letter number for a serial of the year (from 1) and an ISO date, by the codes and pattern of the letterhead. */
  nomorSurat(urut: number, tanggal: string): string;
}

/** The letter folder in use: makes renderers for its own letterhead and wording (`bawaan`), or for others. */
export interface PencetakSurat {
  readonly bawaan: IsiTemplat;
  /** Pictures in the folder that may serve as a logo. */
  readonly logo: readonly string[];
  /** Throws SuratError where the letterhead names a logo that is not there. */
  untuk(isi: IsiTemplat): LetterRenderer;
}

/** Reads templates, letterhead, wording and fonts from `dir` once; throws SuratError naming what is faulty. */
export function createPencetakSurat({ dir }: { dir: string }): PencetakSurat {
  const folder = resolve(dir);
  const { kop, redaksi, huruf, templat: berkas } = bacaFolderSurat(folder);
  const saring = createGlyphGuard(huruf);
  const pencetak = createPencetak(folder, huruf, berkas);
  for (const templat of [PEMBERITAHUAN, OTOMATIS]) pencetak.coba(templat);
  const logo = berkas.map(({ nama }) => nama).filter((nama) => /\.(svg|png|jpe?g)$/i.test(nama));

  function cetak(templat: string, mentah: Naskah, tanggal: string): SuratTercetak {
    const naskah = petakanTeks(mentah, saring);
    const { pdf, halaman } = pencetak.cetak({ templat, naskah, saat: awalHariWib(tanggal) });
    return { pdf, sha256: createHash("sha256").update(pdf).digest("hex"), teks: teksNaskah(naskah), halaman };
  }

  function untuk(isi: IsiTemplat): LetterRenderer {
    if (isi.kop.logo !== undefined && !logo.includes(isi.kop.logo))
      throw new SuratError("kop", [`logo: berkas ${isi.kop.logo} tidak ada di folder surat`]);
    return rendererUntuk(isi, cetak);
  }
  return { bawaan: { kop, redaksi }, logo, untuk };
}

type Cetak = (templat: string, naskah: Naskah, tanggal: string) => SuratTercetak;

function rendererUntuk({ kop, redaksi }: IsiTemplat, cetak: Cetak): LetterRenderer {
  return {
    render(masukan) {
      const data = periksa(DataSurat, masukan, SUMBER);
      return cetak(PEMBERITAHUAN, naskahPemberitahuan(kop, redaksi, data), data.tanggal);
    },
    paragrafAwal: (masukan) => paragrafPemberitahuan(redaksi, periksa(DataTanpaParagraf, masukan, SUMBER)),
    renderOtomatis(jenis, masukan) {
      const data = periksa(DataOtomatis, masukan, SUMBER);
      return cetak(OTOMATIS, naskahOtomatis(jenis, kop, redaksi, data), data.tanggal);
    },
    paragrafOtomatis: (jenis, masukan) =>
      paragrafOtomatis(jenis, redaksi, periksa(DataOtomatisTanpaParagraf, masukan, SUMBER)),
    nomorSurat(urut, tanggal) {
      const { pola, ...kode } = kop.nomor;
      return formatNomorSurat({ ...kode, urut, tanggal }, pola);
    },
  };
}
