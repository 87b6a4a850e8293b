/** What is measured: steps that do nothing, and the product's own five topics, each as a small diagram. */

import { polaTenggat } from "../src/sop/waktu.js";

/** `noop`: tasks whose handler does nothing. `real`: the five topics of a request that goes well, with the simulators. */
export type WorkloadKind = "noop" | "real";

/** A diagram of external tasks in a row. */
export interface Workload {
  readonly kind: WorkloadKind;
  /** Topics without the run's suffix, one after another in the diagram. */
  readonly topics: readonly string[];
}

/** The SOP's automated steps in the order of a request that goes well. */
export const REAL_TOPICS = [
  "spse-reset-password",
  "epesan-kirim-kredensial",
  "surat-susun-draf",
  "arsip-simpan",
  "surat-kirim",
] as const;

/** The five real topics, each once. */
export const real: Workload = { kind: "real", topics: REAL_TOPICS };

/** So many no-op steps one after another. */
export const noop = (steps: number): Workload => ({
  kind: "noop",
  topics: Array.from({ length: steps }, (_, i) => `noop-${i + 1}`),
});

/**
 * A poll whose worker is gone still gets tasks locked for it by the engine, so no run may know another one's topics.
 * The name of a topic in the run with this id.
 */
export const inRun = (topic: string, run: string): string => `${topic}-${run}`;

/** Id of the process; one for each workload, so that the workers' account is granted it once. */
export const processKey = ({ kind, topics }: Workload): string => `bench-${kind}-${topics.length}`;

/** The diagram of a run: start, the topics' steps in a row, end. */
export function diagramOf(workload: Workload, run: string): string {
  const steps = workload.topics.map((topic, i) => step(workload.kind, topic, run, i));
  const flows = [...workload.topics.keys(), workload.topics.length].map(
    (i) => `<bpmn:sequenceFlow id="alur-${i}" sourceRef="${node(i - 1, workload)}" targetRef="${node(i, workload)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench">
<bpmn:process id="${processKey(workload)}" isExecutable="true" camunda:historyTimeToLive="P1D">
<bpmn:startEvent id="mulai"/>
${steps.join("\n")}
<bpmn:endEvent id="selesai"/>
${flows.join("\n")}
</bpmn:process>
</bpmn:definitions>
`;
}

function node(i: number, { topics }: Workload): string {
  if (i < 0) return "mulai";
  return i < topics.length ? `langkah-${i + 1}` : "selesai";
}

function step(kind: WorkloadKind, topic: string, run: string, i: number): string {
  const task = `<bpmn:serviceTask id="langkah-${i + 1}" camunda:type="external" camunda:topic="${inRun(topic, run)}"`;
  return kind === "noop" ? `${task}/>` : `${task}>${extensions(topic)}</bpmn:serviceTask>\n${deadline(i)}`;
}

/** As in bpmn/reset-password-spse.bpmn: due date, reminder and timer by working hours, and the account's result for the letter. */
const WAKTU = "30 menit";
const { inputParameter } = polaTenggat(1, WAKTU);
const parameters = Object.entries(inputParameter).map(
  ([name, value]) => `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`,
);
const DUE_DATE = `<camunda:inputOutput>${parameters.join("")}</camunda:inputOutput>`;
const RESULT = `<camunda:executionListener event="end" expression="\${execution.setVariable('hasil_'.concat(akunDiproses.prop('id').stringValue()), hasil)}"/>`;

const extensions = (topic: string): string =>
  `<bpmn:extensionElements>${DUE_DATE}${topic === "epesan-kirim-kredensial" ? RESULT : ""}</bpmn:extensionElements>`;

/** The boundary timer of every SOP step; it costs the engine a job even where it never fires. */
function deadline(i: number): string {
  const { timer, akhir, alur } = polaTenggat(i + 1, WAKTU);
  return `<bpmn:boundaryEvent id="${timer.id}" cancelActivity="false" attachedToRef="langkah-${i + 1}"><bpmn:timerEventDefinition><bpmn:timeCycle>${timer.timeCycle}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:endEvent id="${akhir.id}"/>
<bpmn:sequenceFlow id="${alur}" sourceRef="${timer.id}" targetRef="${akhir.id}"/>`;
}
