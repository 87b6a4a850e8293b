/** A read-only diagram with markers, and two of them that zoom and pan together. */
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import sop from "../../../bpmn/sop-moddle.json";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";

interface Kotak {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Bentuk {
  readonly id: string;
  readonly type: string;
}
interface Layanan {
  readonly canvas: {
    zoom(skala: "fit-viewport" | number, pusat?: "auto"): number;
    zoom(): number;
    viewbox(kotak?: Kotak): Kotak;
    addMarker(id: string, kelas: string): void;
    removeMarker(id: string, kelas: string): void;
    scrollToElement(id: string, sisih?: number): void;
    resized(): void;
  };
  readonly elementRegistry: { get(id: string): Bentuk | undefined; getAll(): Bentuk[] };
  readonly overlays: { add(id: string, isi: object): string; clear(): void };
  readonly eventBus: { on(nama: string, tangani: (e: { element?: Bentuk }) => void): void };
}

/** An id that is not drawn is passed over; `kotak` is the part in view, in px of the diagram. */
export interface Kanvas {
  ada(id: string): boolean;
  tandai(id: string, kelas: string): void;
  lepas(id: string, kelas: string): void;
  /** A small note at an element; only text goes in. */
  catat(id: string, teks: string, kelas: string): void;
  bersihkanCatatan(): void;
  tunjuk(id: string): void;
  muat(): void;
  kotak(): Kotak;
  aturKotak(k: Kotak): void;
  saatBergeser(dengar: () => void): void;
  saatDitekan(dengar: (id: string) => void): void;
}

/** Draws the XML into the element; throws where it cannot be drawn. */
export async function gambar(wadah: HTMLElement, xml: string): Promise<Kanvas> {
  const penampil = new NavigatedViewer<Layanan>({ container: wadah, moddleExtensions: { camunda, sop } });
  await penampil.importXML(xml);
  const kanvas = penampil.get("canvas");
  const daftar = penampil.get("elementRegistry");
  const peristiwa = penampil.get("eventBus");
  const overlays = penampil.get("overlays");
  const ada = (id: string) => daftar.get(id) !== undefined;
  return {
    ada,
    tandai: (id, kelas) => void (ada(id) && kanvas.addMarker(id, kelas)),
    lepas: (id, kelas) => void (ada(id) && kanvas.removeMarker(id, kelas)),
    catat(id, teks, kelas) {
      if (!ada(id)) return;
      const html = document.createElement("div");
      html.className = `bl-catatan ${kelas}`;
      html.textContent = teks;
      overlays.add(id, { position: { top: -11, right: 11 }, html });
    },
    bersihkanCatatan: () => overlays.clear(),
    tunjuk(id) {
      if (!ada(id)) return;
      if (kanvas.zoom() < 0.55) kanvas.zoom(0.8);
      kanvas.scrollToElement(id, 140);
    },
    muat: () => {
      kanvas.resized();
      kanvas.zoom("fit-viewport", "auto");
    },
    kotak: () => kanvas.viewbox(),
    aturKotak: (k) => void kanvas.viewbox(k),
    saatBergeser: (dengar) => peristiwa.on("canvas.viewbox.changed", dengar),
    saatDitekan: (dengar) => peristiwa.on("element.click", ({ element }) => element && dengar(element.id)),
  };
}

/** Whatever part of the diagram one shows, the other shows too. */
export function kaitkan(satu: Kanvas, dua: Kanvas): void {
  let sedang = false;
  const ikut = (dari: Kanvas, ke: Kanvas) => () => {
    if (sedang) return;
    sedang = true;
    const { x, y, width, height } = dari.kotak();
    ke.aturKotak({ x, y, width, height });
    sedang = false;
  };
  satu.saatBergeser(ikut(satu, dua));
  dua.saatBergeser(ikut(dua, satu));
}
