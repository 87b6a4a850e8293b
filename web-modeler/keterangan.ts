/** What the diagram says of one of its shapes, in words for a process owner. Pure. */
import { z } from "zod";

/** Just what is used of a moddle element; everything else of it stays in the diagram. */
const Ekstensi = z.looseObject({ $type: z.string() });
const Unsur = z.looseObject({
  $type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  extensionElements: z.looseObject({ values: z.array(Ekstensi).optional() }).optional(),
});

const Langkah = z.object({
  nomor: z.coerce.number(),
  aktivitas: z.string(),
  persyaratan: z.string().default(""),
  waktu: z.string().default(""),
  output: z.string().default(""),
  keterangan: z.string().default(""),
});

/** One row of the SOP, with the id of the activity that carries it; texts may hold `<i>`. */
export type BarisLangkah = z.infer<typeof Langkah> & { readonly id: string; readonly pelaksana: string };

interface Keterangan {
  readonly id: string;
  readonly nama: string;
  readonly jenis: string;
  readonly langkah?: BarisLangkah;
  /** Why an activity is no row of the SOP. */
  readonly tanpaLangkah?: string;
}

const JENIS: Readonly<Record<string, string>> = {
  "bpmn:StartEvent": "Kejadian awal",
  "bpmn:EndEvent": "Kejadian akhir",
  "bpmn:BoundaryEvent": "Kejadian pada tepi kegiatan",
  "bpmn:IntermediateCatchEvent": "Kejadian antara",
  "bpmn:UserTask": "Kegiatan oleh orang",
  "bpmn:ServiceTask": "Kegiatan otomatis",
  "bpmn:SubProcess": "Subproses",
  "bpmn:ExclusiveGateway": "Percabangan",
  "bpmn:ParallelGateway": "Percabangan sejajar",
  "bpmn:SequenceFlow": "Alur",
  "bpmn:MessageFlow": "Alur pesan",
  "bpmn:Lane": "Pelaksana",
  "bpmn:Participant": "Pihak",
};

/** The words for a BPMN type, or the type itself without its prefix. */
const namaJenis = (tipe: string): string => JENIS[tipe] ?? tipe.replace(/^bpmn:/, "");

/** Reads one shape's element; `pelaksana` is the name of the lane it stands in, or "". */
export function keterangan(unsur: unknown, pelaksana: string): Keterangan | undefined {
  const u = Unsur.safeParse(unsur).data;
  if (!u) return undefined;
  const id = u.id ?? "";
  const nilai = u.extensionElements?.values ?? [];
  const langkah = Langkah.safeParse({ ...nilai.find((n) => n.$type === "sop:Langkah") }).data;
  const alasan = nilai.find((n) => n.$type === "sop:TanpaLangkah")?.alasan;
  return {
    id,
    nama: u.name ?? "",
    jenis: namaJenis(u.$type),
    ...(langkah ? { langkah: { ...langkah, id, pelaksana } } : {}),
    ...(typeof alasan === "string" ? { tanpaLangkah: alasan } : {}),
  };
}
