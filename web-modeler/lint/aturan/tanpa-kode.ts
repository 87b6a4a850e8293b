import type { Aturan } from "../jenis.js";
import { camunda, daftar, ekstensi, teks, unsurDari } from "../unsur.js";

const KODE = ["class", "delegateExpression"];

/** The diagram carries no program code. */
export const tanpaKode: Aturan = {
  nama: "tanpa-kode",
  tingkat: "galat",
  sebab:
    "Scripts, Java classes and delegates run inside the engine, with its rights and without review or tests; work is done by workers.",
  periksa(u, lapor) {
    const pendengar = ["camunda:ExecutionListener", "camunda:TaskListener"].flatMap((t) => ekstensi(u, t));
    const parameter = ekstensi(u, "camunda:InputOutput").flatMap((io) => [
      ...daftar(io.inputParameters),
      ...daftar(io.outputParameters),
    ]);
    const berkode =
      u.$type === "bpmn:ScriptTask" ||
      [u, ...pendengar].some((x) => KODE.some((k) => teks(camunda(x, k)))) ||
      pendengar.some((p) => unsurDari(p.script)) ||
      parameter.some((p) => unsurDari(p.definition)?.$type === "camunda:Script") ||
      Boolean(teks(unsurDari(u.conditionExpression)?.language));
    if (berkode) lapor(u, "Scripts, Java classes and delegates are not allowed in the diagram; use a topic.");
  },
};
