/** What an administrator sees and does in the engine while the soak runs. */
import { z } from "zod";
import { createEngine, type Engine } from "../../src/engine/client.js";
import type { Running } from "./system.js";

/** The engine's REST as administrator. */
export const openEngine = ({ addresses, secrets }: Running): Engine =>
  createEngine({ url: addresses.engine, user: "admin", password: secrets.ENGINE_ADMIN_PASSWORD });

const ExternalTask = z.object({
  id: z.string(),
  topicName: z.string(),
  processInstanceId: z.string(),
  workerId: z.string().nullable(),
  lockExpirationTime: z.string().nullable(),
  retries: z.number().nullable(),
  errorMessage: z.string().nullable(),
});
/** An external task as the engine has it. */
export type ExternalTask = z.infer<typeof ExternalTask>;

/** The open external tasks of these instances. */
export async function externalTasks(at: Running, instances: readonly string[]): Promise<ExternalTask[]> {
  const all = await openEngine(at).call("GET", "/external-task", { schema: z.array(ExternalTask) });
  return all.filter((task) => instances.includes(task.processInstanceId));
}

/** When the engine takes the lock for ended, in epoch ms; undefined without a lock. */
export const lockEnd = ({ lockExpirationTime }: ExternalTask): number | undefined =>
  lockExpirationTime === null ? undefined : Date.parse(lockExpirationTime);

/** No lock of a worker may last longer than this, in ms; a task that nobody may take for longer waits for its retry. */
export const LONGEST_LOCK_MS = 10_000;
