import { readSop, type Sop } from "../../sop/diagram.js";
import type { Mesin } from "./mesin.js";

/** The SOP of a deployed process definition (its id); a running request keeps the one it was started with. */
export type SopTerbaca = (definisi: string) => Promise<Sop>;

const SIMPAN_PALING_BANYAK = 50;

/** Reads each definition once: a deployed diagram never changes. */
export function createSopTerbaca(mesin: Mesin): SopTerbaca {
  const simpanan = new Map<string, Promise<Sop>>();
  return (definisi) => {
    const ada = simpanan.get(definisi);
    if (ada) return ada;
    if (simpanan.size >= SIMPAN_PALING_BANYAK) simpanan.clear();
    const baru = mesin.diagram(definisi).then(({ bpmn20Xml }) => readSop(bpmn20Xml));
    simpanan.set(definisi, baru);
    baru.catch(() => simpanan.delete(definisi));
    return baru;
  };
}
