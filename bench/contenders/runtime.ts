/** This repository's runtime, wired as in workers/main.ts; the only file of the bench that knows its API. */
import { collectDefaultMetrics, Registry } from "prom-client";
import { createEngine } from "../../src/engine/client.js";
import { createLogger } from "../../src/log.js";
import { createCatches } from "../../workers/caught-errors.js";
import { createRuntime } from "../../workers/runtime/runtime.js";
import type { Contender } from "./types.js";

/** As in workers/main.ts. */
const GRACE_MS = 10_000;

const logger = createLogger("workers", "info");

/** The process's own figures are collected once in its life, however many runs it sees. */
let collecting = false;
function collectOnce(): void {
  if (!collecting) collectDefaultMetrics({ register: new Registry() });
  collecting = true;
}

/** `workers/runtime` with its defaults; the bare loop's tuning is not for it. */
export const runtime: Contender = ({ topics, deps, breakers, engineUrl, user, password }) => {
  const registry = new Registry();
  collectOnce();
  const catches = createCatches(createEngine({ url: engineUrl, user, password }));
  const workers = createRuntime({ topics, deps, logger, registry, breakers, catches }, { engineUrl, user, password });
  workers.start();
  return {
    stop: () => workers.stop(GRACE_MS),
  };
};
