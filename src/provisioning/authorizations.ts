import { z } from "zod";
import { type Engine, nothing } from "../engine/client.js";
import { semuaBaris } from "../engine/halaman.js";
import type { Grant } from "./grants.js";

/** The engine's kinds of authorization: 0 holds for everybody, 1 gives. */
const GLOBAL = 0;
const GRANT = 1;

const Authorization = z.object({
  id: z.string(),
  type: z.number(),
  permissions: z.array(z.string()),
  userId: z.string().nullable(),
  groupId: z.string().nullable(),
  resourceType: z.number(),
  resourceId: z.string().nullable(),
});
type Authorization = z.infer<typeof Authorization>;
type Wanted = Omit<Authorization, "id">;

const toAuthorization = ({ to, resourceType, resourceId, permissions }: Grant): Wanted => ({
  type: to === "everybody" ? GLOBAL : GRANT,
  userId: to === "everybody" ? "*" : "user" in to ? to.user : null,
  groupId: to !== "everybody" && "group" in to ? to.group : null,
  resourceType,
  resourceId,
  permissions: [...permissions],
});

const keyOf = (a: Wanted): string => JSON.stringify([a.type, a.userId, a.groupId, a.resourceType, a.resourceId]);
const samePermissions = (a: Wanted, b: Wanted) => a.permissions.toSorted().join() === b.permissions.toSorted().join();

/** Makes each grant hold exactly as listed; what others have granted besides stays. Answers how many were changed. */
export async function applyGrants(engine: Engine, grants: readonly Grant[]): Promise<number> {
  const types = [...new Set(grants.map((grant) => grant.resourceType))];
  const lists = await Promise.all(types.map((resourceType) => readAuthorizations(engine, resourceType)));
  const known = new Map(lists.flat().map((a) => [keyOf(a), a]));
  let changed = 0;
  for (const wanted of grants.map(toAuthorization)) {
    const present = known.get(keyOf(wanted));
    if (present && samePermissions(present, wanted)) continue;
    await write(engine, wanted, present?.id);
    changed += 1;
  }
  return changed;
}

const readAuthorizations = (engine: Engine, resourceType: number): Promise<Authorization[]> =>
  semuaBaris(engine, "GET", "/authorization", { query: { resourceType }, schema: Authorization });

const write = (engine: Engine, body: Wanted, id: string | undefined): Promise<unknown> =>
  id === undefined
    ? engine.call("POST", "/authorization/create", { body, schema: nothing })
    : engine.call("PUT", `/authorization/${id}`, { body, schema: nothing });
