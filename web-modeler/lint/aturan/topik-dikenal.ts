import type { Aturan } from "../jenis.js";
import { camunda, isKegiatan, teks, topikDari } from "../unsur.js";

/** An automated activity names a topic that a worker serves. */
export const topikDikenal: Aturan = {
  nama: "topik-dikenal",
  tingkat: "galat",
  sebab: "The engine accepts any topic and then waits for ever: a request would stop without anybody seeing an error.",
  periksa(u, lapor, lingkungan) {
    const topik = topikDari(u);
    const luar = teks(camunda(u, "type")) === "external";
    if (luar && !topik) lapor(u, "The automated activity names no topic.");
    if (topik && !lingkungan.topik.some((t) => t.topik === topik))
      lapor(u, 'No worker serves the topic "{topik}".', { topik });
    if (topik && !luar) lapor(u, "An activity with a topic must be of type external.");
    if (isKegiatan(u) && u.$type === "bpmn:ServiceTask" && !luar && !topik && !teks(camunda(u, "expression")))
      lapor(u, "The automated activity does not say what does it; choose a topic.");
  },
};
