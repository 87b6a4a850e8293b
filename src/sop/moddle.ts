/** Reading BPMN XML with the Camunda and SOP extensions known, so that nothing of them is dropped. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BpmnModdle, type ModdleElement } from "bpmn-moddle";

export type { ModdleElement };

const require = createRequire(import.meta.url);
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const camunda = readJson(require.resolve("camunda-bpmn-moddle/resources/camunda.json"));
const sop = readJson("bpmn/sop-moddle.json");

/** Whether an attribute's value is an element of the document. */
export const isElement = (value: unknown): value is ModdleElement =>
  typeof value === "object" && value !== null && "$type" in value;

/** The element an attribute holds or refers to; undefined for anything else. */
export const asElement = (value: unknown): ModdleElement | undefined => (isElement(value) ? value : undefined);

/** The elements of an attribute that holds several; empty for anything else. */
export const elementsOf = (value: unknown): ModdleElement[] => (Array.isArray(value) ? value.filter(isElement) : []);

const children = (e: ModdleElement): ModdleElement[] => [
  ...elementsOf(e.rootElements),
  ...elementsOf(e.participants),
  ...elementsOf(e.messageFlows),
  ...elementsOf(e.laneSets).flatMap((s) => elementsOf(s.lanes)),
  ...elementsOf(e.flowElements),
];
/** An element with everything below it that a diagram draws, parents before children. */
export const flatten = (e: ModdleElement): ModdleElement[] => [e, ...children(e).flatMap(flatten)];

/** The parsed document with everything the parser complained of; throws where it is no XML of BPMN at all. */
export const bacaDefinisi = (xml: string) => new BpmnModdle({ camunda, sop }).fromXML(xml);

/** The document as XML again, laid out in lines. */
export const tulisDefinisi = async (definisi: ModdleElement): Promise<string> =>
  (await new BpmnModdle({ camunda, sop }).toXML(definisi, { format: true })).xml;

/** Every element of a BPMN document, flat, parents before children; throws where the XML is not clean BPMN. */
export async function readElements(xml: string): Promise<ModdleElement[]> {
  const { rootElement, warnings } = await bacaDefinisi(xml);
  if (warnings.length > 0) throw new Error(`Not a clean BPMN diagram: ${warnings.map((w) => w.message).join("; ")}`);
  return flatten(rootElement);
}

/** The extension elements of one type, e.g. `sop:Langkah`. */
export const extensions = (e: ModdleElement, type: string): ModdleElement[] =>
  (e.extensionElements?.values ?? []).filter((x) => x.$type === type);

/** The flow nodes a lane holds directly. */
export const nodesOfLane = (lane: ModdleElement): ModdleElement[] => elementsOf(lane.flowNodeRef);
