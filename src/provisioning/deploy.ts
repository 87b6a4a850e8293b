/** Puts the process and its forms into the engine; the same files again make no new version, a process owner's version stays. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Engine } from "../engine/client.js";

/** One resource of a deployment, by the name under which the engine keeps it. */
export interface ResourceFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const Deployment = z.object({
  id: z.string(),
  deployedProcessDefinitions: z.record(z.string(), z.object({ key: z.string(), version: z.number() })).nullish(),
});

/** The engine's `source` of what process owners brought into force in the modeler. */
export const MODELER_SOURCE = "modeler";

const Definitions = z.array(z.object({ version: z.number(), deploymentId: z.string() }));
const Source = z.object({ source: z.string().nullable() });

/** What is in force after the call; `deploymentId` is an older one's where nothing has changed. */
export interface Deployed {
  /** The version a process owner has in force: the files were left alone, whatever is in them. */
  readonly kept?: number;
  readonly deploymentId: string;
  /** The versions made by this call, as `key:version`; none when nothing has changed. */
  readonly newVersions: readonly string[];
}

/** The diagram and every form beside it: `<diagram>.bpmn` and `forms/<id>.html`, as form keys name them. */
export function readProcessFiles(bpmnDir: string, diagram = "reset-password-spse.bpmn"): ResourceFile[] {
  const forms = join(bpmnDir, "forms");
  const names = readdirSync(forms)
    .filter((name) => name.endsWith(".html"))
    .sort();
  return [
    { name: diagram, content: new Uint8Array(readFileSync(join(bpmnDir, diagram))) },
    ...names.map((name) => ({ name: `forms/${name}`, content: new Uint8Array(readFileSync(join(forms, name))) })),
  ];
}

/**
 * Deploys the files unless the version in force came from the modeler: then the process owner decides when the diagram of
 * a new release comes into force (as a draft, by the same way), and starting the system decides nothing.
 */
export async function deployUnlessOwned(
  engine: Engine,
  key: string,
  files: readonly ResourceFile[],
): Promise<Deployed> {
  const query = { key, latestVersion: true, withoutTenantId: true };
  const [inForce] = await engine.call("GET", "/process-definition", { query, schema: Definitions });
  if (inForce) {
    const { source } = await engine.call("GET", `/deployment/${inForce.deploymentId}`, { schema: Source });
    if (source === MODELER_SOURCE)
      return { deploymentId: inForce.deploymentId, newVersions: [], kept: inForce.version };
  }
  return deployProcess(engine, files);
}

/**
 * Deploys all files, the diagram first, as one deployment. A changed form makes a new version of the process as well: a form is looked up
 * in the deployment of the version that a request runs on, so running requests keep the forms they began with.
 */
export async function deployProcess(engine: Engine, files: readonly ResourceFile[]): Promise<Deployed> {
  const body = new FormData();
  // Among deployments of one name the engine looks for the same content.
  body.append("deployment-name", files[0]?.name ?? "");
  body.append("deployment-source", "provisioning");
  body.append("enable-duplicate-filtering", "true");
  for (const { name, content } of files) body.append(name, new Blob([content]), name);
  const deployment = await engine.call("POST", "/deployment/create", { body, schema: Deployment });
  const made = Object.values(deployment.deployedProcessDefinitions ?? {});
  return { deploymentId: deployment.id, newVersions: made.map(({ key, version }) => `${key}:${version}`) };
}
