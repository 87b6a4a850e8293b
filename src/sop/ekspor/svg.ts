/** The drawing as SVG, cut into the cells of the table: a piece shows what of the drawing lies in its cell. */
import { siapkanPanah } from "../gambar/panah.js";
import type { BentukSimbol, Garis, HalamanGambar, Titik } from "../gambar/tipe.js";

/** A cell's rectangle in the drawing, in mm. */
export interface SelGambar {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const n = (angka: number): string => String(Math.round(angka * 100) / 100);
const titik = (daftar: readonly Titik[]): string => daftar.map((t) => `${n(t.x)},${n(t.y)}`).join(" ");

/** Makes text safe inside HTML and SVG, in elements and in quoted attributes. */
export const lolos = (teks: string): string => teks.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function bentuk(s: BentukSimbol): string {
  const [x1, x2, y1, y2] = [s.x - s.w / 2, s.x + s.w / 2, s.y - s.h / 2, s.y + s.h / 2];
  if (s.jenis === "keputusan")
    return `<polygon points="${titik([
      { x: s.x, y: y1 },
      { x: x2, y: s.y },
      { x: s.x, y: y2 },
      { x: x1, y: s.y },
    ])}"/>`;
  const radius = s.jenis === "kegiatan" ? 0 : s.h / 2;
  return `<rect x="${n(x1)}" y="${n(y1)}" width="${n(s.w)}" height="${n(s.h)}" rx="${n(radius)}"/>`;
}

function panah(g: Garis): string {
  const { garis, kepala } = siapkanPanah(g);
  const label = g.label ? `<text x="${n(g.label.x)}" y="${n(g.label.y + 0.75)}">${lolos(g.label.teks)}</text>` : "";
  return `<polyline points="${titik(garis)}"/><polygon class="kepala" points="${titik(kepala)}"/>${label}`;
}

function menyentuh(g: Garis, { x, y, w, h }: SelGambar): boolean {
  const semua = g.label ? [...g.titik, { x: g.label.x, y: g.label.y }] : g.titik;
  const [xs, ys] = [semua.map((t) => t.x), semua.map((t) => t.y)];
  return (
    Math.max(...xs) > x - 1 && Math.min(...xs) < x + w + 1 && Math.max(...ys) > y - 1 && Math.min(...ys) < y + h + 1
  );
}

/** The piece of the drawing in a cell; empty where nothing is drawn there. */
export function svgSel(gambar: HalamanGambar, sel: SelGambar): string {
  const garis = gambar.garis.filter((g) => menyentuh(g, sel)).map(panah);
  const simbol = gambar.simbol.filter((s) => s.x > sel.x && s.x < sel.x + sel.w && s.y > sel.y && s.y < sel.y + sel.h);
  if (garis.length + simbol.length === 0) return "";
  const kotak = [sel.x, sel.y, sel.w, sel.h].map(n).join(" ");
  return `<svg viewBox="${kotak}" preserveAspectRatio="none" aria-hidden="true">${garis.join("")}${simbol.map(bentuk).join("")}</svg>`;
}
