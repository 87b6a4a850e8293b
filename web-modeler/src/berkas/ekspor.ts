/** The diagram as a file: BPMN, SVG, PNG, PDF. */
import type { Pemodel } from "../bpmn/jenis.js";

/** Hands a file to the person. */
function unduh(nama: string, isi: Blob): void {
  const alamat = URL.createObjectURL(isi);
  const a = document.createElement("a");
  a.href = alamat;
  a.download = nama;
  a.click();
  setTimeout(() => URL.revokeObjectURL(alamat), 60_000);
}

/** Downloads `<nama>.bpmn`: the XML of what is on the canvas, which may not be saved yet. */
export async function eksporBpmn(p: Pemodel, nama: string): Promise<void> {
  const { xml = "" } = await p.saveXML({ format: true });
  unduh(`${nama}.bpmn`, new Blob([xml], { type: "application/xml" }));
}

/** Downloads `<nama>.svg`: the whole diagram, whatever part of it is in view. */
export async function eksporSvg(p: Pemodel, nama: string): Promise<void> {
  unduh(`${nama}.svg`, new Blob([(await p.saveSVG()).svg], { type: "image/svg+xml" }));
}

function bacaSvg(svg: string): { elemen: SVGSVGElement; lebar: number; tinggi: number } {
  const elemen = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as SVGSVGElement;
  return { elemen, lebar: Number(elemen.getAttribute("width")), tinggi: Number(elemen.getAttribute("height")) };
}

/** Browsers draw canvases of some 16,000 px a side at most. */
const SISI_PNG = 12_000;

/** Downloads `<nama>.png`: on white, up to twice its size; throws where the browser cannot draw it. */
export async function eksporPng(p: Pemodel, nama: string): Promise<void> {
  const { svg } = await p.saveSVG();
  const { lebar, tinggi } = bacaSvg(svg);
  const skala = Math.min(2, SISI_PNG / Math.max(lebar, tinggi));
  const gambar = new Image();
  gambar.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await gambar.decode();
  const kanvas = document.createElement("canvas");
  kanvas.width = Math.ceil(lebar * skala);
  kanvas.height = Math.ceil(tinggi * skala);
  const c = kanvas.getContext("2d");
  if (!c) throw new Error("no canvas");
  c.fillStyle = "#fff";
  c.fillRect(0, 0, kanvas.width, kanvas.height);
  c.drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
  URL.revokeObjectURL(gambar.src);
  const isi = await new Promise<Blob | null>((jawab) => kanvas.toBlob(jawab, "image/png"));
  if (!isi) throw new Error("no image");
  unduh(`${nama}.png`, isi);
}

/** One page as large as the diagram, in lines and text, not pixels. */
export async function eksporPdf(p: Pemodel, nama: string): Promise<void> {
  const [{ jsPDF }, { svg2pdf }] = await Promise.all([import("jspdf"), import("svg2pdf.js")]);
  const { elemen, lebar, tinggi } = bacaSvg((await p.saveSVG()).svg);
  const ukuran = [lebar + 40, tinggi + 40];
  const pdf = new jsPDF({ unit: "pt", format: ukuran, orientation: lebar > tinggi ? "landscape" : "portrait" });
  pdf.setProperties({ title: nama });
  // svg2pdf measures text in the page: the drawing must be part of it while it is turned into PDF.
  const wadah = document.createElement("div");
  wadah.className = "m-ukur";
  wadah.append(elemen);
  document.body.append(wadah);
  try {
    await svg2pdf(elemen, pdf, { x: 20, y: 20, width: lebar, height: tinggi });
  } finally {
    wadah.remove();
  }
  unduh(`${nama}.pdf`, pdf.output("blob"));
}
