import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadEnvFile } from "./env-file.mjs";
import { describe } from "./error.mjs";
import { prepare, root } from "./index.mjs";
import { createProgress } from "./progress.mjs";

/** Sets up, starts the system, and ends the process when it has been stopped. */
export async function start() {
  process.chdir(root);
  loadEnvFile(root);
  const signal = signalOfUser();
  const progress = createProgress();
  try {
    const { java, engine, web } = await prepare({ signal, progress });
    const { runSystem } = await import(pathToFileURL(join(root, "dist/scripts/start.js")).href);
    await runSystem({ java: java.executable, built: { engine, web }, step: progress.step, signal });
  } catch (error) {
    console.error(`\n${describe(error)}`);
    process.exitCode = signal.aborted ? 130 : 1;
  }
  // A build under way that was told to stop may still hold the process.
  process.exit();
}

/** Aborts with the first Ctrl-C (or the like); a second one ends at once and leaves the rest to the guard process. */
function signalOfUser() {
  const user = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(name, () => {
      if (user.signal.aborted) process.exit(130);
      user.abort(new Interrupted());
    });
  return user.signal;
}

class Interrupted extends Error {
  name = "SetupError";
  message = "Stopped before the system was up. Nothing is left running.";
}
