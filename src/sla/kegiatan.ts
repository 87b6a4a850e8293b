/** The activities of a diagram that have a time limit of their own: the eleven rows and the manual ways out. */
import { oncePerDefinition } from "../engine/diagram.js";
import { jalanKeluar } from "../proses/tahap.js";
import { lanesByNode, type Pelaksana, polos } from "../sop/diagram.js";
import { extensions, readElements } from "../sop/moddle.js";

/** One activity: `nomor` its SOP row, null for a way out; `induk` the row that a way out helps out, for reports. */
export interface Kegiatan extends Pelaksana {
  readonly id: string;
  readonly nama: string;
  readonly nomor: number | null;
  readonly induk: number | null;
  /** Waktu as the SOP words it (`1 hari`); empty for a way out. */
  readonly waktu: string;
  readonly aktivitas: string;
}

const BERTENGGAT = new Set(["bpmn:UserTask", "bpmn:ServiceTask"]);

/** Every activity of a BPMN document by its id; throws where the XML is not clean BPMN. */
export async function bacaKegiatan(xml: string): Promise<ReadonlyMap<string, Kegiatan>> {
  const elemen = await readElements(xml);
  const lajur = lanesByNode(elemen);
  const kegiatan = elemen.filter((e) => BERTENGGAT.has(e.$type)).map((e) => satuKegiatan(e, lajur));
  const nomor = new Map(kegiatan.map((k) => [k.id, k.nomor]));
  return new Map(kegiatan.map((k) => [k.id, { ...k, induk: k.nomor ?? nomor.get(jalanKeluar[k.id] ?? "") ?? null }]));
}

type Elemen = Awaited<ReturnType<typeof readElements>>[number];

function satuKegiatan(e: Elemen, lajur: ReadonlyMap<string, Pelaksana>): Omit<Kegiatan, "induk"> {
  const [langkah] = extensions(e, "sop:Langkah");
  const id = e.id ?? "";
  return {
    id,
    nama: polos(e.name ?? id),
    nomor: langkah ? Number(langkah.nomor) : null,
    waktu: String(langkah?.waktu ?? ""),
    aktivitas: polos(String(langkah?.aktivitas ?? e.name ?? id)),
    ...(lajur.get(id) ?? { pelaksana: "", grup: "" }),
  };
}

/** The activities of a deployed definition by its id. */
export type KegiatanTerbaca = (definisi: string) => Promise<ReadonlyMap<string, Kegiatan>>;

/** Reads each definition once. */
export const createKegiatanTerbaca = (xml: (definisi: string) => Promise<string>): KegiatanTerbaca =>
  oncePerDefinition(async (definisi) => bacaKegiatan(await xml(definisi)));
