/** The SOP as PDF/A-2b through the same Typst compiler as the letters. */
import { resolve } from "node:path";
import { bacaFolderSurat } from "../../surat/berkas.js";
import { SuratError } from "../../surat/galat.js";
import { createGlyphGuard, petakanTeks } from "../../surat/huruf.js";
import { createPencetak } from "../../surat/typst.js";
import { awalHariWib } from "../../waktu/wib.js";
import { polos } from "../diagram.js";
import type { DokumenSop } from "../dokumen.js";
import { SopError } from "../galat.js";
import { lebarKolom, tengahLajur } from "../gambar/kolom.js";
import { LEGENDA, naskahCatatan, naskahHalaman, naskahIdentitas } from "./naskah.js";
import { KEPALA_ATAS, type TataSop, TINGGI_JUDUL, tataSop, Ukuran } from "./tata.js";

const TEMPLAT = "sop.typ";
/** The date in the file of an SOP that has none of its own, so that the same SOP always gives the same bytes. */
const TANPA_TANGGAL = "2026-01-01";

/** Prints SOPs; its methods throw SopError with a sentence where an SOP cannot be printed. */
export interface PencetakSop {
  /** Measured, drawn and divided into pages of A4, or of another height in mm. */
  tata(d: DokumenSop, tinggi?: number): TataSop;
  pdf(d: DokumenSop): Buffer;
  readonly kop: Parameters<typeof naskahIdentitas>[1];
}

/** Reads the template, letterhead and fonts in `dir` once. */
export function createPencetakSop({ dir }: { dir: string }): PencetakSop {
  const folder = resolve(dir);
  const { kop, huruf, templat } = bacaFolderSurat(folder);
  const saring = createGlyphGuard(huruf);
  const pencetak = createPencetak(folder, huruf, templat);
  const coba = <T>(kerja: () => T): T => {
    try {
      return kerja();
    } catch (error) {
      if (!(error instanceof SuratError)) throw error;
      throw new SopError(`Dokumen SOP tidak dapat dicetak: ${error.masalah.join("; ")}`, { cause: error });
    }
  };
  const tata = (d: DokumenSop, tinggi?: number): TataSop => {
    const ukur = (naskah: unknown) => Ukuran.parse(pencetak.tanya(TEMPLAT, petakanTeks(naskah, saring), "ukuran"));
    return coba(() => tataSop(d, ukur, tinggi));
  };
  return {
    kop,
    tata,
    pdf: (d) =>
      coba(() => {
        const naskah = petakanTeks(naskahSop(tata(d), kop), saring);
        return pencetak.cetak({ templat: TEMPLAT, naskah, saat: awalHariWib(tanggalBerkas(d)) }).pdf;
      }),
  };
}

function tanggalBerkas({ identitas: i }: DokumenSop): string {
  const calon = [i.tanggalRevisi, i.tanggalPembuatan, i.tanggalEfektif];
  return calon.find((t) => /^\d{4}-\d{2}-\d{2}$/.test(t) && !Number.isNaN(Date.parse(t))) ?? TANPA_TANGGAL;
}

/** All that the template prints. */
function naskahSop({ dokumen: d, kolom, ukuran, tinggiKepala, halaman }: TataSop, kop: PencetakSop["kop"]) {
  const judul = polos(d.identitas.nama);
  return {
    judul,
    kaki: [judul, d.tag === "" ? "" : `versi ${d.tag}`].filter(Boolean).join(", "),
    ukuran,
    kolom: lebarKolom(kolom),
    lajurX: kolom.lajur.map((lebar, i) => tengahLajur(kolom, i) - lebar / 2),
    pelaksana: d.pelaksana.length > 0 ? d.pelaksana : [""],
    tinggiJudul: TINGGI_JUDUL,
    tinggiKepala,
    tinggiKepalaAtas: KEPALA_ATAS,
    identitas: naskahIdentitas(d, kop),
    halaman: halaman.map((h) => naskahHalaman(d, h)),
    legenda: LEGENDA,
    catatan: naskahCatatan(d.catatan),
  };
}
