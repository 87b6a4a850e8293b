/** The SOP as the diagram carries it: the diagram is the source, this only reads. */
import { z } from "zod";
import { elementsOf, extensions, type ModdleElement, nodesOfLane, readElements } from "./moddle.js";

const Langkah = z.object({
  nomor: z.string().transform(Number),
  aktivitas: z.string(),
  persyaratan: z.string().default(""),
  waktu: z.string(),
  output: z.string().default(""),
  keterangan: z.string().default(""),
});

/** One SOP row: `id` and `nama` of its activity, `pelaksana` and `grup` of the lane it stands in; texts may hold `<i>`. */
export interface LangkahSop extends z.infer<typeof Langkah> {
  readonly id: string;
  readonly nama: string;
  readonly pelaksana: string;
  readonly grup: string;
}

/** The SOP in a diagram: its title and its rows in order. */
export interface Sop {
  readonly judul: string;
  readonly langkah: readonly LangkahSop[];
}

/** A lane: its name and the engine group that works in it. */
export interface Pelaksana {
  readonly pelaksana: string;
  readonly grup: string;
}

const subtree = (node: ModdleElement): ModdleElement[] => [node, ...elementsOf(node.flowElements).flatMap(subtree)];

/** The lane of every flow node by the node's id, nodes of sub-processes included. */
export function lanesByNode(elements: readonly ModdleElement[]): Map<string, Pelaksana> {
  const lanes = elements.filter((e) => e.$type === "bpmn:Lane");
  return new Map(
    lanes.flatMap((lane) => {
      const grup = String(extensions(lane, "sop:Pelaksana")[0]?.grup ?? "");
      const pelaksana = { pelaksana: lane.name ?? "", grup };
      return nodesOfLane(lane)
        .flatMap(subtree)
        .map((n) => [n.id ?? "", pelaksana] as const);
    }),
  );
}

/** The rows and title of the SOP in a BPMN document; an activity in no lane has an empty `pelaksana`. */
export async function readSop(xml: string): Promise<Sop> {
  const elements = await readElements(xml);
  const lanes = lanesByNode(elements);
  const langkah = elements.flatMap((e) =>
    extensions(e, "sop:Langkah").map((l) => ({
      ...Langkah.parse({ ...l }),
      id: e.id ?? "",
      nama: e.name ?? "",
      ...(lanes.get(e.id ?? "") ?? { pelaksana: "", grup: "" }),
    })),
  );
  const dokumen = elements.flatMap((e) => extensions(e, "sop:Dokumen"))[0];
  return { judul: String(dokumen?.nama ?? ""), langkah: langkah.sort((a, b) => a.nomor - b.nomor) };
}

/** SOP text without its italics marks, for plain places (logs, messages, CSV). */
export const polos = (teks: string): string => teks.replace(/<\/?i>/g, "");
