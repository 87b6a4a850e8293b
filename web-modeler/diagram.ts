/** bpmn-js, read only: draws the diagram and tells which shape is chosen. */

import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import sop from "../bpmn/sop-moddle.json";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import { type Keterangan, keterangan } from "./keterangan.js";

interface Bentuk {
  readonly id: string;
  readonly type: string;
  readonly businessObject: unknown;
  readonly parent?: Bentuk;
}
interface Kanvas {
  zoom(skala: "fit-viewport" | number, pusat?: "auto"): number;
  zoom(): number;
  scrollToElement(bentuk: Bentuk): void;
}
interface Layanan {
  readonly canvas: Kanvas;
  readonly elementRegistry: { getAll(): Bentuk[]; get(id: string): Bentuk | undefined };
  readonly selection: { select(bentuk: Bentuk | null): void };
  readonly eventBus: { on(nama: string, tangani: (e: { newSelection: Bentuk[] }) => void): void };
}

export interface Diagram {
  /** Everything drawn, without labels. */
  semua(): Keterangan[];
  pilih(id: string | undefined): void;
  saatDipilih(tangani: (keterangan: Keterangan | undefined) => void): void;
  muatSemua(): void;
  perbesar(kali: number): void;
}

/** Draws `xml` into `wadah`; throws when the XML cannot be drawn. */
export async function bukaDiagram(wadah: HTMLElement, xml: string): Promise<Diagram> {
  const penampil = new NavigatedViewer<Layanan>({ container: wadah, moddleExtensions: { camunda, sop } });
  await penampil.importXML(xml);
  const kanvas = penampil.get("canvas");
  const daftar = penampil.get("elementRegistry");
  const pilihan = penampil.get("selection");
  const muatSemua = () => void kanvas.zoom("fit-viewport", "auto");
  muatSemua();
  return {
    semua: () => daftar.getAll().flatMap((b) => uraikan(b, daftar) ?? []),
    pilih: (id) => {
      const bentuk = id === undefined ? undefined : daftar.get(id);
      pilihan.select(bentuk ?? null);
      if (!bentuk) return;
      if (kanvas.zoom() < 0.6) kanvas.zoom(0.9);
      kanvas.scrollToElement(bentuk);
    },
    saatDipilih: (tangani) => {
      penampil
        .get("eventBus")
        .on("selection.changed", ({ newSelection: [satu] }) => tangani(satu && uraikan(satu, daftar)));
    },
    muatSemua,
    perbesar: (kali) => void kanvas.zoom(Math.min(Math.max(kanvas.zoom() * kali, 0.15), 4)),
  };
}

function uraikan(bentuk: Bentuk, daftar: Layanan["elementRegistry"]): Keterangan | undefined {
  if (bentuk.type === "label") return undefined;
  return keterangan(bentuk.businessObject, pelaksana(bentuk, daftar));
}

/** The name of the lane that holds the shape itself or the sub-process around it. */
function pelaksana(bentuk: Bentuk, daftar: Layanan["elementRegistry"]): string {
  for (let b: Bentuk | undefined = bentuk; b; b = b.parent) {
    const lajur = daftar.getAll().find((l) => l.type === "bpmn:Lane" && memuat(l.businessObject, b.businessObject));
    if (lajur) return namaUnsur(lajur.businessObject);
  }
  return "";
}

const memuat = (lajur: unknown, unsur: unknown): boolean =>
  typeof lajur === "object" &&
  lajur !== null &&
  "flowNodeRef" in lajur &&
  Array.isArray(lajur.flowNodeRef) &&
  lajur.flowNodeRef.includes(unsur);

const namaUnsur = (unsur: unknown): string =>
  typeof unsur === "object" && unsur !== null && "name" in unsur ? String(unsur.name) : "";
