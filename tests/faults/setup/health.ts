/** What a worker says of itself over HTTP. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { tunggu } from "../../../scripts/tunggu.js";
import { at } from "./system.js";

const STARTED = /"port":(\d+),"msg":"workers started"/;
const Ready = z.object({ checks: z.record(z.string(), z.boolean()) });

/** Where the worker of this name, which may not be ready yet, listens; no worker before it had that name. */
const urlOf = (name: string): Promise<string> =>
  tunggu(`the start of ${name}`, async () => {
    const log = join(at.dataDir, "logs", `${name}.log`);
    const [, port] = (existsSync(log) && STARTED.exec(readFileSync(log, "utf8"))) || [];
    return port && `http://127.0.0.1:${port}`;
  });

/** The status of /healthz. */
export const healthOf = async (name: string): Promise<number> => (await fetch(`${await urlOf(name)}/healthz`)).status;

/** The status of /readyz and what it says of each part. */
export async function readinessOf(name: string): Promise<{ status: number; checks: Record<string, boolean> }> {
  const response = await fetch(`${await urlOf(name)}/readyz`);
  return { status: response.status, checks: Ready.parse(await response.json()).checks };
}

/** How many polls the engine has answered so far. */
export async function pollsOf(name: string): Promise<number> {
  const text = await (await fetch(`${await urlOf(name)}/metrics`)).text();
  return Number(/^workers_polls_total\{outcome="success"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}
