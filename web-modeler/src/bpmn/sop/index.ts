import { Kelompok } from "./kelompok.js";
import { LajurMenentukanGrup } from "./lajur.js";
import { PanelSop } from "./panel.js";
import { Sop } from "./perintah.js";

/** The SOP in the modeler: its command, its group in the properties panel, lanes that decide the group. */
export const modulSop = {
  __init__: ["sop", "kelompok", "panelSop", "lajurMenentukanGrup"],
  sop: ["type", Sop],
  kelompok: ["type", Kelompok],
  panelSop: ["type", PanelSop],
  lajurMenentukanGrup: ["type", LajurMenentukanGrup],
};
