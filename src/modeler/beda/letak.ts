/** How each element is drawn: place, size, bends, label, colours, opened or closed. Pure. */
import type { ModdleElement } from "bpmn-moddle";

const objek = (nilai: unknown): nilai is ModdleElement => typeof nilai === "object" && nilai !== null;
const daftar = (nilai: unknown): ModdleElement[] => (Array.isArray(nilai) ? nilai.filter(objek) : []);
const kotak = (b: unknown): string => (objek(b) ? [b.x, b.y, b.width, b.height].join() : "");

function gambar(definisi: ModdleElement): Map<string, string> {
  const bidang = daftar(definisi.diagrams).flatMap((d) => (objek(d.plane) ? daftar(d.plane.planeElement) : []));
  return new Map(
    bidang.map((g) => {
      const titik = daftar(g.waypoint).map((t) => `${t.x},${t.y}`);
      const label = objek(g.label) ? kotak(g.label.bounds) : "";
      const warna = Object.entries((g.$attrs ?? {}) as Record<string, unknown>).sort();
      const isi = [kotak(g.bounds), titik.join(" "), label, g.isExpanded, g.isHorizontal, JSON.stringify(warna)];
      return [objek(g.bpmnElement) ? String(g.bpmnElement.id) : "", isi.join("|")];
    }),
  );
}

/** Ids of elements drawn in both diagrams, but differently. */
export function gambarBerubah(lama: ModdleElement, baru: ModdleElement): string[] {
  const dulu = gambar(lama);
  return [...gambar(baru)].flatMap(([id, kini]) => (dulu.has(id) && dulu.get(id) !== kini ? [id] : []));
}
