/** The visible stamp of an electronic signature: a one-page PDF/A after surat/cap-elektronik.typ. */
import { resolve } from "node:path";
import qrcode from "qrcode-generator";
import { bacaFolderSurat } from "../surat/berkas.js";
import { createGlyphGuard, petakanTeks } from "../surat/huruf.js";
import { createPencetak } from "../surat/typst.js";
import { saatWib } from "../waktu/wib.js";

const TEMPLAT = "cap-elektronik.typ";

/** What a stamp says. `bsre`: the certificate is one of BSrE's, as far as this system can tell beforehand. */
export interface IsiCap {
  readonly alamat: string;
  readonly nama: string;
  readonly saat: Date;
  readonly bsre: boolean;
}

/** Makes stamps, and knows the place that letters are signed at (kop.json). */
export interface PembuatCap {
  readonly kota: string;
  cetak(isi: IsiCap): Buffer;
}

/** The wording that the rules ask for under a signature with a BSrE certificate; where it comes from: design notes, letters. */
const KETERANGAN_BSRE =
  "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).";
const KETERANGAN_LAIN = "Periksa keaslian surat ini dengan memindai kode QR.";

/** Reads the letter folder once; throws SuratError where the template is faulty. */
export function createPembuatCap(dir: string): PembuatCap {
  const folder = resolve(dir);
  const { kop, huruf, templat } = bacaFolderSurat(folder);
  const saring = createGlyphGuard(huruf);
  const pencetak = createPencetak(folder, huruf, templat);
  pencetak.coba(TEMPLAT);
  return {
    kota: kop.kota,
    cetak: (isi) => {
      const naskah = petakanTeks(naskahCap(isi), saring);
      return pencetak.cetak({ templat: TEMPLAT, naskah, saat: isi.saat }).pdf;
    },
  };
}

function naskahCap({ alamat, nama, saat, bsre }: IsiCap) {
  return {
    qr: kodeQr(alamat),
    alamat,
    judul: "Ditandatangani secara elektronik oleh",
    nama,
    saat: saatWib(saat),
    keterangan: bsre ? KETERANGAN_BSRE : KETERANGAN_LAIN,
    ...(bsre ? {} : { peringatan: "BUKAN sertifikat BSrE" }),
  };
}

/** The address as a QR code, drawn as one SVG path; level M survives a stain of 15 per cent. */
function kodeQr(alamat: string): string {
  const qr = qrcode(0, "M");
  qr.addData(alamat, "Byte");
  qr.make();
  const sisi = qr.getModuleCount();
  const kotak = Array.from({ length: sisi * sisi }, (_, i) => [Math.floor(i / sisi), i % sisi] as const)
    .filter(([baris, kolom]) => qr.isDark(baris, kolom))
    .map(([baris, kolom]) => `M${kolom} ${baris}h1v1h-1z`)
    .join("");
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${sisi} ${sisi}'><path d='${kotak}'/></svg>`;
}
