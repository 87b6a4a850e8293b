/** Symbols and arrows as DrawingML, the shapes that people can edit in Word and Excel. Lengths in EMU, 36,000 to the mm. */
import { el } from "../../ooxml/xml.js";
import type { BentukSimbol, Garis, LabelGaris } from "../gambar/tipe.js";

/** EMU of a length in mm, rounded. */
export const emu = (mm: number): number => Math.round(mm * 36_000);

/** The drawing programs' own names for the five permitted symbols. */
export const BENTUK_ASLI = {
  mulai: "flowChartTerminator",
  selesai: "flowChartTerminator",
  kegiatan: "flowChartProcess",
  keputusan: "flowChartDecision",
  sambungan: "flowChartOffpageConnector",
} as const satisfies Record<BentukSimbol["jenis"], string>;

/** A rectangle in mm. */
export interface Kotak {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The rectangle in mm of a shape that is kept by its centre. */
export const kotakPusat = (s: BentukSimbol | LabelGaris): Kotak => ({
  x: s.x - s.w / 2,
  y: s.y - s.h / 2,
  w: s.w,
  h: s.h,
});

/** The least rectangle in mm around the arrow's points; a straight arrow's has no width or no height. */
export function kotakPanah({ titik }: Garis): Kotak {
  const [xs, ys] = [titik.map((t) => t.x), titik.map((t) => t.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

const bingkai = (k: Kotak): string =>
  el("a:xfrm", {}, el("a:off", { x: emu(k.x), y: emu(k.y) }), el("a:ext", { cx: emu(k.w), cy: emu(k.h) }));
const HITAM = el("a:solidFill", {}, el("a:srgbClr", { val: "000000" }));
const PUTIH = el("a:solidFill", {}, el("a:srgbClr", { val: "FFFFFF" }));
const tepi = (...anak: string[]): string => el("a:ln", { w: 9525 }, HITAM, ...anak);
const prst = (nama: string): string => el("a:prstGeom", { prst: nama }, el("a:avLst"));

/** Shape properties of a symbol. */
export const sifatSimbol = (s: BentukSimbol): string =>
  bingkai(kotakPusat(s)) + prst(BENTUK_ASLI[s.jenis]) + PUTIH + tepi();

/** Shape properties of a label: a box that shows nothing but its words. */
export const sifatLabel = (l: LabelGaris): string =>
  bingkai(kotakPusat(l)) + prst("rect") + el("a:noFill") + el("a:ln", {}, el("a:noFill"));

/** Shape properties of an arrow: a free line with a head at its end. */
export function sifatGaris(g: Garis): string {
  const k = kotakPanah(g);
  const titik = g.titik.map((t) => el("a:pt", { x: emu(t.x - k.x), y: emu(t.y - k.y) }));
  const jalan = titik.map((t, i) => el(i === 0 ? "a:moveTo" : "a:lnTo", {}, t));
  const geometri = el(
    "a:custGeom",
    {},
    ...["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"].map((n) => el(n)),
    el("a:rect", { l: 0, t: 0, r: "r", b: "b" }),
    el("a:pathLst", {}, el("a:path", { w: emu(k.w), h: emu(k.h), fill: "none" }, ...jalan)),
  );
  const kepala = el("a:tailEnd", { type: "triangle", w: "med", len: "med" });
  return bingkai(k) + geometri + el("a:noFill") + tepi(el("a:miter", { lim: 800000 }), kepala);
}
