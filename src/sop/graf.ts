/** The diagram as a graph of its flow nodes: sub-processes are entered, boundary events stand beside their activity. */
import { asElement, elementsOf, extensions, type ModdleElement, readElements } from "./moddle.js";

/** A way out of a node: the flow's name and the node it leads to. */
export interface Keluar {
  readonly nama: string;
  readonly ke: Simpul;
}

/** A flow node; `nomor` is its SOP number, undefined for gateways, events and detours. */
export interface Simpul {
  readonly id: string;
  readonly nama: string;
  readonly jenis: string;
  readonly nomor: number | undefined;
  readonly elemen: ModdleElement;
}

/** Answers where a node leads; the end of a sub-process leads where the sub-process does. */
export interface Graf {
  readonly simpul: readonly Simpul[];
  /** Where the process starts. */
  readonly mulai: readonly Simpul[];
  keluar(dari: Simpul): readonly Keluar[];
  /** Interrupting boundary events of an activity that are not timers, and what they lead to. */
  tepi(dari: Simpul): readonly Simpul[];
}

const awal = (wadah: ModdleElement): ModdleElement[] =>
  elementsOf(wadah.flowElements).filter((e) => e.$type === "bpmn:StartEvent");

function nomor(e: ModdleElement): number | undefined {
  const langkah = extensions(e, "sop:Langkah")[0];
  return langkah === undefined ? undefined : Number(langkah.nomor);
}

/** Reads the graph of the first executable process of a BPMN document; throws where the XML is not clean BPMN. */
export async function bacaGraf(xml: string): Promise<Graf> {
  const semua = await readElements(xml);
  const simpul = new Map<ModdleElement, Simpul>();
  for (const e of semua)
    simpul.set(e, { id: e.id ?? "", nama: e.name ?? "", jenis: e.$type, nomor: nomor(e), elemen: e });
  const dari = (e: ModdleElement | undefined): Simpul[] => {
    const s = e && simpul.get(e);
    return s ? [s] : [];
  };
  const wadah = new Map(semua.flatMap((e) => elementsOf(e.flowElements).map((anak) => [anak, e] as const)));
  const alur = semua.filter((e) => e.$type === "bpmn:SequenceFlow");
  const proses = semua.find((e) => e.$type === "bpmn:Process" && e.isExecutable === true);

  function keluar(s: Simpul): Keluar[] {
    const langsung = alur
      .filter((f) => asElement(f.sourceRef) === s.elemen)
      .flatMap((f) => dari(asElement(f.targetRef)).map((ke) => ({ nama: f.name ?? "", ke })))
      .flatMap(({ nama, ke }) => masuk(ke).map((m) => ({ nama, ke: m })));
    if (langsung.length > 0 || s.jenis !== "bpmn:EndEvent") return langsung;
    const induk = wadah.get(s.elemen);
    return induk?.$type === "bpmn:SubProcess" && induk.triggeredByEvent !== true ? dari(induk).flatMap(keluar) : [];
  }
  /** A sub-process without a number is entered by its start event. */
  const masuk = (s: Simpul): Simpul[] =>
    s.jenis === "bpmn:SubProcess" && s.nomor === undefined ? awal(s.elemen).flatMap(dari) : [s];

  return {
    simpul: [...simpul.values()],
    mulai: proses ? awal(proses).flatMap(dari) : [],
    keluar,
    tepi: (s) =>
      semua
        .filter((e) => e.$type === "bpmn:BoundaryEvent" && asElement(e.attachedToRef) === s.elemen)
        .filter((e) => e.cancelActivity !== false)
        .filter((e) => !elementsOf(e.eventDefinitions).some((d) => d.$type === "bpmn:TimerEventDefinition"))
        .flatMap(dari),
  };
}
