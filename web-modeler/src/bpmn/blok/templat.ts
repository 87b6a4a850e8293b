/** Element templates of the topics that workers serve, and of people's tasks: what the palette of building blocks offers. Pure. */
import type { Topik } from "../../../lint/jenis.js";

interface Templat {
  readonly $schema: string;
  readonly name: string;
  readonly id: string;
  readonly description: string;
  readonly appliesTo: readonly string[];
  readonly elementType: { readonly value: string };
  readonly entriesVisible: boolean;
  readonly properties: readonly Record<string, unknown>[];
}

const SKEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
const tersembunyi = (nama: string, value: string) => ({
  type: "Hidden",
  value,
  binding: { type: "property", name: nama },
});

const SISTEM: Readonly<Record<string, string>> = { spse: "SPSE", epesan: "e-Pesan", sla: "SLA" };

/** "surat-kirim" → "Surat kirim", "epesan-kirim" → "e-Pesan kirim". */
export function namaTopik(topik: string): string {
  const [pertama = "", ...lain] = topik.split("-").map((k) => SISTEM[k] ?? k);
  const awal = Object.values(SISTEM).includes(pertama) ? pertama : pertama.charAt(0).toUpperCase() + pertama.slice(1);
  return [awal, ...lain].join(" ");
}

const daftarKata = (kata: readonly string[]): string => (kata.length > 0 ? kata.join(", ") : "–");

/** The template of one topic: type and topic are fixed, input, output and error codes are told. */
export const templatTopik = (t: Topik): Templat => ({
  $schema: SKEMA,
  name: namaTopik(t.topik),
  id: `lpse.topik.${t.topik}`,
  description: `Masukan: ${daftarKata(t.masukan)}. Keluaran: ${daftarKata(t.keluaran)}. Galat: ${daftarKata(t.galat)}.`,
  appliesTo: ["bpmn:Task"],
  elementType: { value: "bpmn:ServiceTask" },
  entriesVisible: true,
  properties: [tersembunyi("camunda:type", "external"), tersembunyi("camunda:topic", t.topik)],
});

/** Name of a form for people: "disposisi-permohonan" → "Disposisi permohonan". */
export const kunciFormulir = (nama: string): string => `embedded:deployment:forms/${nama}.html`;
