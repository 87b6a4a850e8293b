/** Reading moddle elements without knowing their classes. Pure. */
import type { Unsur } from "./jenis.js";

/** The value as an element; undefined where it has no `$type`. */
export const unsurDari = (nilai: unknown): Unsur | undefined =>
  typeof nilai === "object" && nilai !== null && "$type" in nilai ? (nilai as Unsur) : undefined;

/** The elements of a list property, empty where there is none. */
export const daftar = (nilai: unknown): Unsur[] =>
  Array.isArray(nilai) ? nilai.flatMap((n) => unsurDari(n) ?? []) : [];

/** "" for what is no text. */
export const teks = (nilai: unknown): string => (typeof nilai === "string" ? nilai : "");

/** The value of an attribute of the Camunda namespace, also where the moddle class does not declare it. */
export const camunda = (u: Unsur, nama: string): unknown => {
  const get = u.get;
  return typeof get === "function" ? get.call(u, `camunda:${nama}`) : u[nama];
};

/** Extension elements of one type, e.g. `sop:Langkah`. */
export const ekstensi = (u: Unsur, tipe: string): Unsur[] =>
  daftar(unsurDari(u.extensionElements)?.values).filter((v) => v.$type === tipe);

/** The definitions of one type that an event has, e.g. `bpmn:TimerEventDefinition`; empty for what is no event. */
export const definisiKejadian = (u: Unsur, tipe: string): Unsur[] =>
  daftar(u.eventDefinitions).filter((d) => d.$type === tipe);

/** Tasks of every kind, sub-processes and call activities. */
export const isKegiatan = (u: Unsur): boolean => u.$instanceOf("bpmn:Activity");

/** Name for a sentence: what people read on the shape, else the id. */
export const sebutan = (u: Unsur): string => teks(u.name).replace(/\s+/g, " ").trim() || (u.id ?? u.$type);

/** The element and everything around it, inside out. */
export function* keLuar(u: Unsur): Generator<Unsur> {
  for (let x: Unsur | undefined = u; x; x = unsurDari(x.$parent)) yield x;
}

const anak = (u: Unsur): Unsur[] => [
  ...daftar(u.rootElements),
  ...daftar(u.participants),
  ...daftar(u.messageFlows),
  ...daftar(u.laneSets),
  ...daftar(u.lanes),
  ...(unsurDari(u.childLaneSet) ? daftar([u.childLaneSet]) : []),
  ...daftar(u.flowElements),
];

/** Everything below an element that a diagram draws, itself first. */
export const semua = (u: Unsur): Unsur[] => {
  const hasil: Unsur[] = [];
  const antre = [u];
  for (let x = antre.pop(); x; x = antre.pop()) {
    hasil.push(x);
    antre.push(...anak(x).reverse());
  }
  return hasil;
};

/** The process an element belongs to. */
export const prosesDari = (u: Unsur): Unsur | undefined => [...keLuar(u)].find((x) => x.$type === "bpmn:Process");

/** The innermost lane that holds an element or the sub-process around it. */
export function lajurDari(u: Unsur): Unsur | undefined {
  const proses = prosesDari(u);
  if (!proses) return undefined;
  const lajur = semua(proses).filter((x) => x.$type === "bpmn:Lane");
  for (const x of keLuar(u)) {
    const pemilik = lajur.filter((l) => Array.isArray(l.flowNodeRef) && l.flowNodeRef.includes(x));
    if (pemilik.length > 0) return pemilik.at(-1);
  }
  return undefined;
}

/** The engine group of a lane, from `sop:pelaksana`. */
export const grupLajur = (lajur: Unsur | undefined): string =>
  lajur ? teks(ekstensi(lajur, "sop:Pelaksana")[0]?.grup) : "";

/** The input and output mappings of an activity. */
export const pemetaan = (u: Unsur): Unsur[] =>
  ekstensi(u, "camunda:InputOutput").flatMap((io) => [...daftar(io.inputParameters), ...daftar(io.outputParameters)]);

/** Boundary events of an activity. */
export const kejadianTepi = (u: Unsur): Unsur[] =>
  daftar(unsurDari(u.$parent)?.flowElements).filter((x) => x.$type === "bpmn:BoundaryEvent" && x.attachedToRef === u);

/** The topic of an external task, or "". */
export const topikDari = (u: Unsur): string => teks(camunda(u, "topic"));
