/** Who may do what in the engine, as one table. The engine denies whatever is not granted here. */
import type { Organisasi } from "../organisasi.js";
import { KUNCI_PROSES } from "../proses/kunci.js";

/** The engine's numbers for kinds of resources (org.camunda.bpm.engine.authorization.Resources). */
export const resource = {
  application: 0,
  user: 1,
  group: 2,
  authorization: 4,
  filter: 5,
  processDefinition: 6,
  task: 7,
  processInstance: 8,
  deployment: 9,
  tenant: 11,
  batch: 13,
} as const;

/** A right of a group, of a user, or of everybody, on one resource or on all of its kind ("*"). */
export interface Grant {
  readonly to: { readonly group: string } | { readonly user: string } | "everybody";
  readonly resourceType: number;
  readonly resourceId: string;
  readonly permissions: readonly string[];
}

/** Reads for people whom the gateway has checked itself; GATEWAY_ENGINE_PASSWORD is its password. */
export const GATEWAY_USER = "layanan-gateway";
/** Deploys, migrates and runs trials for the modeler; MODELER_ENGINE_PASSWORD is its password. */
export const MODELER_USER = "layanan-modeler";
/** Takes and completes the external tasks; WORKERS_ENGINE_PASSWORD is its password. */
export const WORKERS_USER = "layanan-workers";

/** Trial runs of drafts happen under this key and tenant only: workers and staff have no right to either. */
export const TRIAL = "uji-coba";

/** The group of all who may ask; it sees its own tasks only. */
const APPLICANTS = "satuan-kerja";
/** The group that watches over the process in Cockpit. */
const OWNERS = "pemilik-proses";
/** The group that approves its changes. */
const APPROVERS = "penyetuju-proses";

/** All rights that do not depend on a single task; those on tasks the engine gives to assignees and candidates itself. */
export function grants(organisasi: Organisasi): Grant[] {
  const groups = organisasi.grup.map(({ id }) => id);
  const staff = groups.filter((id) => id !== APPLICANTS);
  return [
    ...groups.flatMap((id) => applications({ group: id }, ["tasklist", "welcome"])),
    ...applications({ group: OWNERS }, ["cockpit"]),
    onAll({ group: OWNERS }, resource.deployment, "READ"),
    ...applicants(),
    ...staff.flatMap((id) => overview({ group: id })),
    // Reads for people whom the gateway has checked itself, withdraws requests by message, and gives back tasks: that
    // wants a right with which a person could hand tasks of other lanes to himself.
    // Extending a step moves its task's due date, which the engine counts as any change of a task.
    ...overview({ user: GATEWAY_USER }, "UPDATE_INSTANCE", "TASK_ASSIGN", "UPDATE_TASK"),
    // Prints the SOP of any deployed process.
    onAll({ user: GATEWAY_USER }, resource.processDefinition, "READ"),
    ...modeler({ user: MODELER_USER }),
    // Takes and completes external tasks, and gives a task the due date that could not be calculated when it began.
    ...overview({ user: WORKERS_USER }, "UPDATE_INSTANCE", "UPDATE_TASK"),
  ];
}

const applications = (to: Grant["to"], names: readonly string[]): Grant[] =>
  names.map((resourceId) => ({ to, resourceType: resource.application, resourceId, permissions: ["ACCESS"] }));

const onProcess = (to: Grant["to"], ...permissions: string[]): Grant => onKey(KUNCI_PROSES, to, ...permissions);

const onKey = (resourceId: string, to: Grant["to"], ...permissions: string[]): Grant => ({
  to,
  resourceType: resource.processDefinition,
  resourceId,
  permissions,
});

const onAll = (to: Grant["to"], resourceType: number, ...permissions: string[]): Grant => ({
  to,
  resourceType,
  resourceId: "*",
  permissions,
});

const SEES = ["READ", "READ_INSTANCE", "READ_TASK", "READ_HISTORY"];
const MOVES = [...SEES, "MIGRATE_INSTANCE", "UPDATE_INSTANCE", "UPDATE_TASK"];

/** The groups a process names: who may start it, and whose lanes work in it. */
export interface ProcessGroups {
  readonly starters: readonly string[];
  readonly workers: readonly string[];
}

/**
 * The rights that come with a process a process owner brings into force: its lanes see its requests, the lane of its start
 * begins them, owners and approvers watch. The askers' group sees nothing of others here either. Groups need not exist yet.
 */
export function processGrants(key: string, { starters, workers }: ProcessGroups): Grant[] {
  const inLanes = [...new Set([...starters, ...workers])];
  const rights = (id: string): string[] => [
    ...(id === APPLICANTS ? ["READ"] : SEES),
    ...(starters.includes(id) ? ["CREATE_INSTANCE"] : []),
  ];
  return [
    ...inLanes.flatMap((id) => applications({ group: id }, ["tasklist", "welcome"])),
    ...[...new Set([...inLanes, OWNERS, APPROVERS])].map((id) => onKey(key, { group: id }, ...rights(id))),
    ...starters.map((id) => onAll({ group: id }, resource.processInstance, "CREATE")),
    onKey(key, { user: MODELER_USER }, ...MOVES),
    // Gives a task back for the person who took it. In the process of this product it may more, by the table above.
    ...(key === KUNCI_PROSES ? [] : [onKey(key, { user: GATEWAY_USER }, "READ", "READ_TASK", "TASK_ASSIGN")]),
  ];
}

/**
 * Deploys what has been approved, moves running requests and their time limits to it, and plays trial runs. It may delete
 * only deployments it has made itself: the engine gives their maker that right. Whoever deploys can make the engine do
 * anything, so that giving a new process its rights adds nothing to what this account could do; groups it cannot make.
 */
function modeler(to: Grant["to"]): Grant[] {
  const onTrial = [
    ...["READ", "CREATE_INSTANCE", "READ_INSTANCE", "UPDATE_INSTANCE"],
    ...["READ_TASK", "UPDATE_TASK", "READ_HISTORY"],
  ];
  return [
    onProcess(to, ...MOVES),
    // A key that somebody else has deployed is not a new process.
    onAll(to, resource.processDefinition, "READ"),
    onAll(to, resource.authorization, "READ", "CREATE", "UPDATE"),
    { to, resourceType: resource.processDefinition, resourceId: TRIAL, permissions: onTrial },
    onAll(to, resource.processInstance, "CREATE"),
    onAll(to, resource.deployment, "READ", "CREATE"),
    onAll(to, resource.batch, "READ", "READ_HISTORY", "CREATE_BATCH_MIGRATE_PROCESS_INSTANCES"),
  ];
}

/** To start a request, and nothing of other requests: reading an instance is not among it. */
function applicants(): Grant[] {
  const to = { group: APPLICANTS };
  return [onProcess(to, "READ", "CREATE_INSTANCE"), onAll(to, resource.processInstance, "CREATE")];
}

/** Those who work on all requests see all of them, and each other's names. */
function overview(to: Grant["to"], ...more: string[]): Grant[] {
  return [onProcess(to, ...SEES, ...more), onAll(to, resource.user, "READ"), onAll(to, resource.group, "READ")];
}
