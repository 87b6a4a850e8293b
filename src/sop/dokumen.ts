/** The SOP document read from a diagram: identity block, actors, rows with their symbols, arrows, notes. */
import { barisAwal, type Jalan, jalanDari } from "./alur.js";
import { type Catatan, catatanSop } from "./catatan.js";
import { type LangkahSop, readSop } from "./diagram.js";
import { bacaGraf, type Graf } from "./graf.js";
import { Identitas } from "./identitas.js";
import { extensions, type ModdleElement } from "./moddle.js";

/** The symbol that stands in the row's actor column. */
export const SIMBOL = ["mulai", "kegiatan", "keputusan", "selesai"] as const;
/** `keputusan` where the row's arrows are labelled, `mulai` and `selesai` at the ends of the SOP, else `kegiatan`. */
export type Simbol = (typeof SIMBOL)[number];

/** A row of the flow-chart table; `lajur` is the index of its actor's column, undefined where nobody is named yet. */
export interface BarisSop extends LangkahSop {
  readonly simbol: Simbol;
  readonly lajur: number | undefined;
}

/** An arrow between two rows, by their indices; `label` is empty where nothing is decided. */
export interface Panah {
  readonly dari: number;
  readonly ke: number;
  readonly label: string;
}

/** Everything that the document prints. */
export interface DokumenSop {
  readonly kunci: string;
  readonly tag: string;
  readonly identitas: Identitas;
  /** Names of the actors in the order of their lanes. */
  readonly pelaksana: readonly string[];
  readonly baris: readonly BarisSop[];
  readonly panah: readonly Panah[];
  readonly catatan: readonly Catatan[];
}

/** The lanes that are actors; a lane with open questions stands for nobody. */
const lajurPelaksana = (elemen: readonly ModdleElement[]): string[] =>
  elemen
    .filter((e) => e.$type === "bpmn:Lane" && extensions(e, "sop:Pertanyaan").length === 0)
    .map((e) => e.name ?? "");

/** The branch that goes on is "ya", the only other one "tidak"; where there are more, each has its flow's name. */
function panahDari(jalan: readonly Jalan[], dari: number, nomor: readonly number[]): Panah[] {
  const tujuan = [...new Set(jalan.flatMap((j) => j.ke ?? []))].map((n) => nomor.indexOf(n)).filter((i) => i >= 0);
  const diputuskan = tujuan.length > 1 && jalan.some((j) => j.diputuskan);
  const ya = tujuan.includes(dari + 1) ? dari + 1 : Math.max(...tujuan);
  return tujuan
    .sort((a, b) => Number(b === ya) - Number(a === ya) || a - b)
    .map((ke) => {
      const nama = jalan.find((j) => j.ke === nomor[ke])?.cabang ?? "";
      const label = ke === ya ? "ya" : tujuan.length === 2 ? "tidak" : nama || "tidak";
      return { dari, ke, label: diputuskan ? label : "" };
    });
}

function simbol(i: number, awal: boolean, panah: readonly Panah[], jalan: readonly Jalan[]): Simbol {
  const keluar = panah.filter((p) => p.dari === i);
  if (keluar.some((p) => p.label !== "")) return "keputusan";
  if (awal) return "mulai";
  const maju = keluar.some((p) => p.ke > i);
  if (maju || jalan.every((j) => j.ke !== undefined)) return "kegiatan";
  // The last row may also lead back; then it decides whether the SOP ends.
  return keluar.length > 0 ? "keputusan" : "selesai";
}

function jalanBaris(graf: Graf, id: string): Jalan[] {
  return graf.simpul.filter((s) => s.id === id).flatMap((s) => jalanDari(graf, s));
}

/** Reads the document from BPMN XML; throws where it is not clean BPMN or a row's properties are faulty. */
export async function bacaDokumenSop(xml: string): Promise<DokumenSop> {
  const [sop, graf] = await Promise.all([readSop(xml), bacaGraf(xml)]);
  const elemen = graf.simpul.map((s) => s.elemen);
  const nomor = sop.langkah.map((l) => l.nomor);
  const jalan = sop.langkah.map((l) => jalanBaris(graf, l.id));
  const panah = jalan.flatMap((j, i) => panahDari(j, i, nomor));
  const pelaksana = lajurPelaksana(elemen);
  const awal = barisAwal(graf);
  const proses = elemen.find((e) => e.$type === "bpmn:Process" && e.isExecutable === true);
  const dokumen = proses ? extensions(proses, "sop:Dokumen")[0] : undefined;
  const identitas = Identitas.parse({ ...dokumen });
  return {
    kunci: proses?.id ?? "",
    tag: String(proses?.versionTag ?? ""),
    identitas: { ...identitas, nama: identitas.nama || sop.judul || (proses?.name ?? "") },
    pelaksana,
    panah,
    baris: sop.langkah.map((l, i) => ({
      ...l,
      simbol: simbol(i, awal.has(l.nomor), panah, jalan[i] ?? []),
      lajur: pelaksana.includes(l.pelaksana) ? pelaksana.indexOf(l.pelaksana) : undefined,
    })),
    catatan: catatanSop(graf, nomor),
  };
}
