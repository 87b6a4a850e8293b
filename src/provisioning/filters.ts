/** The task lists everybody finds in Tasklist. Their expressions are stored, which the engine evaluates per reader. */
import { z } from "zod";
import { type Engine, nothing } from "../engine/client.js";
import { applyGrants } from "./authorizations.js";
import { type Grant, resource } from "./grants.js";

interface FilterWanted {
  readonly resourceType: "Task";
  readonly name: string;
  readonly query: Record<string, unknown>;
  readonly properties: Record<string, unknown>;
}

const StoredFilter = z.object({
  id: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.unknown()),
  properties: z.record(z.string(), z.unknown()).nullable(),
});
type StoredFilter = z.infer<typeof StoredFilter>;

const expression = (body: string) => `\${${body}}`;
const earliestFirst = [{ sortBy: "dueDate", sortOrder: "asc" }];
/** Shown with each task of a list, so that nobody has to open it to know whose request it is. */
const shown = [
  { name: "nomorPermohonan", label: "Permohonan" },
  { name: "namaSatker", label: "Satuan Kerja" },
];

const filter = (kode: string, priority: number, name: string, description: string, query: object): FilterWanted => ({
  resourceType: "Task",
  name,
  // Trial runs of the modeler have a tenant; nobody's list shows them.
  query: { ...query, withoutTenantId: true, sorting: earliestFirst },
  properties: { kode, priority, description, refresh: true, showUndefinedVariable: false, variables: shown },
});

/** The four lists, in the order Tasklist shows them; it opens the first, where new work waits before anybody takes it. */
export const filters: readonly FilterWanted[] = [
  filter("tugas-unit-saya", 10, "Tugas unit saya", "Tugas unit Anda, sudah maupun belum diambil", {
    candidateGroupsExpression: expression("currentUserGroups()"),
    includeAssignedTasks: true,
  }),
  filter("tugas-saya", 20, "Tugas saya", "Tugas yang Anda kerjakan", {
    assigneeExpression: expression("currentUser()"),
  }),
  filter("lewat-tenggat", 30, "Lewat tenggat", "Tugas yang melewati batas waktu SOP", {
    dueBeforeExpression: expression("now()"),
  }),
  filter("semua", 40, "Semua", "Semua tugas yang boleh Anda lihat", {}),
];

const codeOf = (f: { properties: Record<string, unknown> | null }) => f.properties?.kode;

/** Makes or corrects the four filters and lets everybody read them; known ones are found by their code, never doubled. */
export async function applyFilters(engine: Engine): Promise<void> {
  const known = await engine.call("GET", "/filter", {
    query: { resourceType: "Task" },
    schema: z.array(StoredFilter),
  });
  const ids: string[] = [];
  for (const wanted of filters) ids.push(await applyFilter(engine, wanted, known));
  await applyGrants(engine, ids.map(readableByAll));
}

async function applyFilter(engine: Engine, wanted: FilterWanted, known: readonly StoredFilter[]): Promise<string> {
  const present = known.find((one) => codeOf(one) === codeOf(wanted));
  if (!present) {
    const made = await engine.call("POST", "/filter/create", { body: wanted, schema: z.object({ id: z.string() }) });
    return made.id;
  }
  if (!isSame(present, wanted)) await engine.call("PUT", `/filter/${present.id}`, { body: wanted, schema: nothing });
  return present.id;
}

const isSame = (present: StoredFilter, wanted: FilterWanted): boolean =>
  present.name === wanted.name && holds(present.properties, wanted.properties) && holds(present.query, wanted.query);

/** Whether every wanted field is there with the same value; the engine adds fields of its own. */
const holds = (present: object | null, wanted: object): boolean =>
  Object.entries(wanted).every(
    ([k, v]) => JSON.stringify((present as Record<string, unknown>)?.[k]) === JSON.stringify(v),
  );

const readableByAll = (id: string): Grant => ({
  to: "everybody",
  resourceType: resource.filter,
  resourceId: id,
  permissions: ["READ"],
});
