import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { findJava } from "./java.mjs";
import { createProgress } from "./progress.mjs";
import { ensure } from "./step.mjs";
import { buildSteps, compileStep } from "./steps.mjs";

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * All set-up between a fresh clone and a program that can run; what is done already is skipped. Resolves as soon as
 * the compiled code can be imported; `engine` and `web` resolve when their builds are done, which go on meanwhile.
 */
export async function prepare({ signal: outer, progress = createProgress() } = {}) {
  const failed = new AbortController();
  const signal = outer ? AbortSignal.any([outer, failed.signal]) : failed.signal;
  const orStopAll = (work) => quiet(work.catch((error) => stopAll(failed, error)));
  const java = await findJava();
  const steps = buildSteps(root, { java, signal });
  const build = (step) => orStopAll(ensure(root, step, { progress, signal }));
  const jar = build(steps.engine);
  await orStopAll(prepareCode({ progress, signal }));
  const calendar = build(steps.calendar);
  return { java, engine: quiet(Promise.all([jar, calendar])), web: build(steps.web) };
}

/** Dependencies and compiled code, for scripts that talk to a system which runs already. */
export async function prepareCode({ signal, progress }) {
  await ensureDependencies(root, { progress, signal });
  await ensure(root, compileStep(root, signal), { progress, signal });
}

/** Set-up in full, for those who start no system meanwhile. */
export async function prepareAll(options) {
  const { java, engine, web } = await prepare(options);
  await Promise.all([engine, web]);
  return { java };
}

/** One failed step ends the others that run beside it. */
function stopAll(others, error) {
  others.abort(error);
  throw error;
}

/** Marks a promise as handled: it is awaited later, and its failure told then. */
function quiet(promise) {
  promise.catch(() => undefined);
  return promise;
}
