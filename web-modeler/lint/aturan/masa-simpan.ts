import type { Aturan } from "../jenis.js";
import { camunda, teks } from "../unsur.js";

/** History time-to-live in the form the engine reads. That it is set at all is Camunda's own rule. */
export const masaSimpan: Aturan = {
  nama: "masa-simpan",
  tingkat: "galat",
  sebab: "The engine refuses to deploy P1Y and the like; it wants days, e.g. P365D.",
  periksa(u, lapor) {
    if (u.$type !== "bpmn:Process" || u.isExecutable !== true) return;
    const masa = teks(camunda(u, "historyTimeToLive"));
    if (masa && !/^(P\d+D|\d+)$/.test(masa))
      lapor(u, 'History time-to-live "{masa}" must be given in days, e.g. P365D.', { masa });
  },
};
