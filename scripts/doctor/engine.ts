/** The engine: login, clock, what is in force against what is in the repository, topics, incidents. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Engine } from "../../src/engine/client.js";
import { diagramInForce } from "../../src/engine/diagram.js";
import { KUNCI_PROSES } from "../../src/proses/kunci.js";
import { openAdmin } from "../../src/provisioning/index.js";
import { topics } from "../../workers/registry.js";
import { fromRoot } from "../system/addresses.js";
import { skew } from "./database.js";
import { type Finding, fine, warning, wrong } from "./finding.js";

const Definition = z.object({ id: z.string(), version: z.number() });
const Count = z.object({ count: z.number() });

/** All findings of the engine at `url`; throws where the administrator's password is not accepted. */
export async function engine(url: string, adminPassword: string): Promise<Finding[]> {
  const asked = Date.now();
  const reply = await fetch(`${url}/actuator/health`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
  if (!reply?.ok) return [wrong("Engine", `${url} does not answer.`, "Start the system; its log is logs/engine.log.")];
  const admin = await openAdmin(url, adminPassword);
  // HTTP dates have whole seconds.
  const ahead = new Date(reply.headers.get("date") ?? asked).getTime() + 500 - asked;
  return [
    fine("Engine", `answers at ${url}.`),
    skew("Clock of the engine", ahead),
    ...(await inForce(admin)),
    await incidents(admin),
  ];
}

async function inForce(admin: Engine): Promise<Finding[]> {
  const path = `/process-definition/key/${KUNCI_PROSES}`;
  const definition = await admin.call("GET", path, { schema: Definition }).catch(() => undefined);
  if (definition === undefined)
    return [wrong("Process", "is not deployed.", "Start the system once: provisioning deploys it.")];
  const { bpmn20Xml } = await diagramInForce(admin, KUNCI_PROSES);
  const file = readFileSync(fromRoot("bpmn/reset-password-spse.bpmn"), "utf8");
  return [sameAsFile(definition.version, bpmn20Xml === file), topicsServed(bpmn20Xml)];
}

/** A process owner may have brought another version into force: that is no fault, but worth knowing. */
export function sameAsFile(version: number, same: boolean): Finding {
  const says = `version ${version} is in force`;
  if (same) return fine("Process", `${says}, equal to bpmn/reset-password-spse.bpmn.`);
  return warning(
    "Process",
    `${says}; it is not the diagram in bpmn/reset-password-spse.bpmn.`,
    "Nothing, if a process owner changed it in the modeler; export it from there to keep the repository true.",
  );
}

/** Whether each topic of a diagram has a worker in this version of the product. */
export function topicsServed(xml: string, served: readonly string[] = topics.map(({ topic }) => topic)): Finding {
  const asked = [...new Set([...xml.matchAll(/camunda:topic="([^"]+)"/g)].map(([, topic = ""]) => topic))];
  const alone = asked.filter((topic) => !served.includes(topic));
  if (alone.length === 0) return fine("Topics", `all ${asked.length} topics of the process have a worker.`);
  return wrong(
    "Topics",
    `no worker serves ${alone.join(", ")}: requests stop there.`,
    "Update the workers, or bring a version of the process into force that does not need them.",
  );
}

async function incidents(admin: Engine): Promise<Finding> {
  const { count } = await admin.call("GET", "/incident/count", { schema: Count });
  if (count === 0) return fine("Incidents", "none.");
  return warning("Incidents", `${count} open.`, "Open Cockpit: each says what happened and what to do.");
}
