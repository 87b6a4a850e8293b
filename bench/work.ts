/** The work of a run: handlers that do nothing, or those of the product with all they need. */
import { join } from "node:path";
import { z } from "zod";
import { muatKalender } from "../src/calendar/load.js";
import { openDb } from "../src/db/open.js";
import { createEngine } from "../src/engine/client.js";
import type { Logger } from "../src/log.js";
import { readOrganisasi } from "../src/organisasi.js";
import { createPencetakSurat } from "../src/surat/render.js";
import { createPenyediaTemplat } from "../src/surat-keluar/index.js";
import { type Breaker, createAdapters, createBreaker } from "../workers/adapters/index.js";
import type { Deps } from "../workers/deps.js";
import { createDirektori } from "../workers/direktori.js";
import { topics as productTopics } from "../workers/registry.js";
import { defineTopic, type Topic } from "../workers/runtime/index.js";
import type { Work } from "./contenders/index.js";
import type { Start, Surroundings } from "./messages.js";

/** The same work twice: as topics for the runtime, as plain handlers for the others. */
export interface WorkOfRun {
  readonly topics: readonly Topic<Deps>[];
  readonly works: readonly Work[];
}

/** The time limit of a call to a simulator in milliseconds, as in src/config.ts. */
const ADAPTER_TIMEOUT_MS = 10_000;

const nothing = z.object({});
const noRetry = { retries: 0, baseDelayMs: 0, maxDelayMs: 0, maxWaitMs: 0 };

/** The work that a contender is asked to start. */
export function workOf({ kind, topics }: Start, deps: Deps, logger: Logger): WorkOfRun {
  if (kind === "noop") {
    const names = topics.map(({ name }) => name);
    return { topics: names.map(noopTopic), works: names.map((topic) => ({ topic, variables: [], handle })) };
  }
  const renamed = topics.map(({ topic, name }) => ({ ...productTopic(topic), topic: name }));
  return { topics: renamed, works: renamed.map((topic) => workOfTopic(topic, deps, logger)) };
}

const handle = async () => ({});

const noopTopic = (topic: string): Topic<Deps> =>
  defineTopic({ topic, input: nothing, output: nothing, errorCodes: [], retry: noRetry, handle });

function productTopic(name: string): Topic<Deps> {
  const topic = productTopics.find((one) => one.topic === name);
  if (topic === undefined) throw new Error(`there is no topic ${name}`);
  return topic;
}

function workOfTopic(topic: Topic<Deps>, deps: Deps, logger: Logger): Work {
  return {
    topic: topic.topic,
    ...(topic.allVariables ? {} : { variables: Object.keys(topic.input.shape) }),
    handle: (variables, task) => {
      const info = {
        id: task.id,
        topic: topic.topic,
        instans: task.processInstanceId,
        definisi: task.processDefinitionId,
        aktivitas: task.activityId,
        nomorPermohonan: task.businessKey ?? "",
        retries: null,
      };
      return topic.run(variables, { deps, task: info, logger, signal: new AbortController().signal });
    },
  };
}

/** As in src/config.ts. */
const BREAKER = { failures: 5, openMs: 5_000, maxOpenMs: 30_000 };

const breaker = (): Breaker => createBreaker(BREAKER, () => performance.now());

/** What the product's handlers need, and the breakers of their services, as workers/main.ts makes them. */
export async function openDeps(around: Surroundings, onDatabaseError: (error: Error) => void) {
  const { engineUrl: url, user, password, spse, epesan, root } = around;
  const suratDir = join(root, "surat");
  const breakers = { spse: breaker(), epesan: breaker() };
  const { db } = openDb(around.databaseUrl, onDatabaseError);
  const deps: Deps = {
    db,
    adapters: createAdapters({
      breakers,
      spse: { ...spse, timeoutMs: ADAPTER_TIMEOUT_MS },
      epesan: { ...epesan, timeoutMs: ADAPTER_TIMEOUT_MS },
    }),
    kunci: [{ id: "k1", rahasia: around.kredensialKey }],
    surat: createPenyediaTemplat(db, createPencetakSurat({ dir: suratDir })),
    arsip: { simpanTahun: 5 },
    organisasi: readOrganisasi(join(root, "bpmn/organisasi.json")),
    kalender: await muatKalender(join(root, "bpmn/kalender")),
    direktori: createDirektori(createEngine({ url, user, password })),
    alamat: "http://localhost:3000",
    now: () => new Date(),
  };
  return { deps, breakers };
}
