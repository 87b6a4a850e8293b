/// <reference types="vite/client" />
/** Draws PDFs with pdf.js; this module is large and loaded only when a document is shown. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  RenderingCancelledException,
  TextLayer,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import alamatWorker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { bacaJson, galatBalasan } from "../api/panggil.js";

GlobalWorkerOptions.workerSrc = alamatWorker;

/** Where a page is drawn: `teks` lies over `kanvas` and makes the words selectable and readable aloud. */
export interface Bidang {
  readonly kanvas: HTMLCanvasElement;
  readonly teks: HTMLElement;
}

/** An open document; `gambar` draws page `nomor` (from 1) at `lebar` CSS pixels and may be called again at any time. */
export interface PdfTerbuka {
  readonly jumlahHalaman: number;
  gambar(bidang: Bidang, nomor: number, lebar: number): Promise<void>;
  tutup(): void;
}

/** Fetches and opens; throws GalatApi when the gateway refuses, pdf.js's own error when the file is broken. */
export const bukaPdf = async (alamat: string, signal: AbortSignal): Promise<PdfTerbuka> =>
  bukaIsiPdf(await ambilBerkas(alamat, signal));

/** Opens a PDF that is here already; throws pdf.js's own error when it is broken. */
export async function bukaIsiPdf(data: ArrayBuffer): Promise<PdfTerbuka> {
  const pemuatan = getDocument({
    data,
    cMapUrl: "/pdfjs/cmaps/",
    standardFontDataUrl: "/pdfjs/standard_fonts/",
    // The pages' security policy allows no WebAssembly; the decoders in plain JavaScript do.
    useWasm: false,
    wasmUrl: "/pdfjs/wasm/",
  });
  const dokumen = await pemuatan.promise;
  return { jumlahHalaman: dokumen.numPages, gambar: pelukis(dokumen), tutup: () => void pemuatan.destroy() };
}

async function ambilBerkas(alamat: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const balasan = await fetch(alamat, { credentials: "same-origin", signal });
  if (!balasan.ok) throw galatBalasan(balasan.status, bacaJson(await balasan.text()));
  return balasan.arrayBuffer();
}

/** Only the newest call draws: an older one still under way is cancelled. */
function pelukis(dokumen: PDFDocumentProxy): PdfTerbuka["gambar"] {
  let batalkan = () => {};
  let giliran = 0;
  return async (bidang, nomor, lebar) => {
    batalkan();
    giliran += 1;
    const milikku = giliran;
    const halaman = await dokumen.getPage(nomor);
    if (milikku !== giliran) return;
    const lukisan = lukis(halaman, bidang, lebar);
    batalkan = lukisan.batalkan;
    await lukisan.selesai;
  };
}

function lukis(halaman: PDFPageProxy, { kanvas, teks }: Bidang, lebar: number) {
  const skala = lebar / halaman.getViewport({ scale: 1 }).width;
  const viewport = halaman.getViewport({ scale: skala });
  const rapat = Math.min(globalThis.devicePixelRatio || 1, 3);
  kanvas.width = Math.floor(viewport.width * rapat);
  kanvas.height = Math.floor(viewport.height * rapat);
  kanvas.style.width = `${Math.floor(viewport.width)}px`;
  kanvas.style.height = `${Math.floor(viewport.height)}px`;
  teks.replaceChildren();
  teks.style.setProperty("--total-scale-factor", String(skala));
  const gambar = halaman.render({ canvas: kanvas, viewport, transform: [rapat, 0, 0, rapat, 0, 0] });
  const lapis = new TextLayer({ textContentSource: halaman.streamTextContent(), container: teks, viewport });
  return {
    selesai: selesaikan(gambar.promise, lapis.render()),
    batalkan: () => {
      gambar.cancel();
      lapis.cancel();
    },
  };
}

/** A page without its words is still a page: only the picture's failure counts, and being cancelled is none. */
async function selesaikan(gambar: Promise<unknown>, lapis: Promise<unknown>): Promise<void> {
  const [hasil] = await Promise.allSettled([gambar, lapis]);
  if (hasil.status === "rejected" && !(hasil.reason instanceof RenderingCancelledException)) throw hasil.reason;
}
