/** What of the diagram is in view, and small parts of the page around it. */
import { h } from "../../../src/web/dom.js";
import { t } from "../bahasa/bahasa.js";
import type { Bentuk, Daftar, Pemodel } from "../bpmn/jenis.js";

/** Width of the palette, under which nothing should begin. */
const PALET = 120;

/** Brings the whole diagram into view. */
export function muatSemua(p: Pemodel, menyunting: boolean): void {
  const kanvas = p.get("canvas") as {
    zoom(skala: string, pusat: string): void;
    viewbox(): { x: number; y: number; width: number; height: number; scale: number };
    viewbox(v: { x: number; y: number; width: number; height: number }): void;
  };
  kanvas.zoom("fit-viewport", "auto");
  if (!menyunting) return;
  const { x, y, width, height, scale } = kanvas.viewbox();
  const kiri = PALET / scale;
  kanvas.viewbox({ x: x - kiri, y, width: width + kiri, height });
}

/** Selects an element and scrolls to it. */
export function pilihBentuk(p: Pemodel, id: string): void {
  const b = (p.get("elementRegistry") as Daftar).get(id);
  if (!b) return;
  (p.get("selection") as { select(b: Bentuk): void }).select(b);
  const kanvas = p.get("canvas") as {
    zoom(): number;
    zoom(skala: number): void;
    scrollToElement(b: Bentuk, jarak: Record<"top" | "right" | "bottom" | "left", number>): void;
  };
  if (kanvas.zoom() < 0.5) kanvas.zoom(0.8);
  kanvas.scrollToElement(b, { top: 80, right: 140, bottom: 80, left: 140 });
}

/** Title of the tab of findings, with their number. */
export const judulTemuan = (galat: number, peringatan: number): (Node | string)[] => [
  t("Findings"),
  h(
    "span",
    { class: `rp-lencana ${galat ? "rp-nada-buruk" : peringatan ? "rp-nada-awas" : "rp-nada-baik"}` },
    galat + peringatan,
  ),
];

/** Folds the part below the canvas. */
export function lipatan(): HTMLElement {
  const tombol = h(
    "button",
    { type: "button", class: "rp-tombol-ikon", "aria-expanded": "true", title: t("Fold"), "aria-label": t("Fold") },
    "▾",
  );
  tombol.addEventListener("click", () => {
    const terbuka = document.body.classList.toggle("m-terlipat") === false;
    tombol.setAttribute("aria-expanded", String(terbuka));
    tombol.textContent = terbuka ? "▾" : "▴";
  });
  return tombol;
}
