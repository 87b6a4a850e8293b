/** A state as a small coloured label; the words carry the meaning, the colour only helps. */
import { h } from "../dom.js";
import type { Label } from "./label-status.js";

/** A `span` whose class `rp-nada-…` carries the colour. */
export const lencana = ({ teks, nada }: Label): HTMLElement => h("span", { class: `rp-lencana rp-nada-${nada}` }, teks);
