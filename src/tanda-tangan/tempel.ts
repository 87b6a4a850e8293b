/** Puts the visible stamp onto a letter as an incremental update: the letter's own bytes stay as they are. */
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Letak } from "./penanda.js";
import { ruangTandaTangan } from "./ruang.js";

/** Loads a PDF for an update that only adds to it. */
export const bukaUntukTambahan = (pdf: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true });

/** Writes the update; plain cross-reference tables, as the letters themselves have. */
export const simpanTambahan = async (dokumen: PDFDocument): Promise<Buffer> =>
  Buffer.from(await dokumen.commit({ useObjectStreams: false }));

/** The letter with the stamp (a one-page PDF) in the room for the signature, in full or scaled down to fit, and where it stands. */
export async function tempelCap(surat: Buffer, cap: Buffer): Promise<{ pdf: Buffer; letak: Letak }> {
  const dokumen = await bukaUntukTambahan(surat);
  const ruang = ruangTandaTangan(dokumen);
  const [gambar] = await dokumen.embedPdf(await PDFDocument.load(cap, { updateMetadata: false }), [0]);
  if (!gambar) throw new Error("the stamp has no page");
  const skala = Math.min(ruang.lebar / gambar.width, ruang.tinggi / gambar.height);
  const [lebar, tinggi] = [gambar.width * skala, gambar.height * skala];
  const letak = { ...ruang, y: ruang.y + (ruang.tinggi - tinggi) / 2, lebar, tinggi };
  dokumen.getPage(ruang.halaman).drawPage(gambar, { x: letak.x, y: letak.y, width: lebar, height: tinggi });
  return { pdf: await simpanTambahan(dokumen), letak };
}
