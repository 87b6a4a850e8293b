/** A person's task that is moved to another lane goes to the group of that lane, in the same step of undo. */
import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import { camunda, grupLajur, lajurDari, teks } from "../../../lint/unsur.js";
import type { Bentuk, Bus, Modeling } from "../jenis.js";

interface Konteks {
  readonly flowNodeShapes: readonly Bentuk[];
  grupLama?: Map<Bentuk, string>;
}

/** The unit itself asks, not every unit: the lane Satuan Kerja means the group of the request's own Satker. */
const PEMOHON: Readonly<Record<string, string>> = { "satuan-kerja": `\${satker}` };

export const grupUntukLajur = (grup: string): string => PEMOHON[grup] ?? grup;

const tugas = (b: Bentuk): Bentuk[] => (b.type === "bpmn:UserTask" ? [b] : (b.children ?? []).flatMap((a) => tugas(a)));

const grupKini = (b: Bentuk): string => grupLajur(lajurDari(b.businessObject));

export class LajurMenentukanGrup extends CommandInterceptor {
  static $inject = ["eventBus", "modeling"];
  constructor(bus: Bus, modeling: Modeling) {
    super(bus);
    this.preExecute("lane.updateRefs", 1500, ({ context }) => {
      const k = context as Konteks;
      k.grupLama = new Map(k.flowNodeShapes.flatMap(tugas).map((b) => [b, grupKini(b)]));
    });
    this.postExecuted("lane.updateRefs", ({ context }) => {
      for (const [b, lama] of (context as Konteks).grupLama ?? []) {
        const baru = grupKini(b);
        const grup = teks(camunda(b.businessObject, "candidateGroups"));
        const bawaan = grup === "" || grup === lama || grup === grupUntukLajur(lama);
        if (baru && baru !== lama && bawaan)
          modeling.updateProperties(b, { "camunda:candidateGroups": grupUntukLajur(baru) });
      }
    });
  }
}
