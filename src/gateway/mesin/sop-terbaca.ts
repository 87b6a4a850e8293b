import { oncePerDefinition } from "../../engine/diagram.js";
import { readSop, type Sop } from "../../sop/diagram.js";
import type { Mesin } from "./mesin.js";

/** The SOP of a deployed process definition (its id); a running request keeps the one it was started with. */
export type SopTerbaca = (definisi: string) => Promise<Sop>;

/** Reads each definition once. */
export const createSopTerbaca = (mesin: Mesin): SopTerbaca =>
  oncePerDefinition(async (definisi) => readSop(await mesin.diagram(definisi)));
