/** The tenant of trial runs: only its members see what belongs to it, and the modeler's account is the only one. */
import { z } from "zod";
import { type Engine, nothing } from "../engine/client.js";
import { MODELER_USER, TRIAL } from "./grants.js";

const Ids = z.array(z.object({ id: z.string() }));

/** Makes the tenant and the membership where they are missing; the modeler's account must exist. */
export async function applyTrialTenant(engine: Engine): Promise<void> {
  const known = await engine.call("GET", "/tenant", { query: { id: TRIAL }, schema: Ids });
  if (known.length === 0)
    await engine.call("POST", "/tenant/create", { body: { id: TRIAL, name: "Uji coba diagram" }, schema: nothing });
  const joined = await engine.call("GET", "/tenant", { query: { id: TRIAL, userMember: MODELER_USER }, schema: Ids });
  if (joined.length === 0)
    await engine.call("PUT", `/tenant/${TRIAL}/user-members/${MODELER_USER}`, { schema: nothing });
}
