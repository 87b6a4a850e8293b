import { h, ikon } from "../../src/web/dom.js";
import type { Status } from "../api/skema.js";
import { teks } from "../teks/index.js";

/** One shape per status, so that colour is not needed to tell them apart. */
const JALUR: Readonly<Record<Status, string>> = {
  aman: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.5 14.5-4-4 1.6-1.6 2.4 2.4 5.4-5.4 1.6 1.6z",
  mendekati: "M12 2 1 21h22zm-1.2 7h2.4v6h-2.4zm0 7.4h2.4v2.4h-2.4z",
  lewat: "M8 2h8l6 6v8l-6 6H8l-6-6V8zm2.8 4.5v7h2.4v-7zm0 8.8v2.4h2.4v-2.4z",
};

/** The status as drawing and word. */
export function lencana(status: Status): HTMLElement {
  return h("span", { class: `sla-lencana sla-${status}` }, ikon(JALUR[status]), teks()[status]);
}
