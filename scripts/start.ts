/** The compiled half of `npm start`: runs the system until the signal, and tells the person at the terminal about it. */
import { once } from "node:events";
import { readConfig, type SystemConfig, systemOptions } from "../src/config.js";
import { SystemError } from "./system/error.js";
import { type System, type SystemOptions, startSystem } from "./system/index.js";
import { welcome } from "./welcome.js";

type RunOptions = Required<Pick<SystemOptions, "java" | "built" | "step" | "signal">>;

/** Resolves when the system was stopped by the signal; throws a SystemError when it could not start or go on. */
export async function runSystem(options: RunOptions): Promise<void> {
  let fail: (error: SystemError) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => undefined);
  const config = readOptions();
  const system = await startSystem({
    ...options,
    config,
    report: say,
    onFailure: (reason) => fail(new SystemError(`${reason}\nThe system has been stopped.`)),
  });
  say(welcome({ config, system, tookMs: performance.now() }));
  await Promise.race([untilAborted(options.signal), failure]);
  await stop(system);
}

function readOptions(): SystemConfig {
  try {
    return readConfig(systemOptions);
  } catch (error) {
    throw new SystemError(error instanceof Error ? error.message : String(error));
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

async function stop(system: System): Promise<void> {
  say("\nStopping; work under way is finished first. (Ctrl-C again to leave at once.)");
  await system.stop();
  say("Stopped. All data are kept.");
}

const say = (line: string) => console.log(line);
