/** What the bench asks of the engine: deploy a run, start its requests, wait for their end, read their history. */
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { type Engine, nothing } from "../src/engine/client.js";
import { applyGrants } from "../src/provisioning/authorizations.js";
import { resource, WORKERS_USER } from "../src/provisioning/grants.js";
import { diagramOf, processKey, type Workload } from "./workload.js";

/** Variables of a request's start, in the engine's form. */
export type StartVariables = Record<string, { readonly type: string; readonly value: unknown }>;

/** One step as the engine's history has it: milliseconds since 1970; the engine's resolution is one millisecond. */
export interface Step {
  readonly instance: string;
  readonly reachedAt: number;
  readonly completedAt: number;
}

const Deployment = z.object({ deployedProcessDefinitions: z.record(z.string(), z.object({ id: z.string() })) });
const Count = z.object({ count: z.number() });
const Instance = z.object({ id: z.string() });
const Activities = z.array(z.object({ processInstanceId: z.string(), startTime: z.string(), endTime: z.string() }));

const POLL_MS = 100;
/** More than that many starts at a time only wait for one another. */
const STARTERS = 4;
const PAGE = 2_000;

/** Lets the workers' account take and complete tasks of a workload, as it may those of the product's process. */
export async function grantWorkers(engine: Engine, workload: Workload): Promise<void> {
  const resourceId = processKey(workload);
  const permissions = ["READ", "READ_INSTANCE", "UPDATE_INSTANCE"];
  const to = { user: WORKERS_USER };
  await applyGrants(engine, [{ to, resourceType: resource.processDefinition, resourceId, permissions }]);
}

/** Deploys the diagram of a run; the id of its process definition. */
export async function deployRun(engine: Engine, workload: Workload, run: string): Promise<string> {
  const body = new FormData();
  body.append("deployment-name", run);
  body.append("diagram", new Blob([diagramOf(workload, run)]), `${run}.bpmn`);
  const deployment = await engine.call("POST", "/deployment/create", { body, schema: Deployment });
  const [definition] = Object.values(deployment.deployedProcessDefinitions);
  if (definition === undefined) throw new Error(`${run}: nothing was deployed`);
  return definition.id;
}

/** Starts a request; its id. */
export async function startRequest(engine: Engine, definition: string, variables: StartVariables): Promise<string> {
  const path = `/process-definition/${definition}/start`;
  return (await engine.call("POST", path, { body: { variables }, schema: Instance })).id;
}

/** Starts `count` requests as fast as the engine takes them; their ids. */
export async function startRequests(
  engine: Engine,
  definition: string,
  count: number,
  variables: () => StartVariables,
): Promise<string[]> {
  const ids: string[] = [];
  let left = count;
  const starter = async () => {
    while (left-- > 0) ids.push(await startRequest(engine, definition, variables()));
  };
  await Promise.all(Array.from({ length: STARTERS }, starter));
  return ids;
}

/** Waits until `count` requests of a definition have ended; throws when for a minute none did. */
export async function ended(engine: Engine, definition: string, count: number, pollMs = POLL_MS): Promise<void> {
  const query = { processDefinitionId: definition, finished: true };
  const stuckAfter = Math.ceil(60_000 / pollMs);
  for (let last = 0, idle = 0; ; idle++) {
    const now = (await engine.call("GET", "/history/process-instance/count", { query, schema: Count })).count;
    if (now >= count) return;
    if (now > last) idle = 0;
    if (idle > stuckAfter) throw new Error(`only ${now} of ${count} requests ended`);
    last = now;
    await delay(pollMs);
  }
}

/** Every step of a definition's requests that has ended. */
export async function stepsOf(engine: Engine, definition: string): Promise<Step[]> {
  const steps: Step[] = [];
  for (let page: Step[] | undefined; page === undefined || page.length === PAGE; ) {
    page = await pageOfSteps(engine, definition, steps.length);
    steps.push(...page);
  }
  return steps;
}

async function pageOfSteps(engine: Engine, definition: string, firstResult: number): Promise<Step[]> {
  const order = { sortBy: "activityInstanceId", sortOrder: "asc" };
  const query = { processDefinitionId: definition, activityType: "serviceTask", finished: true };
  const path = "/history/activity-instance";
  const page = { ...query, ...order, firstResult, maxResults: PAGE };
  const activities = await engine.call("GET", path, { query: page, schema: Activities });
  return activities.map(({ processInstanceId, startTime, endTime }) => ({
    instance: processInstanceId,
    reachedAt: engineTime(startTime),
    completedAt: engineTime(endTime),
  }));
}

/** The engine writes "+0000", which ISO 8601 allows and Date.parse need not. */
const engineTime = (text: string): number => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));

/**
 * Ends every long poll that the engine still holds for a run whose worker has stopped, by giving each a request to lock,
 * so that the next contender has the engine for itself: a held poll costs a query at every new task of anybody.
 */
export async function flushPolls(engine: Engine, definition: string, variables: StartVariables): Promise<void> {
  for (let locked = true; locked; ) {
    const id = await startRequest(engine, definition, variables);
    locked = await isLocked(engine, id);
    await engine.call("DELETE", `/process-instance/${id}`, { query: { skipCustomListeners: true }, schema: nothing });
  }
}

const FLUSH_MS = 400;

async function isLocked(engine: Engine, processInstanceId: string): Promise<boolean> {
  await delay(FLUSH_MS);
  const query = { processInstanceId, locked: true };
  return (await engine.call("GET", "/external-task/count", { query, schema: Count })).count > 0;
}
