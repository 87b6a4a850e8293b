/** The signatures in a PDF as they stand there, unjudged. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";

/** One signature: what it covers, its CMS, and what its dictionary claims. */
export interface TandaTanganTersimpan {
  /** Bytes 0 to `awal` and `lanjut` to `akhir` of the file; what lies between is the signature itself. */
  readonly awal: number;
  readonly lanjut: number;
  readonly akhir: number;
  readonly cms: Buffer;
  readonly subFilter: string;
  readonly nama?: string | undefined;
  readonly waktu?: Date | undefined;
}

/** A signature whose byte range is not that of a signature: it covers what it should not, or leaves out more than itself. */
export interface TandaTanganRusak {
  readonly rusak: true;
  readonly nama?: string | undefined;
}

/** All signatures, in the order of what they cover; throws where the file cannot be read as PDF. */
export async function bacaTandaTangan(pdf: Buffer): Promise<(TandaTanganTersimpan | TandaTanganRusak)[]> {
  const dokumen = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: false });
  const akro = dokumen.catalog.lookup(PDFName.of("AcroForm"));
  const kamus = akro instanceof PDFDict ? bidangTandaTangan(akro.lookup(PDFName.of("Fields")), 0) : [];
  return kamus.map((k) => bacaKamus(pdf, k)).sort((a, b) => batas(a) - batas(b));
}

const batas = (t: TandaTanganTersimpan | TandaTanganRusak): number => ("rusak" in t ? -1 : t.akhir);
const DALAM_PALING = 10;

/** Signature dictionaries below a list of fields; fields may have children. */
function bidangTandaTangan(daftar: unknown, dalam: number): PDFDict[] {
  if (!(daftar instanceof PDFArray) || dalam > DALAM_PALING) return [];
  return Array.from({ length: daftar.size() }, (_, i) => daftar.lookup(i)).flatMap((bidang) => {
    if (!(bidang instanceof PDFDict)) return [];
    const nilai = bidang.lookup(PDFName.of("V"));
    const sendiri = nilai instanceof PDFDict && nilai.has(PDFName.of("ByteRange")) ? [nilai] : [];
    return [...sendiri, ...bidangTandaTangan(bidang.lookup(PDFName.of("Kids")), dalam + 1)];
  });
}

function bacaKamus(pdf: Buffer, kamus: PDFDict): TandaTanganTersimpan | TandaTanganRusak {
  const teks = (kunci: string) => {
    const nilai = kamus.lookup(PDFName.of(kunci));
    return nilai instanceof PDFString || nilai instanceof PDFHexString ? nilai : undefined;
  };
  const nama = teks("Name")?.decodeText();
  const rentang = bacaRentang(kamus);
  const isi = teks("Contents");
  if (!rentang || !(isi instanceof PDFHexString)) return { rusak: true, nama };
  const [nol, awal, lanjut, panjang] = rentang;
  const akhir = lanjut + panjang;
  // The gap holds the signature and nothing else; otherwise unsigned bytes could hide in it.
  const celah = pdf.toString("latin1", awal, lanjut);
  const pas = nol === 0 && awal > 0 && awal < lanjut && akhir <= pdf.length && celah === `<${isi.asString()}>`;
  if (!pas) return { rusak: true, nama };
  const subFilter = kamus.lookup(PDFName.of("SubFilter"));
  return {
    awal,
    lanjut,
    akhir,
    cms: Buffer.from(isi.asBytes()),
    subFilter: subFilter instanceof PDFName ? subFilter.decodeText() : "",
    nama,
    waktu: saat(teks("M")),
  };
}

function bacaRentang(kamus: PDFDict): [number, number, number, number] | undefined {
  const daftar = kamus.lookup(PDFName.of("ByteRange"));
  if (!(daftar instanceof PDFArray) || daftar.size() !== 4) return undefined;
  const angka = Array.from({ length: 4 }, (_, i) => daftar.lookup(i)).map((n) =>
    n instanceof PDFNumber ? n.asNumber() : Number.NaN,
  );
  const [a = -1, b = -1, c = -1, d = -1] = angka;
  return [a, b, c, d].every((n) => Number.isInteger(n) && n >= 0) ? [a, b, c, d] : undefined;
}

/** Undefined for a date that is none. */
function saat(teks: PDFString | PDFHexString | undefined): Date | undefined {
  try {
    const waktu = teks?.decodeDate();
    return waktu && !Number.isNaN(waktu.getTime()) ? waktu : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes that a signature covers. */
export const terlindung = (pdf: Buffer, { awal, lanjut, akhir }: TandaTanganTersimpan): Buffer =>
  Buffer.concat([pdf.subarray(0, awal), pdf.subarray(lanjut, akhir)]);
