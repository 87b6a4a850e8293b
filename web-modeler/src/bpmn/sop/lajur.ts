/** A person's task that comes into another lane goes to the group of that lane, in the same step of undo. */
import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import { KUNCI_PROSES } from "../../../../src/proses/kunci.js";
import { camunda, grupLajur, keLuar, prosesDari, semua, teks, unsurDari } from "../../../lint/unsur.js";
import type { Bentuk, Bus, Daftar, Modeling, Pemodel, Unsur } from "../jenis.js";
import { grupPindahan } from "./grup.js";

/** The commands after which bpmn-js reckons anew who stands in which lane (its UpdateFlowNodeRefsBehavior). */
const PEMINDAH = [
  ...["shape.create", "shape.delete", "shape.move", "shape.resize", "spaceTool"],
  ...["lane.add", "lane.resize", "lane.split", "elements.create", "elements.delete", "elements.move"],
];
const SEBELUM_SEMUA = 6_000;

/** Sets `camunda:candidateGroups` within every command after which bpmn-js reckons lanes anew. */
export class LajurMenentukanGrup extends CommandInterceptor {
  static $inject = ["eventBus", "modeling", "elementRegistry", "bpmnjs"];
  /** The lane's group of every task before the command that runs now; "" where none. */
  private sebelum: Map<Bentuk, string> | undefined;

  constructor(
    bus: Bus,
    private readonly modeling: Modeling,
    private readonly daftar: Daftar,
    private readonly bpmnjs: Pemodel,
  ) {
    super(bus);
    // Taken before anything moves: a task that leaves a sub-process has lost its lane when the lanes are reckoned anew.
    this.preExecute(PEMINDAH, SEBELUM_SEMUA, () => {
      this.sebelum ??= this.grupKini();
    });
    this.postExecuted("lane.updateRefs", () => this.sesuaikan());
    bus.on("commandStack.changed", () => {
      this.sebelum = undefined;
    });
  }

  private lajur(): Unsur[] {
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    return akar ? semua(akar).filter((u) => u.$type === "bpmn:Lane") : [];
  }

  /** The tasks of people with their lane's group, each lane read once: a diagram may have thousands of shapes. */
  private grupKini(): Map<Bentuk, string> {
    const pemilik = new Map<unknown, Unsur>();
    for (const l of this.lajur()) for (const u of Array.isArray(l.flowNodeRef) ? l.flowNodeRef : []) pemilik.set(u, l);
    const grup = (b: Bentuk): string => {
      const dalam = [...keLuar(b.businessObject)].find((u) => pemilik.has(u));
      return grupLajur(dalam && pemilik.get(dalam));
    };
    return new Map(this.daftar.filter((b) => b.type === "bpmn:UserTask").map((b) => [b, grup(b)]));
  }

  private sesuaikan(): void {
    const semuaLajur = this.lajur().map(grupLajur).filter(Boolean);
    for (const [b, baru] of this.grupKini()) {
      const lama = this.sebelum?.get(b) ?? "";
      if (baru) this.sebelum?.set(b, baru);
      const utama = prosesDari(b.businessObject)?.id === KUNCI_PROSES;
      const grup = grupPindahan(teks(camunda(b.businessObject, "candidateGroups")), lama, baru, semuaLajur, utama);
      if (grup) this.modeling.updateProperties(b, { "camunda:candidateGroups": grup });
    }
  }
}
