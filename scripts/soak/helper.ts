/** An administrator at work: ends the pauses after failed attempts, and sees where a lock is none of these. */
import { z } from "zod";
import { EngineError, nothing } from "../../src/engine/client.js";
import { externalTasks, lockEnd, openEngine } from "./engine.js";
import { createLockWatch } from "./lock-watch.js";
import type { Running } from "./system.js";

interface Helper {
  /** As may be done in Cockpit: ends the pauses after failures, and where `repair` lets broken tasks be tried once more. */
  help(instances: readonly string[], repair: boolean): Promise<void>;
  /** Tasks that a worker kept from all others for longer than a lock may last, in words. */
  violations(): readonly string[];
}

const Count = z.object({ count: z.number() });

/** A helper that has seen nothing yet. */
export function createHelper(at: Running): Helper {
  const engine = openEngine(at);
  const watch = createLockWatch();
  const failuresOf = async (externalTaskId: string): Promise<number> => {
    const query = { externalTaskId, failureLog: true };
    return (await engine.call("GET", "/history/external-task-log/count", { query, schema: Count })).count;
  };
  return {
    async help(instances, repair) {
      for (const task of await externalTasks(at, instances)) {
        const { id, topicName, retries } = task;
        const sight = { id, topicName, lockEnd: lockEnd(task) ?? 0, seenAt: Date.now() };
        if (retries === 0) {
          const once = { body: { retries: 1 }, schema: nothing };
          if (repair) await unlessGone(engine.call("PUT", `/external-task/${id}/retries`, once));
        } else if (watch.isLong(sight) && watch.isPause(sight, await failuresOf(id)))
          await unlessGone(engine.call("POST", `/external-task/${id}/unlock`, { schema: nothing }));
      }
    },
    violations: () => watch.violations(),
  };
}

async function unlessGone(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
  });
}
