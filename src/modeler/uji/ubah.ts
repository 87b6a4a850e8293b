/** A draft rewritten for its trial run: another key, nobody's tasks, nobody's topics, nobody's messages. */
import type { ModdleElement } from "bpmn-moddle";
import { TRIAL } from "../../provisioning/grants.js";
import { bacaDefinisi, elementsOf, tulisDefinisi } from "../../sop/moddle.js";
import { prosesDari } from "../xml-aman.js";

/** What ties a task or a process to people, forms or other processes of the house. */
const DILEPAS: Readonly<Record<string, readonly string[]>> = {
  "bpmn:UserTask": ["assignee", "candidateUsers", "formKey", "formRef", "formRefBinding", "formRefVersion"],
  "bpmn:StartEvent": ["formKey", "formRef", "formRefBinding", "formRefVersion"],
  "bpmn:Process": ["candidateStarterGroups", "candidateStarterUsers"],
};

/** The trial's XML and its process: key `uji-coba`, topics and messages with that prefix, tasks for nobody. */
export async function untukUji(xml: string): Promise<{ xml: string; proses: ModdleElement }> {
  const { rootElement } = await bacaDefinisi(xml);
  const [proses] = prosesDari(rootElement);
  if (!proses) throw new Error("the draft has no executable process");
  proses.set("id", TRIAL);
  proses.set("name", `Uji coba: ${proses.name ?? ""}`);
  ubah(proses);
  // Names of messages and signals reach beyond one process; error and escalation codes do not.
  for (const akar of elementsOf(rootElement.rootElements))
    if (/^bpmn:(Message|Signal)$/.test(akar.$type)) akar.set("name", `${TRIAL}-${akar.name ?? akar.id}`);
  rootElement.set("diagrams", []);
  return { xml: await tulisDefinisi(rootElement), proses };
}

function ubah(e: ModdleElement): void {
  for (const nama of DILEPAS[e.$type] ?? []) e.set(`camunda:${nama}`, undefined);
  if (e.$type === "bpmn:UserTask") e.set("camunda:candidateGroups", TRIAL);
  if (typeof e.topic === "string") e.set("camunda:topic", `${TRIAL}-${e.topic}`);
  for (const anak of elementsOf(e.flowElements)) ubah(anak);
}
