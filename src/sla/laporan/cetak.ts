/** The report as PDF/A-2b, in the layout of the letter folder (`surat/laporan-sla.typ`, letterhead of `kop.json`). */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { bacaFolderSurat } from "../../surat/berkas.js";
import { createGlyphGuard, petakanTeks } from "../../surat/huruf.js";
import { createPencetak } from "../../surat/typst.js";
import type { Laporan } from "./hitung.js";
import { naskahLaporan } from "./naskah.js";

const TEMPLAT = "laporan-sla.typ";

/** The printed report: its bytes, their SHA-256 (hex), its number of pages. */
export interface LaporanTercetak {
  readonly pdf: Buffer;
  readonly sha256: string;
  readonly halaman: number;
}

/** Prints a report; the same report gives the same bytes. Throws SuratError where the letter folder is faulty. */
export type CetakLaporan = (laporan: Laporan) => LaporanTercetak;

/** Reads the letter folder when the first report is printed: the gateway starts without it. */
export function createCetakLaporan(dir: string): CetakLaporan {
  let siap: ReturnType<typeof buka> | undefined;
  return (laporan) => {
    siap ??= buka(dir);
    const { kop, redaksi, saring, pencetak } = siap;
    const naskah = petakanTeks(naskahLaporan(kop, redaksi.istilahAsing, laporan), saring);
    const { pdf, halaman } = pencetak.cetak({ templat: TEMPLAT, naskah, saat: new Date(laporan.dibuat) });
    return { pdf, sha256: createHash("sha256").update(pdf).digest("hex"), halaman };
  };
}

function buka(dir: string) {
  const folder = resolve(dir);
  const { kop, redaksi, huruf, templat } = bacaFolderSurat(folder);
  return { kop, redaksi, saring: createGlyphGuard(huruf), pencetak: createPencetak(folder, huruf, templat) };
}
