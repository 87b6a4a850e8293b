/**
 * The ceiling: the best loop over the bare REST API that we know. It keeps a store of locked tasks, so that completing
 * never waits for fetching; asks for many at once, because a fetch costs the engine as much as several completions; and
 * completes a few at a time, because more only wait for one another in the engine. It knows no failures, no lost
 * locks and no shutdown worth the name.
 */
import { Pool } from "undici";
import { z } from "zod";
import type { Contender, Job, Task } from "./types.js";

const Tasks = z.array(
  z.object({
    id: z.string(),
    topicName: z.string(),
    processInstanceId: z.string(),
    processDefinitionId: z.string(),
    activityId: z.string(),
    businessKey: z.string().nullish(),
    variables: z.record(z.string(), z.object({ type: z.string(), value: z.unknown() })).default({}),
  }),
);
type FetchedTask = z.infer<typeof Tasks>[number];

const LONG_POLL_MS = 20_000;
const LOCK_MS = 10_000;
const CONFLICT = "OptimisticLockingException";

/** Two loops that share a store: one fetches, `concurrency` others complete. */
export const bare: Contender = (job) => {
  const { concurrency, batch } = job.tuning;
  const rest = openRest(job, concurrency + 1);
  const handlers = new Map(job.works.map((work) => [work.topic, work.handle]));
  const store: FetchedTask[] = [];
  let working = 0;
  let running = true;
  let wake: () => void = () => undefined;

  const workOff = async () => {
    working++;
    for (let task = store.shift(); task !== undefined; task = store.shift()) {
      if (store.length <= batch / 2) wake();
      await finish(task).catch((error: unknown) => job.onFailure(reasonOf(error)));
    }
    working--;
  };
  const finish = async (task: FetchedTask) => {
    const variables = await handlers.get(task.topicName)?.(read(task.variables), task);
    await rest.complete(task, write(variables ?? {}));
  };
  const fetchOn = async () => {
    while (running) {
      // More than half a batch in store is enough to keep everybody busy during the next fetch.
      if (store.length > batch / 2) await new Promise<void>((resolve) => (wake = resolve));
      const tasks = await rest.fetchAndLock(batch);
      store.push(...(running ? tasks : []));
      while (working < concurrency && store.length > 0) void workOff();
    }
  };
  fetchOn().catch((error: unknown) => running && job.onFailure(reasonOf(error)));
  return {
    async stop() {
      running = false;
      wake();
      await rest.close();
    },
  };
};

function openRest<D>({ engineUrl, user, password, run, works }: Job<D>, connections: number) {
  const pool = new Pool(new URL(engineUrl).origin, { connections, keepAliveTimeout: 60_000 });
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
    "content-type": "application/json",
  };
  const workerId = `bare-${process.pid}-${run}`;
  const topics = works.map(({ topic, variables }) => ({
    topicName: topic,
    lockDuration: LOCK_MS,
    ...(variables ? { variables } : {}),
  }));
  const post = async (path: string, content: unknown) => {
    const body = JSON.stringify(content);
    const answer = await pool.request({ method: "POST", path: `/engine-rest/external-task/${path}`, headers, body });
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  return {
    async fetchAndLock(maxTasks: number): Promise<FetchedTask[]> {
      const sorting = [{ sortBy: "createTime", sortOrder: "asc" }];
      const wanted = { workerId, maxTasks, usePriority: false, sorting, asyncResponseTimeout: LONG_POLL_MS, topics };
      const { status, text } = await post("fetchAndLock", wanted);
      if (status !== 200) throw new Error(`fetchAndLock: ${status} ${text}`);
      return Tasks.parse(JSON.parse(text));
    },
    async complete({ id }: Pick<Task, "id">, variables: object): Promise<void> {
      for (;;) {
        const { status, text } = await post(`${id}/complete`, { workerId, variables });
        if (status === 204) return;
        if (!text.includes(CONFLICT)) throw new Error(`complete: ${status} ${text}`);
      }
    },
    close: () => pool.destroy(),
  };
}

/** The engine's typed values as plain ones. */
function read(variables: FetchedTask["variables"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, { type, value }]) => [
      name,
      type === "Json" && typeof value === "string" ? JSON.parse(value) : value,
    ]),
  );
}

/** Plain values as the engine's typed ones. */
function write(variables: Record<string, unknown>): Record<string, { type: string; value: unknown }> {
  const present = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, typed(value)]));
}

function typed(value: unknown): { type: string; value: unknown } {
  if (typeof value === "string") return { type: "String", value };
  if (typeof value === "number") return { type: "Integer", value };
  if (value === null) return { type: "Null", value };
  return { type: "Json", value: JSON.stringify(value) };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
