/** The official client as its README shows it, once by its defaults, once with the options that make it fastest. */
import { BasicAuthInterceptor, Client, type ClientConfig, Variables } from "camunda-external-task-client-js";
import { z } from "zod";
import type { Contender, Job, Running, Work } from "./types.js";

/** The options found best for the official client, beside which everything is its default. */
const TUNED = { interval: 0, maxTasks: 50, asyncResponseTimeout: 20_000 };

const Task = z.object({
  id: z.string(),
  topicName: z.string(),
  processInstanceId: z.string(),
  processDefinitionId: z.string(),
  activityId: z.string(),
  businessKey: z.string().nullish(),
});

/** As the client's own README begins: no option but address, login and topics. */
export const official: Contender = (job) => start(job, {});
/** With `TUNED`, the best options we found. */
export const tuned: Contender = (job) => start(job, TUNED);

function start<D>(job: Job<D>, options: Partial<ClientConfig>): Running {
  const client = new Client({
    baseUrl: `${job.engineUrl}/engine-rest`,
    interceptors: new BasicAuthInterceptor({ username: job.user, password: job.password }),
    autoPoll: false,
    ...options,
  });
  let stopped = false;
  // The client tells of failures by events only; it types their error as any.
  const fail = (error: unknown) => {
    if (!stopped) job.onFailure(error instanceof Error ? error.message : String(error));
  };
  client.on("poll:error", fail);
  client.on("complete:error", (_task: unknown, error?: unknown) => fail(error));
  for (const work of job.works) subscribe(client, work, fail);
  client.start();
  return {
    async stop() {
      stopped = true;
      client.stop();
    },
  };
}

function subscribe(client: Client, work: Work, fail: (error: unknown) => void): void {
  const options = work.variables ? { variables: [...work.variables] } : {};
  client.subscribe(work.topic, options, async ({ task, taskService }) => {
    try {
      const output = await work.handle(task.variables.getAll(), Task.parse(task));
      await taskService.complete(task, toVariables(output));
    } catch (error) {
      fail(error);
    }
  });
}

function toVariables(values: Record<string, unknown>): Variables {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Variables().setAll(Object.fromEntries(present));
}
