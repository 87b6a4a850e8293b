/** The three parts that are Node.js programs: simulators, gateway, workers. */
import { join } from "node:path";
import type { SystemConfig } from "../../src/config.js";
import { type Addresses, fromRoot } from "./addresses.js";
import { answersOk } from "./answers.js";
import { root } from "./root.js";
import { keyRing, type Secrets } from "./secrets.js";
import type { ServiceSpec } from "./service.js";

/** What command lines and environments of the three are made from. */
export interface NodeServicesInput {
  readonly config: SystemConfig;
  readonly secrets: Secrets;
  readonly addresses: Addresses;
  /** What every child inherits. */
  readonly env: NodeJS.ProcessEnv;
}

interface Part {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly readyUrls: readonly string[];
  readonly graceMs: number;
}

function specOf({ config, env }: NodeServicesInput, part: Part): ServiceSpec {
  return {
    name: part.name,
    command: process.execPath,
    args: ["--enable-source-maps", join(root, "dist", part.script)],
    cwd: root,
    env: { ...env, ...part.env },
    logFile: join(fromRoot(config.DATA_DIR), "logs", `${part.name}.log`),
    ending: { signal: "SIGTERM", graceMs: part.graceMs },
    isReady: async () => (await Promise.all(part.readyUrls.map(answersOk))).every(Boolean),
    readyTimeoutMs: 60_000,
  };
}

/** The secrets that the simulators work with. */
export const SIMULATORS_SECRETS = [
  "SPSE_SIMULATOR_TOKEN",
  "EPESAN_SIMULATOR_TOKEN",
  "BSRE_SIMULATOR_PASSWORD",
  "DEMO_PASSPHRASE",
] as const;

/** The stand-ins for SPSE, e-Pesan and BSrE. */
export function simulatorsSpec(input: NodeServicesInput): ServiceSpec {
  const { config, secrets, addresses } = input;
  return specOf(input, {
    name: "simulators",
    script: "simulators/main.js",
    env: {
      SIMULATOR_DATA: join(fromRoot(config.DATA_DIR), "simulators"),
      SPSE_TOKEN: secrets.SPSE_SIMULATOR_TOKEN,
      EPESAN_TOKEN: secrets.EPESAN_SIMULATOR_TOKEN,
      BSRE_USER: BSRE_SIMULATOR_USER,
      BSRE_PASSWORD: secrets.BSRE_SIMULATOR_PASSWORD,
      BSRE_PASSPHRASE: secrets.DEMO_PASSPHRASE,
    },
    readyUrls: [`${addresses.spse}/healthz`, `${addresses.epesan}/healthz`, `${addresses.bsre}/healthz`],
    graceMs: 5_000,
  });
}

/** The one address people use. */
export function gatewaySpec(input: NodeServicesInput): ServiceSpec {
  const { secrets, addresses } = input;
  return specOf(input, {
    name: "gateway",
    script: "src/main.js",
    env: {
      ...signer(input),
      DATABASE_URL: addresses.applicationDatabase,
      GATEWAY_ENGINE_PASSWORD: secrets.GATEWAY_ENGINE_PASSWORD,
      MODELER_ENGINE_PASSWORD: secrets.MODELER_ENGINE_PASSWORD,
      KREDENSIAL_KEY: secrets.KREDENSIAL_KEY,
      ARSIP_KEY: secrets.ARSIP_KEY,
      ...keyNames(input),
    },
    readyUrls: [`${addresses.gateway}/readyz`],
    graceMs: 10_000,
  });
}

/** The external-task workers. */
export function workersSpec(input: NodeServicesInput): ServiceSpec {
  const { secrets, addresses } = input;
  return specOf(input, {
    name: "workers",
    script: "workers/main.js",
    env: {
      ...bridges(input),
      DATABASE_URL: addresses.applicationDatabase,
      WORKERS_ENGINE_PASSWORD: secrets.WORKERS_ENGINE_PASSWORD,
      KREDENSIAL_KEY: secrets.KREDENSIAL_KEY,
      ...keyNames(input),
    },
    readyUrls: [`${addresses.workers}/readyz`],
    // Tasks under way are drained first.
    graceMs: 20_000,
  });
}

/** Bridges that somebody has set stay; in a demonstration the simulators stand in for the others. */
function bridges({ config, secrets, addresses, env }: NodeServicesInput): NodeJS.ProcessEnv {
  if (!config.DEMO) return {};
  const spse = { SPSE_URL: addresses.spse, SPSE_TOKEN: secrets.SPSE_SIMULATOR_TOKEN };
  const epesan = { EPESAN_URL: addresses.epesan, EPESAN_TOKEN: secrets.EPESAN_SIMULATOR_TOKEN };
  return { ...(env.SPSE_URL ? {} : spse), ...(env.EPESAN_URL ? {} : epesan) };
}

const BSRE_SIMULATOR_USER = "lpse";
/** Hendra Gunawan, the demo account that signs, as the simulator knows him. */
const DEMO_NIK = JSON.stringify({ hendra: "3171010101800001" });

/** In a demonstration without a signer of its own, the simulator of BSrE signs. */
function signer({ config, secrets, addresses, env }: NodeServicesInput): NodeJS.ProcessEnv {
  if (!config.DEMO || env.TANDA_TANGAN) return {};
  return {
    TANDA_TANGAN: "bsre",
    BSRE_URL: addresses.bsre,
    BSRE_USER: BSRE_SIMULATOR_USER,
    BSRE_PASSWORD: secrets.BSRE_SIMULATOR_PASSWORD,
    BSRE_NIK: DEMO_NIK,
  };
}

const EARLIER_KEYS = "KREDENSIAL_KEYS_LAMA";

/** The current credential key's name and the keys before it. */
function keyNames({ config }: NodeServicesInput): NodeJS.ProcessEnv {
  const { id, lama } = keyRing(fromRoot(config.DATA_DIR), config);
  const earlier = Object.keys(lama).length > 0 ? { [EARLIER_KEYS]: JSON.stringify(lama) } : {};
  return { KREDENSIAL_KEY_ID: id, ...earlier };
}

/** What the children inherit: the starter's environment and every option as it was read, but none of the secrets. */
export function childEnvironment(
  { config, addresses }: Pick<NodeServicesInput, "config" | "addresses">,
  secretNames: readonly string[],
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const left = new Set([...secretNames, EARLIER_KEYS, "NODE_OPTIONS", "DATABASE_URL"]);
  const env = Object.fromEntries(Object.entries(inherited).filter(([name]) => !left.has(name)));
  const options = Object.entries(config).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)] as const]));
  return {
    ...env,
    ...Object.fromEntries(options.filter(([name]) => !left.has(name))),
    DATA_DIR: fromRoot(config.DATA_DIR),
    ENGINE_URL: addresses.engine,
    NODE_ENV: inherited.NODE_ENV ?? "production",
  };
}
