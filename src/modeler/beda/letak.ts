/** How each element is drawn: place, size, bends, label, colours, opened or closed. Pure. */
import type { ModdleElement } from "bpmn-moddle";
import { elementsOf, isElement } from "../../sop/moddle.js";

const kotak = (b: unknown): string => (isElement(b) ? [b.x, b.y, b.width, b.height].join() : "");

function gambar(definisi: ModdleElement): Map<string, string> {
  const bidang = elementsOf(definisi.diagrams).flatMap((d) =>
    isElement(d.plane) ? elementsOf(d.plane.planeElement) : [],
  );
  return new Map(
    bidang.map((g) => {
      const titik = elementsOf(g.waypoint).map((t) => `${t.x},${t.y}`);
      const label = isElement(g.label) ? kotak(g.label.bounds) : "";
      const warna = Object.entries((g.$attrs ?? {}) as Record<string, unknown>).sort();
      const isi = [kotak(g.bounds), titik.join(" "), label, g.isExpanded, g.isHorizontal, JSON.stringify(warna)];
      return [isElement(g.bpmnElement) ? String(g.bpmnElement.id) : "", isi.join("|")];
    }),
  );
}

/** Ids of elements drawn in both diagrams, but differently. */
export function gambarBerubah(lama: ModdleElement, baru: ModdleElement): string[] {
  const dulu = gambar(lama);
  return [...gambar(baru)].flatMap(([id, kini]) => (dulu.has(id) && dulu.get(id) !== kini ? [id] : []));
}
