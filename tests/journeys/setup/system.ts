/** The one running system that all journeys share. */
import { readFileSync } from "node:fs";
import type { Addresses } from "../../../scripts/system/addresses.js";
import type { Secrets } from "../../../scripts/system/secrets.js";
import { createEngine, type Engine } from "../../../src/engine/client.js";

export interface TestSystem {
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  /** Data folder with the logs of all parts (`logs/`) and the list of running processes (`sistem.json`). */
  readonly dataDir: string;
}

/** Where the system of this test run is; throws when the test file was started outside the project `journeys`. */
export function testSystem(): TestSystem {
  const file = process.env.SISTEM_UJI;
  if (file === undefined) throw new Error("no system runs: start journeys by `npm test -- --selectProjects journeys`");
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The engine's REST as administrator. */
export function adminEngine({ addresses, secrets }: TestSystem = testSystem()): Engine {
  return createEngine({ url: addresses.engine, user: "admin", password: secrets.ENGINE_ADMIN_PASSWORD });
}

/** The engine's REST as one of the demo accounts, past the gateway: what the engine itself allows this person. */
export function engineAs(user: string, { addresses, secrets }: TestSystem = testSystem()): Engine {
  return createEngine({ url: addresses.engine, user, password: secrets.DEMO_PASSWORD });
}
