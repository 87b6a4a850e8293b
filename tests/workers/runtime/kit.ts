/** A runtime with one topic on a fake engine, and handlers that a test holds in its hand. */
import { afterEach, beforeEach, expect } from "@jest/globals";
import { Registry } from "prom-client";
import { z } from "zod";
import { type Context, defineTopic, type Topic } from "../../../workers/runtime/index.js";
import type { RuntimeOptions } from "../../../workers/runtime/options.js";
import { createRuntime, type Runtime, type RuntimeDeps } from "../../../workers/runtime/runtime.js";
import { fakeLogger } from "../kit.js";
import { startFakeEngine } from "./fake-engine.js";

export type Handle = (
  input: { masukan: { angka: number } },
  context: Context<object>,
) => Promise<Record<string, unknown>>;
type Change = Partial<
  Pick<Topic<object>, "topic" | "errorCodes" | "allVariables" | "timeLimitMs" | "adapter" | "concurrency">
>;

/** The topic `uji`, or what a test changes of it. */
export const topicOf = (handle: Handle, change: Change = {}): Topic<object> =>
  defineTopic({
    topic: "uji",
    input: z.object({ masukan: z.object({ angka: z.number() }) }),
    output: z.looseObject({}),
    errorCodes: ["TIDAK_ADA"],
    retry: { retries: 3, baseDelayMs: 1_000, maxDelayMs: 1_000, maxWaitMs: 60_000 },
    handle,
    ...change,
  });

/** An engine on which `start` starts runtimes; `stop` ends all and fails where one of them goes on. */
async function startStage() {
  const engine = await startFakeEngine();
  const running: Runtime[] = [];

  function start(
    handle: Handle,
    options: Partial<RuntimeOptions> = {},
    change: Change = {},
    more: Partial<RuntimeDeps<object>> = {},
  ) {
    const { logger, teks } = fakeLogger();
    const registry = new Registry();
    const runtime = createRuntime(
      { topics: [topicOf(handle, change)], deps: {}, logger, registry, ...more },
      { engineUrl: engine.url, user: "layanan-workers", password: "rahasia-mesin", ...options },
    );
    running.push(runtime);
    runtime.start();
    return { runtime, registry, log: teks };
  }

  async function stop(): Promise<void> {
    await Promise.all(running.map((runtime) => runtime.stop(0)));
    expect(running.map((runtime) => runtime.state())).toEqual(running.map(() => "STOPPED"));
    await engine.stop();
  }
  return { engine, start, stop };
}
type Stage = Awaited<ReturnType<typeof startStage>>;

/** A new stage for each test of the file that calls this at its top. */
export function stageForEach(): Pick<Stage, "engine" | "start"> {
  let stage: Stage | undefined;
  const current = (): Stage => {
    if (stage === undefined) throw new Error("there is a stage within a test only");
    return stage;
  };
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => current().stop());
  return {
    get engine() {
      return current().engine;
    },
    start: (...args) => current().start(...args),
  };
}

/** A handler that waits until the test lets it go on, or its signal aborts. */
export function heldHandler() {
  const started = resolvers<Context<object>>();
  const release = resolvers<Record<string, unknown>>();
  const handle: Handle = (_input, context) => {
    started.resolve(context);
    return release.promise;
  };
  return { handle, started: started.promise, release: release.resolve };
}

/** A promise and what resolves it. */
export function resolvers<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
