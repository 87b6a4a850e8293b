/** Puts the process and its forms into the engine; the same files again make no new version. */
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

export interface Deployed {
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
