/** This repository's runtime, wired as in workers/main.ts; the only file of the bench that knows its API. */
import { collectDefaultMetrics, Registry } from "prom-client";
import { createLogger } from "../../src/log.js";
import { createRuntime } from "../../workers/runtime/runtime.js";
import type { Contender } from "./types.js";

/** As in workers/main.ts. */
const GRACE_MS = 10_000;

export const runtime: Contender = ({ topics, deps, engineUrl, user, password }) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const logger = createLogger("workers", "info");
  const workers = createRuntime({ topics, deps, logger, registry }, { engineUrl, user, password });
  workers.start();
  return {
    stop: () => workers.stop(GRACE_MS),
  };
};
