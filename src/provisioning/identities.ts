import { z } from "zod";
import { type Engine, nothing } from "../engine/client.js";
import { semuaBaris } from "../engine/halaman.js";
import type { Organisasi } from "../organisasi.js";
import { GATEWAY_USER, MODELER_USER, WORKERS_USER } from "./grants.js";

interface GroupWanted {
  readonly id: string;
  readonly name: string;
  /** SATKER for units that may ask, WORKFLOW for lanes and roles. */
  readonly type: "SATKER" | "WORKFLOW";
}

/** A user the engine is to have; `email` is the e-Pesan address. */
export interface UserWanted {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly groups: readonly string[];
}

const Group = z.object({ id: z.string(), name: z.string().nullable(), type: z.string().nullable() });
const Profile = z.object({
  id: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
});

/** Lanes, roles and units of the organisation, as groups of the engine. */
export const groupsOf = (organisasi: Organisasi): GroupWanted[] => [
  ...organisasi.grup.map(({ id, nama }) => ({ id, name: nama, type: "WORKFLOW" as const })),
  ...organisasi.satker.map(({ id, nama }) => ({ id, name: nama, type: "SATKER" as const })),
];

/** The demo accounts of the organisation, all with one password. */
export const demoUsersOf = (organisasi: Organisasi, password: string): UserWanted[] =>
  organisasi.akunDemo.map(({ id, nama, epesan, grup }) => {
    const [firstName = nama, ...rest] = nama.split(" ");
    return { id, firstName, lastName: rest.join(" "), email: epesan, password, groups: grup };
  });

/** The accounts of gateway, modeler and workers; they belong to no group and may enter no web app. */
export const serviceUsers = (passwords: { gateway: string; modeler: string; workers: string }): UserWanted[] => [
  { id: GATEWAY_USER, firstName: "Layanan", lastName: "Gateway", email: "", password: passwords.gateway, groups: [] },
  { id: MODELER_USER, firstName: "Layanan", lastName: "Modeler", email: "", password: passwords.modeler, groups: [] },
  { id: WORKERS_USER, firstName: "Layanan", lastName: "Workers", email: "", password: passwords.workers, groups: [] },
];

/** Makes missing groups and corrects the names of known ones. */
export async function applyGroups(engine: Engine, wanted: readonly GroupWanted[]): Promise<void> {
  const known = new Map((await engine.call("GET", "/group", { schema: z.array(Group) })).map((g) => [g.id, g]));
  for (const group of wanted) {
    const present = known.get(group.id);
    if (!present) await engine.call("POST", "/group/create", { body: group, schema: nothing });
    else if (present.name !== group.name || present.type !== group.type)
      await engine.call("PUT", `/group/${group.id}`, { body: group, schema: nothing });
  }
}

/** Makes missing users, corrects profiles, sets passwords that differ, and adds missing memberships. */
export async function applyUsers(engine: Engine, adminPassword: string, wanted: readonly UserWanted[]): Promise<void> {
  const all = await semuaBaris(engine, "GET", "/user", { schema: Profile });
  const known = new Map(all.map((u) => [u.id, u]));
  await Promise.all(
    wanted.map(async (user) => {
      const present = known.get(user.id);
      if (!present) await createUser(engine, user);
      else {
        await correctProfile(engine, user, present);
        await correctPassword(engine, adminPassword, user);
      }
      await addMemberships(engine, user);
    }),
  );
}

const profileOf = ({ id, firstName, lastName, email }: UserWanted) => ({ id, firstName, lastName, email });

async function createUser(engine: Engine, user: UserWanted): Promise<void> {
  const body = { profile: profileOf(user), credentials: { password: user.password } };
  await engine.call("POST", "/user/create", { body, schema: nothing });
}

async function correctProfile(engine: Engine, user: UserWanted, present: z.infer<typeof Profile>): Promise<void> {
  const body = profileOf(user);
  const same = (["firstName", "lastName", "email"] as const).every((field) => (present[field] ?? "") === body[field]);
  if (!same) await engine.call("PUT", `/user/${user.id}/profile`, { body, schema: nothing });
}

async function correctPassword(engine: Engine, adminPassword: string, user: UserWanted): Promise<void> {
  const { authenticated } = await engine.call("POST", "/identity/verify", {
    body: { username: user.id, password: user.password },
    schema: z.object({ authenticated: z.boolean() }),
  });
  if (authenticated) return;
  // The engine wants the administrator to prove himself once more.
  const body = { password: user.password, authenticatedUserPassword: adminPassword };
  await engine.call("PUT", `/user/${user.id}/credentials`, { body, schema: nothing });
  await engine.call("POST", `/user/${user.id}/unlock`, { schema: nothing });
}

async function addMemberships(engine: Engine, user: UserWanted): Promise<void> {
  if (user.groups.length === 0) return;
  const groups = await engine.call("GET", "/group", { query: { member: user.id }, schema: z.array(Group) });
  const present = new Set(groups.map((group) => group.id));
  for (const group of user.groups.filter((id) => !present.has(id)))
    await engine.call("PUT", `/group/${group}/members/${user.id}`, { schema: nothing });
}
