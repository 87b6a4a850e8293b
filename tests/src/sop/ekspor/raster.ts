/** Pages of a PDF as small grey pictures, drawn by pdf.js, and how far two such pictures are apart. */
import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** 50 dots per inch: letters blur, lines and symbols stay. */
const SKALA = 50 / 72;

export interface Gambar {
  readonly w: number;
  readonly h: number;
  /** Brightness of each point, 0 to 255, row by row. */
  readonly abu: Uint8Array;
  readonly png: Buffer;
}

function abuDari(kanvas: Canvas): Gambar {
  const { width: w, height: h } = kanvas;
  const { data } = kanvas.getContext("2d").getImageData(0, 0, w, h);
  const abu = Uint8Array.from(
    { length: w * h },
    (_, i) => ((data[4 * i] ?? 0) + (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0)) / 3,
  );
  return { w, h, abu, png: kanvas.toBuffer("image/png") };
}

/** Draws every page. */
export async function gambarHalaman(pdf: Buffer): Promise<Gambar[]> {
  const dokumen = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const hasil: Gambar[] = [];
  for (let n = 1; n <= dokumen.numPages; n += 1) {
    const halaman = await dokumen.getPage(n);
    const viewport = halaman.getViewport({ scale: SKALA });
    const kanvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const konteks = kanvas.getContext("2d");
    konteks.fillStyle = "white";
    konteks.fillRect(0, 0, kanvas.width, kanvas.height);
    await halaman.render({ canvas: kanvas as never, canvasContext: konteks as never, viewport }).promise;
    hasil.push(abuDari(kanvas));
  }
  await dokumen.loadingTask.destroy();
  return hasil;
}

/** A stored picture. */
export async function bacaGambar(png: Buffer): Promise<Gambar> {
  const gambar = await loadImage(png);
  const kanvas = createCanvas(gambar.width, gambar.height);
  kanvas.getContext("2d").drawImage(gambar, 0, 0);
  return abuDari(kanvas);
}

const PETAK = 8;

/** The largest difference (0 to 255) between the mean brightness of two pictures' squares of eight points. */
export function selisih(a: Gambar, b: Gambar): number {
  if (a.w !== b.w || a.h !== b.h) return 255;
  let terbesar = 0;
  for (let y = 0; y + PETAK <= a.h; y += PETAK)
    for (let x = 0; x + PETAK <= a.w; x += PETAK) {
      let jumlah = 0;
      for (let i = 0; i < PETAK * PETAK; i += 1) {
        const di = (y + Math.floor(i / PETAK)) * a.w + x + (i % PETAK);
        jumlah += (a.abu[di] ?? 0) - (b.abu[di] ?? 0);
      }
      terbesar = Math.max(terbesar, Math.abs(jumlah) / (PETAK * PETAK));
    }
  return terbesar;
}
