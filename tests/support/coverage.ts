/** Which elements and sequence flows of the diagram the journeys took, told from the engine's history alone. */
import type { ModdleElement } from "../../src/sop/moddle.js";

/** One activity instance of the engine's history, in order of occurrence. */
export interface ActivityInstance {
  readonly activityId: string;
  readonly parentActivityInstanceId: string;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly canceled: boolean;
}

export interface Flow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export interface Coverage {
  readonly elements: ReadonlyMap<string, number>;
  readonly flows: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

const idOf = (value: unknown): string => String((value as ModdleElement | undefined)?.id ?? "");

/** The sequence flows of a diagram. */
export const flowsOf = (elements: readonly ModdleElement[]): Flow[] =>
  elements
    .filter((e) => e.$type === "bpmn:SequenceFlow")
    .map((e) => ({ id: idOf(e), source: idOf(e.sourceRef), target: idOf(e.targetRef) }));

/** The flow nodes of a diagram. */
export const nodesOf = (elements: readonly ModdleElement[]): string[] =>
  elements.filter((e) => /(Task|Event|Gateway|SubProcess)$/.test(e.$type)).map(idOf);

/**
 * The flow by which a finished instance was left. With one way out it is that one; at an exclusive gateway it is the one
 * whose target started next in the same scope: no gateway here is asynchronous, so nothing comes between.
 */
function flowTaken(
  instance: ActivityInstance,
  later: readonly ActivityInstance[],
  ways: readonly Flow[],
): Flow | undefined {
  if (ways.length <= 1) return ways[0];
  const next = later.find(
    (i) =>
      i.parentActivityInstanceId === instance.parentActivityInstanceId &&
      ways.some((w) => w.target === nodeOf(i.activityId)),
  );
  return ways.find((w) => next && w.target === nodeOf(next.activityId));
}

const BODY = "#multiInstanceBody";
/** A multi-instance activity is entered and left by its body; the instances inside are not joined by flows. */
const nodeOf = (activityId: string): string => activityId.replace(BODY, "");

const count = (map: Map<string, number>, id: string): void => void map.set(id, (map.get(id) ?? 0) + 1);

/** Counts how often each element was entered and each flow taken; `history` holds all instances in order of occurrence. */
export function measureCoverage(
  nodes: readonly string[],
  flows: readonly Flow[],
  history: readonly ActivityInstance[],
): Coverage {
  const elements = new Map(nodes.map((id) => [id, 0]));
  const taken = new Map(flows.map((f) => [f.id, 0]));
  const multiple = new Set(history.flatMap((i) => (i.activityId.endsWith(BODY) ? [nodeOf(i.activityId)] : [])));
  history.forEach((instance, index) => {
    if (elements.has(instance.activityId)) count(elements, instance.activityId);
    if (instance.endTime === null || instance.canceled || multiple.has(instance.activityId)) return;
    const ways = flows.filter((f) => f.source === nodeOf(instance.activityId));
    const flow = flowTaken(instance, history.slice(index + 1), ways);
    if (flow) count(taken, flow.id);
  });
  const missing = [...elements, ...taken].flatMap(([id, times]) => (times === 0 ? [id] : []));
  return { elements, flows: taken, missing };
}

/** The table that the journeys print: what was never taken first, then every element and flow with its count. */
export function coverageTable({ elements, flows, missing }: Coverage): string {
  const share = (map: ReadonlyMap<string, number>) => `${[...map.values()].filter((n) => n > 0).length}/${map.size}`;
  const rows = [...elements, ...flows]
    .sort((a, b) => a[1] - b[1])
    .map(([id, times]) => `${String(times).padStart(6)}  ${id}`);
  const head = `Coverage: elements ${share(elements)}, sequence flows ${share(flows)}`;
  return [
    head,
    missing.length > 0 ? `Never taken: ${missing.join(", ")}` : "Every element and every flow was taken.",
    ...rows,
  ].join("\n");
}
