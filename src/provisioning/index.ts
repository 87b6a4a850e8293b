/** Brings the engine into the state this product needs; doing it again changes nothing. */
import { setTimeout as delay } from "node:timers/promises";
import { createEngine, type Engine, EngineError, nothing } from "../engine/client.js";
import type { Organisasi } from "../organisasi.js";
import { KUNCI_PROSES } from "../proses/kunci.js";
import { applyGrants } from "./authorizations.js";
import { type Deployed, deployUnlessOwned, type ResourceFile } from "./deploy.js";
import { applyFilters } from "./filters.js";
import { grants } from "./grants.js";
import { applyGroups, applyUsers, demoUsersOf, groupsOf, serviceUsers } from "./identities.js";
import { applyTrialTenant } from "./tenants.js";

export { deployProcess, readProcessFiles } from "./deploy.js";

/** Passwords from the options or generated, units from ORGANISASI_FILE, files from `bpmn/`. */
export interface ProvisionInput {
  /** The engine as administrator. */
  readonly engine: Engine;
  readonly adminPassword: string;
  readonly organisasi: Organisasi;
  readonly passwords: { readonly gateway: string; readonly modeler: string; readonly workers: string };
  /** Password of the demo accounts; unset: none are made. */
  readonly demoPassword?: string;
  readonly files: readonly ResourceFile[];
}

/** Groups, accounts, rights, filters and the process itself; throws EngineError where the engine refuses. */
export async function provision(input: ProvisionInput): Promise<Deployed> {
  const { engine, organisasi } = input;
  const people = input.demoPassword ? demoUsersOf(organisasi, input.demoPassword) : [];
  await applyGroups(engine, groupsOf(organisasi));
  const [, , , deployed] = await Promise.all([
    applyUsers(engine, input.adminPassword, [...serviceUsers(input.passwords), ...people]).then(() =>
      applyTrialTenant(engine),
    ),
    applyGrants(engine, grants(organisasi)),
    applyFilters(engine),
    deployUnlessOwned(engine, KUNCI_PROSES, input.files),
  ]);
  return deployed;
}

/**
 * The engine as administrator; throws an Error with a clear sentence when it does not know this password. `before` is the
 * one it may still have: then it gets the new one first.
 */
export async function openAdmin(url: string, password: string, before?: string): Promise<Engine> {
  const engine = createEngine({ url, user: "admin", password });
  if (before !== undefined) await changeAdminPassword(url, { password, before });
  try {
    await engine.call("GET", "/group/count", { schema: nothing });
    return engine;
  } catch (error) {
    if (!(error instanceof EngineError) || error.status !== 401) throw error;
    throw new Error(
      `The engine at ${url} does not accept the administrator's password (ENGINE_ADMIN_PASSWORD). It was set when the engine's database was made: give the password of that time. Or is it another engine that answers there?`,
    );
  }
}

/** The engine refuses an account for some seconds after a wrong password. */
const LOCKED_MS = 4_000;

async function changeAdminPassword(url: string, { password, before }: { password: string; before: string }) {
  const engine = createEngine({ url, user: "admin", password: before });
  try {
    const body = { password, authenticatedUserPassword: before };
    await engine.call("PUT", "/user/admin/credentials", { body, schema: nothing });
  } catch (error) {
    // Changed already, by a start that did not come to its end.
    if (!(error instanceof EngineError) || error.status !== 401) throw error;
    await delay(LOCKED_MS);
  }
}
