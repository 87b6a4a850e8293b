/** Which BPMN errors an activity really catches, read from the deployed diagram: a process owner may have changed it. */
import { z } from "zod";
import { type Engine, EngineError } from "../src/engine/client.js";
import { diagramOf, oncePerDefinition } from "../src/engine/diagram.js";
import { asElement, elementsOf, type ModdleElement, readElements } from "../src/sop/moddle.js";
import type { Catches } from "./runtime/index.js";

const Instances = z.array(z.object({ id: z.string() }));
const Calls = z.array(
  z.object({
    activityId: z.string(),
    processDefinitionId: z.string(),
    calledProcessInstanceId: z.string().nullable(),
  }),
);
type Where = Parameters<Catches>[0];

/**
 * Asks the engine for each definition once (definitions never change), and for the calling process where the own one does
 * not catch. Throws what the engine's client throws, and a TimeoutError for a call of more than `limitMs`.
 */
export function createCatches(client: Engine, limitMs = 5_000): Catches {
  const engine: Engine = {
    ...client,
    call: (method, path, options) => client.call(method, path, { ...options, signal: AbortSignal.timeout(limitMs) }),
  };
  const diagram = oncePerDefinition((definisi) => readDiagram(engine, definisi));
  return async function catches(where: Where, code: string): Promise<boolean> {
    if (isCaught(await diagram(where.definisi), where.aktivitas, code)) return true;
    const caller = await callerOf(engine, where.instans);
    return caller !== undefined && catches(caller, code);
  };
}

/** The call activity from which an instance was started; one that this account may not read counts as none. */
async function callerOf(engine: Engine, instans: string): Promise<Where | undefined> {
  const query = { subProcessInstance: instans };
  const [calling] = await engine.call("GET", "/process-instance", { query, schema: Instances });
  if (calling === undefined) return undefined;
  const open = { processInstanceId: calling.id, activityType: "callActivity", unfinished: true };
  const calls = await engine.call("GET", "/history/activity-instance", { query: open, schema: Calls });
  const call = calls.find(({ calledProcessInstanceId }) => calledProcessInstanceId === instans);
  return call && { instans: calling.id, definisi: call.processDefinitionId, aktivitas: call.activityId };
}

async function readDiagram(engine: Engine, definisi: string): Promise<ModdleElement[]> {
  return readElements(await diagramOf(engine, definisi)).catch(() => {
    throw new EngineError(422, "UnreadableDiagram", `the diagram of ${definisi} cannot be read`);
  });
}

/**
 * Whether an error thrown by an activity is caught: by a boundary event of it or of a sub-process around it, or by an error
 * event sub-process beside it or further out.
 */
export function isCaught(elements: readonly ModdleElement[], activity: string, code: string): boolean {
  const catchers = elements.filter((event) => catchesCode(event, code));
  for (let node = elements.find(({ id }) => id === activity); node; node = asElement(node.$parent)) {
    const scope = asElement(node.$parent);
    const isEventSubProcess = node.triggeredByEvent === true;
    const caught = catchers.some((event) => {
      if (event.$type === "bpmn:BoundaryEvent") return event.attachedToRef === node;
      const subProcess = asElement(event.$parent);
      return !isEventSubProcess && subProcess?.triggeredByEvent === true && subProcess.$parent === scope;
    });
    if (caught) return true;
  }
  return false;
}

/** An error event without a code catches every error. */
function catchesCode(event: ModdleElement, code: string): boolean {
  if (event.$type !== "bpmn:BoundaryEvent" && event.$type !== "bpmn:StartEvent") return false;
  const definitions = elementsOf(event.eventDefinitions);
  return definitions.some((definition) => {
    if (definition.$type !== "bpmn:ErrorEventDefinition") return false;
    const caught = asElement(definition.errorRef)?.errorCode;
    return caught === undefined || caught === "" || caught === code;
  });
}
