/** The sheet of keyboard shortcuts. */
import { h } from "../../../src/web/dom.js";
import { bukaLembar } from "../bagian/lembar.js";
import { t } from "../bahasa/bahasa.js";

const PINTASAN: readonly (readonly [string, string])[] = [
  ["Ctrl + Z", "Undo"],
  ["Ctrl + Y", "Redo"],
  ["Ctrl + S", "Save now"],
  ["Ctrl + F", "Search in the diagram"],
  ["Ctrl + C / V", "Copy / paste"],
  ["Ctrl + A", "Select everything"],
  ["Del", "Delete the selection"],
  ["E", "Edit the label"],
  ["B", "Building blocks of this system"],
  ["H / L / S / C", "Hand, lasso, space and connect tool"],
  ["R", "Replace the selected shape by another kind"],
  ["Ctrl + + / − / 0 / 9", "Zoom in, zoom out, actual size, fit"],
  ["?", "This sheet"],
];

/** Opens it over the page, as the key `?` does. */
export function bukaBantuan(): void {
  bukaLembar(
    t("Keyboard shortcuts"),
    h(
      "dl",
      { class: "m-pintasan" },
      PINTASAN.map(([tombol, arti]) => h("div", {}, h("dt", {}, h("kbd", {}, tombol)), h("dd", {}, t(arti)))),
    ),
    { kecil: true },
  );
}
