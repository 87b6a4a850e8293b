/** A diagram taken apart: each element with everything it says, as label and text, so that two can be compared. Pure. */
import type { ModdleElement } from "bpmn-moddle";
import { elementsOf, isElement } from "../../sop/moddle.js";
import { namaSifat } from "./istilah.js";

/** What a property says: in words, and as what it is compared by (references by id, so that a new name is no new target). */
export interface Isi {
  readonly teks: string;
  readonly banding: string;
}

/** One element; `sifat` maps a readable label to what it says. */
export interface Unsur {
  readonly id: string;
  readonly tipe: string;
  readonly nama: string;
  readonly sifat: ReadonlyMap<string, Isi>;
}

interface SifatModdle {
  readonly name: string;
  readonly isMany?: boolean;
  readonly isReference?: boolean;
}
type Bermuatan = ModdleElement & { readonly $descriptor?: { readonly properties: readonly SifatModdle[] } };
type Catat = (label: string, teks: string, banding?: string) => void;

const lokal = (nama: string): string => nama.replace(/^\w+:/, "");

/** What holds elements of their own; they are taken apart one by one. */
const WADAH = ["rootElements", "participants", "messageFlows", "flowElements", "artifacts", "laneSets", "lanes"];
/** Told elsewhere: order and drawing, the ends of flows, the lane (as a property of the element). */
const DILEWATI = new Set([...WADAH, "id", "childLaneSet", "diagrams", "incoming", "outgoing", "flowNodeRef", "di"]);

const anak = (e: ModdleElement): ModdleElement[] => [
  ...WADAH.flatMap((w) => elementsOf(e[w])),
  ...(isElement(e.childLaneSet) ? [e.childLaneSet] : []),
];
const semua = (e: ModdleElement): ModdleElement[] => [e, ...anak(e).flatMap(semua)];

/** All elements of the definitions by id. */
export function uraiDiagram(definisi: ModdleElement): Map<string, Unsur> {
  const unsur = semua(definisi).filter((e) => typeof e.id === "string" && e.$type !== "bpmn:LaneSet");
  const lajur = new Map<string, Isi>();
  for (const l of unsur.filter((e) => e.$type === "bpmn:Lane"))
    for (const simpul of elementsOf(l.flowNodeRef))
      lajur.set(simpul.id ?? "", { teks: l.name || (l.id ?? ""), banding: l.id ?? "" });
  return new Map(
    unsur.map((e) => {
      const id = e.id ?? "";
      const sifat = new Map<string, Isi>();
      const catat: Catat = (label, teks, banding = teks) => void sifat.set(labelLuang(sifat, label), { teks, banding });
      const milik = lajur.get(id);
      if (milik !== undefined) catat("Lajur pelaksana", milik.teks, milik.banding);
      if (isElement(e.$parent) && e.$parent.$type === "bpmn:SubProcess")
        catat("Di dalam", e.$parent.name || String(e.$parent.id), String(e.$parent.id));
      uraiSifat(e, "", catat);
      return [id, { id, tipe: e.$type, nama: e.name ?? "", sifat }];
    }),
  );
}

/** Two things of one label (two listeners of one event) are numbered. */
function labelLuang(sifat: ReadonlyMap<string, unknown>, label: string): string {
  let luang = label;
  for (let n = 2; sifat.has(luang); n++) luang = `${label} (${n})`;
  return luang;
}

function uraiSifat(e: Bermuatan, awalan: string, catat: Catat): void {
  for (const { name, isReference } of e.$descriptor?.properties ?? []) {
    const nama = lokal(name);
    if (DILEWATI.has(nama)) continue;
    const nilai = e[nama] ?? e[name];
    if (nilai === undefined || nilai === null || (Array.isArray(nilai) && nilai.length === 0)) continue;
    if (nama === "extensionElements" && isElement(nilai)) uraiTambahan(nilai, awalan, catat);
    else if (isReference) catat(awalan + namaSifat(nama), acuan(nilai), acuan(nilai, "id"));
    else uraiNilai(nilai, awalan + namaSifat(nama), awalan, catat);
  }
  for (const [nama, nilai] of Object.entries((e.$attrs ?? {}) as Record<string, unknown>))
    if (!nama.startsWith("xmlns")) catat(awalan + namaSifat(nama), String(nilai));
}

/** What a reference points to, in the words people know it by. */
function acuan(nilai: unknown, sebagai: "kata" | "id" = "kata"): string {
  if (Array.isArray(nilai)) return nilai.map((n) => acuan(n, sebagai)).join(", ");
  if (!isElement(nilai)) return String(nilai);
  if (sebagai === "id") return String(nilai.id);
  return String(nilai.errorCode ?? nilai.escalationCode ?? (nilai.name || nilai.id));
}

function uraiNilai(nilai: unknown, label: string, awalan: string, catat: Catat): void {
  if (Array.isArray(nilai)) {
    for (const satu of nilai) uraiNilai(satu, label, awalan, catat);
  } else if (!isElement(nilai)) catat(label, String(nilai));
  // Expressions and documentation are their text; their language belongs to it.
  else if (/:(FormalExpression|Expression)$/.test(nilai.$type))
    catat(label, [nilai.body, nilai.language, nilai.resource].filter(Boolean).join(" · "));
  else if (nilai.$type === "bpmn:Documentation") catat(label, String(nilai.text ?? ""));
  else if (/EventDefinition$/.test(nilai.$type)) {
    catat("Jenis kejadian", lokal(nilai.$type).replace(/EventDefinition$/, ""));
    uraiSifat(nilai, awalan, catat);
  } else {
    catat(label, lokal(nilai.$type));
    uraiSifat(nilai, `${label} › `, catat);
  }
}

function uraiTambahan(tambahan: ModdleElement, awalan: string, catat: Catat): void {
  for (const isi of elementsOf(tambahan.values)) {
    if (isi.$type.startsWith("sop:")) uraiSifat(isi, awalan, catat);
    else if (isi.$type === "camunda:InputOutput") {
      for (const p of elementsOf(isi.inputParameters)) catat(`${awalan}Masukan ${String(p.name)}`, isiParameter(p));
      for (const p of elementsOf(isi.outputParameters)) catat(`${awalan}Keluaran ${String(p.name)}`, isiParameter(p));
    } else if (isi.$type === "camunda:Properties") {
      for (const p of elementsOf(isi.values))
        catat(`${awalan}Sifat tambahan ${String(p.name ?? p.id)}`, String(p.value));
    } else if (isi.$type === "camunda:FormData") {
      for (const f of elementsOf(isi.fields)) catat(`${awalan}Isian ${String(f.id)}`, ringkas(f));
    } else if (/Listener$/.test(isi.$type)) {
      const jenis = isi.$type === "camunda:TaskListener" ? "tugas" : "kegiatan";
      catat(`${awalan}Pendengar ${jenis}, saat ${String(isi.event)}`, ringkas(isi, ["event"]));
    } else if (isi.$type === "camunda:FailedJobRetryTimeCycle")
      catat(awalan + namaSifat("failedJobRetryTimeCycle"), String(isi.body));
    else catat(`${awalan}Tambahan ${isi.$type}`, ringkas(isi));
  }
}

const isiParameter = (p: ModdleElement): string =>
  isElement(p.definition) ? ringkas(p.definition) : String(p.value ?? "");

/** Everything an object says, in one line; also of kinds that nobody here knows. */
function ringkas(e: ModdleElement, tanpa: readonly string[] = []): string {
  const bagian = Object.entries(e).flatMap(([nama, nilai]) => {
    if (nama === "$type" || tanpa.includes(nama) || nilai === undefined) return [];
    if (Array.isArray(nilai)) return nilai.map((n) => (isElement(n) ? `[${ringkas(n)}]` : String(n)));
    if (isElement(nilai)) return [`[${ringkas(nilai)}]`];
    return nama === "$body" || nama === "value" || nama === "body"
      ? [String(nilai)]
      : [`${namaSifat(nama)}: ${String(nilai)}`];
  });
  const lain = Object.entries((e.$attrs ?? {}) as Record<string, unknown>).map(([n, v]) => `${n}: ${String(v)}`);
  const anakAsing = elementsOf(e.$children).map((a) => `[${a.$type} ${ringkas(a)}]`);
  return [...new Set([...bagian, ...lain, ...anakAsing])].join(" · ");
}
