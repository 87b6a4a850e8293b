/** Diagrams as the engine holds them. A deployed definition never changes. */
import { z } from "zod";
import type { Engine } from "./client.js";

const Xml = z.object({ bpmn20Xml: z.string() });
const Diagram = Xml.extend({ id: z.string() });

/** The BPMN XML of a process definition (its id); throws EngineError, 404 where there is none. */
export async function diagramOf(engine: Engine, definition: string, signal?: AbortSignal): Promise<string> {
  const path = `/process-definition/${encodeURIComponent(definition)}/xml`;
  return (await engine.call("GET", path, { schema: Xml, signal })).bpmn20Xml;
}

/** Id and BPMN XML of the newest definition of a process; throws EngineError, 404 before the first deployment. */
export const diagramInForce = (engine: Engine, key: string): Promise<z.infer<typeof Diagram>> =>
  engine.call("GET", `/process-definition/key/${encodeURIComponent(key)}/xml`, { schema: Diagram });

/** So many definitions are in use at once in no installation. */
const KEPT_AT_MOST = 100;

/** Asks `read` once for each definition, side by side included; a failure is not kept. */
export function oncePerDefinition<T>(read: (definition: string) => Promise<T>): (definition: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (definition) => {
    const known = kept.get(definition);
    if (known) return known;
    if (kept.size >= KEPT_AT_MOST) kept.clear();
    const reading = read(definition);
    kept.set(definition, reading);
    reading.catch(() => kept.delete(definition));
    return reading;
  };
}
