/** Checks a diagram: bpmnlint recommended, Camunda 7, and our own rules; the same in the editor and on the server. */
import type { Bahasa, Lingkungan, Temuan } from "./jenis.js";
import { konfigurasiLint, Linter } from "./linter.js";

export type { Bahasa, Lingkungan, Temuan } from "./jenis.js";

/** Findings of a diagram that moddle has read (`bpmn:Definitions`), errors first; empty when nothing is wrong. */
export async function periksa(definisi: unknown, lingkungan: Lingkungan, bahasa: Bahasa = "id"): Promise<Temuan[]> {
  const hasil = await new Linter(
    konfigurasiLint(
      () => lingkungan,
      () => bahasa,
    ),
  ).lint(definisi);
  const temuan = Object.entries(hasil).flatMap(([aturan, laporan]) =>
    laporan.map(
      ({ id, message, category }): Temuan => ({
        id: id ?? "",
        aturan,
        tingkat: category === "warn" || category === "info" ? "peringatan" : "galat",
        pesan: message,
      }),
    ),
  );
  return temuan.sort((a, b) => a.tingkat.localeCompare(b.tingkat) || a.id.localeCompare(b.id));
}
