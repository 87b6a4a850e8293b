/** What an administrator sees and does in the engine while the soak runs. */
import { z } from "zod";
import { createEngine, type Engine, EngineError, nothing } from "../../src/engine/client.js";
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

/** As an admin may do in Cockpit: ends the pauses after failed attempts, and lets broken tasks be tried once more. */
export async function helpAlong(at: Running, instances: readonly string[], repair: boolean): Promise<void> {
  const engine = openEngine(at);
  for (const task of await externalTasks(at, instances)) {
    if (task.retries === 0 && repair)
      await unlessGone(
        engine.call("PUT", `/external-task/${task.id}/retries`, { body: { retries: 1 }, schema: nothing }),
      );
    else if (task.retries !== null && (lockEnd(task) ?? 0) > Date.now() + LONGEST_LOCK_MS)
      await unlessGone(engine.call("POST", `/external-task/${task.id}/unlock`, { schema: nothing }));
  }
}

async function unlessGone(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
  });
}
