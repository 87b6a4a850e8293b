/** A PAdES signature in a PDF as an incremental update (ISO 32000-1, 12.8). */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { type KunciTandaTangan, tandaTanganCms } from "./cms.js";
import type { Letak } from "./penanda.js";
import { daftarDi } from "./ruang.js";
import { bukaUntukTambahan, simpanTambahan } from "./tempel.js";

/** Bytes kept free for the CMS: a chain of four certificates with 4096 bit keys fits. */
const RUANG_CMS = 12_288;
const SEMENTARA = 9_999_999_999;

/** What stands in the signature dictionary besides the signature. */
export interface KeteranganTandaTangan {
  readonly nama: string;
  readonly saat: Date;
  readonly alasan: string;
  readonly tempat: string;
  /** The signature's field covers the stamp, so that a reader's click on it shows the signature. */
  readonly letak: Letak;
}

/** The PDF with one more signature over everything in it. */
export async function tandaTanganiPdf(
  pdf: Buffer,
  kunci: KunciTandaTangan,
  keterangan: KeteranganTandaTangan,
): Promise<Buffer> {
  const dokumen = await bukaUntukTambahan(pdf);
  pasangBidang(dokumen, keterangan);
  const siap = await simpanTambahan(dokumen);
  const isi = isiRentang(siap, pdf.length);
  const cms = await tandaTanganCms(isi.terlindung, kunci);
  if (cms.length > RUANG_CMS) throw new Error(`the signature takes ${cms.length} bytes, more than ${RUANG_CMS}`);
  siap.write(cms.toString("hex"), isi.awalHex, "latin1");
  return siap;
}

function pasangBidang(dokumen: PDFDocument, k: KeteranganTandaTangan): void {
  const { context, catalog } = dokumen;
  const halaman = dokumen.getPage(k.letak.halaman);
  const tandaTangan = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: [0, SEMENTARA, SEMENTARA, SEMENTARA],
      Contents: PDFHexString.of("0".repeat(RUANG_CMS * 2)),
      M: PDFString.fromDate(k.saat),
      Name: PDFHexString.fromText(k.nama),
      Reason: PDFHexString.fromText(k.alasan),
      Location: PDFHexString.fromText(k.tempat),
    }),
  );
  // PDF/A wants an appearance for every field that takes room; the stamp on the page is what is seen.
  const { x, y, lebar, tinggi } = k.letak;
  const kosong = context.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, lebar, tinggi], Resources: {} });
  const formulir = catalog.lookup(PDFName.of("AcroForm"));
  const akro = formulir instanceof PDFDict ? formulir : context.obj({});
  const bidang = daftarDi(dokumen, akro, "Fields");
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of(`TandaTangan${bidang.size() + 1}`),
      V: tandaTangan,
      P: halaman.ref,
      F: 4 | 128,
      Rect: [x, y, x + lebar, y + tinggi],
      AP: { N: context.register(kosong) },
    }),
  );
  bidang.push(widget);
  akro.set(PDFName.of("SigFlags"), PDFNumber.of(3));
  if (!(formulir instanceof PDFDict)) catalog.set(PDFName.of("AcroForm"), akro);
  daftarDi(dokumen, halaman.node, "Annots").push(widget);
}

/** Fills in the byte range; answers the bytes that it covers and where the signature's hex digits begin. */
function isiRentang(pdf: Buffer, dari: number): { terlindung: Buffer; awalHex: number } {
  const awal = pdf.indexOf(`<${"0".repeat(RUANG_CMS * 2)}>`, dari, "latin1");
  const akhir = awal + RUANG_CMS * 2 + 2;
  const kosong = new RegExp(`\\[ 0 ${SEMENTARA} ${SEMENTARA} ${SEMENTARA} \\]`).exec(pdf.toString("latin1", dari));
  if (awal < 0 || !kosong) throw new Error("the place for the signature was not found");
  const rentang = `[ 0 ${awal} ${akhir} ${pdf.length - akhir} ]`;
  pdf.write(rentang.padEnd(kosong[0].length), dari + kosong.index, "latin1");
  return { terlindung: Buffer.concat([pdf.subarray(0, awal), pdf.subarray(akhir)]), awalHex: awal + 1 };
}
