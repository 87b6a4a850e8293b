/** Starts the whole product on this machine: for `npm start`, for the tests, for the scripts that drive it. */
import type { SystemConfig } from "../../src/config.js";
import { migrateDb } from "../../src/db/open.js";
import { grantApplication } from "../../src/db/roles.js";
import { provision } from "../../src/provisioning/index.js";
import type { Step } from "../tools.js";
import { type Addresses, addressesOf, fromRoot, postgresOptions } from "./addresses.js";
import { makeDataDir } from "./data-dir.js";
import { engineSpec } from "./engine.js";
import { engineStart, provisionInput } from "./engine-inputs.js";
import { messageOf, SystemError } from "./error.js";
import { finishRestore } from "./finish-restore.js";
import { createFleet, type Fleet } from "./fleet.js";
import { childEnvironment, gatewaySpec, SIMULATORS_SECRETS, simulatorsSpec, workersSpec } from "./node-services.js";
import { portUses } from "./port-uses.js";
import { requireFreePorts } from "./ports.js";
import { createDatabases, databaseUrl, preparePostgres } from "./postgres.js";
import { taken, wantedRound, watchSecrets } from "./reload.js";
import { openSecrets, type Secrets } from "./secrets.js";
import type { Service, ServiceSpec } from "./service.js";
import { settleDatabasePassword } from "./settle-password.js";
import type { OnDeath } from "./supervisor.js";

const PARTS = ["postgres", "engine", "simulators", "gateway", "workers"] as const;
/** A process of the system; each needs those before it. */
export type Part = (typeof PARTS)[number];

/** What one start is told beside the options of the product, which are `config`. */
export interface SystemOptions {
  readonly config: SystemConfig;
  /** Executable of Java 17 or newer. */
  readonly java: string;
  /** Default: all (simulators only with DEMO, PostgreSQL only without DATABASE_URL). */
  readonly parts?: readonly Part[];
  /** Builds that may still be under way: the engine waits for the first, the gateway for the second. */
  readonly built?: { readonly engine: Promise<unknown>; readonly web: Promise<unknown> };
  /** Environment that the processes inherit; default: this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Wraps each step of the start, to show progress. */
  readonly step?: Step;
  /** News while it runs, such as a restart. */
  readonly report?: (line: string) => void;
  /** Called when the system had to stop itself. */
  readonly onFailure?: (reason: string) => void;
  /** Aborts the start; everything begun is stopped. */
  readonly signal?: AbortSignal;
}

/** A running system. */
export interface System {
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  readonly services: { readonly [P in Part]?: Service };
  /** Whether this start made the data folder's secrets. */
  readonly isFirstStart: boolean;
  /** Stops all, the last started first; resolves when no process is left. */
  stop(): Promise<void>;
}

/** Resolves when every part is ready; throws a SystemError (nothing is left running then) that says what to do. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { config } = options;
  const dataDir = fromRoot(config.DATA_DIR);
  makeDataDir(dataDir);
  const fleet = await createFleet({
    dataDir,
    report: options.report ?? (() => undefined),
    onFailure: options.onFailure ?? (() => undefined),
  });
  try {
    const parts = partsOf(options);
    await requireFreePorts(portUses(config, parts), config.HOST);
    const { secrets, isNew } = openSecrets(dataDir, config);
    const addresses = addressesOf(config, secrets);
    const round = wantedRound(dataDir);
    const b: Boot = { ...options, fleet, secrets, addresses, parts };
    const services: Services = await boot(b);
    taken(dataDir, round);
    let current = b;
    const take = async (next: number) => {
      options.report?.("taking new secrets; work under way is finished first");
      current = await takeSecrets(current, services);
      taken(dataDir, next);
    };
    const watch = watchSecrets(dataDir, take, (error) => {
      const reason = `The new secrets cannot be taken: ${messageOf(error)}`;
      void fleet.stop().then(() => options.onFailure?.(reason));
    });
    const stop = () => watch.stop().then(() => fleet.stop());
    return { addresses, secrets, services, isFirstStart: isNew, stop };
  } catch (error) {
    await fleet.stop();
    throw error;
  }
}

type Services = { -readonly [P in Part]?: Service };

/** Stops what works with the old secrets, lets the servers have the new ones, starts it again; answers what holds now. */
async function takeSecrets(b: Boot, services: Services): Promise<Boot> {
  const { config, fleet } = b;
  const { secrets } = openSecrets(fromRoot(config.DATA_DIR), config);
  const next: Boot = { ...b, secrets, addresses: addressesOf(config, secrets) };
  const input = { ...next, env: childEnvironment(next, Object.keys(secrets), b.env) };
  const changed = (names: readonly (keyof Secrets)[]) => names.some((name) => secrets[name] !== b.secrets[name]);
  const again = new Set<Part>([
    ...(changed(["POSTGRES_PASSWORD"]) ? ["engine" as const] : []),
    ...(changed(SIMULATORS_SECRETS) ? ["simulators" as const] : []),
    "gateway",
    "workers",
  ]);
  for (const part of PARTS.toReversed()) {
    const service = again.has(part) ? services[part] : undefined;
    if (service) await fleet.retire(service);
  }
  await settlePasswords(next);
  const launch = async (part: Part, spec: () => ServiceSpec) => {
    if (services[part] && again.has(part)) services[part] = await fleet.launch(spec(), policyOf(part));
  };
  await launch("engine", () => engineSpec(engineStart(input)));
  if (services.engine) await provisionEngine(next);
  await launch("simulators", () => simulatorsSpec(input));
  await Promise.all([launch("gateway", () => gatewaySpec(input)), launch("workers", () => workersSpec(input))]);
  return next;
}

/** The roles of the embedded server get the passwords of the data folder. */
async function settlePasswords({ config, addresses, secrets }: Boot): Promise<void> {
  if (config.DATABASE_URL !== undefined) return;
  await settleDatabasePassword(postgresOptions(config, secrets));
  await grantApplication(addresses.database, secrets.APP_DATABASE_PASSWORD);
}

const policyOf = (part: Part): OnDeath => (part === "postgres" || part === "engine" ? "give-up" : "restart");

const partsOf = ({ config, parts = PARTS }: SystemOptions): ReadonlySet<Part> =>
  new Set(
    parts.filter((part) => {
      if (part === "simulators") return config.DEMO;
      return part !== "postgres" || config.DATABASE_URL === undefined;
    }),
  );

interface Boot extends Omit<SystemOptions, "parts"> {
  readonly fleet: Fleet;
  readonly secrets: Secrets;
  readonly addresses: Addresses;
  readonly parts: ReadonlySet<Part>;
}

async function boot(b: Boot): Promise<System["services"]> {
  const { config, parts, built, signal } = b;
  const env = childEnvironment(b, Object.keys(b.secrets), b.env);
  const input = { ...b, env };
  const step: Step = b.step ?? ((_name, _doing, work) => work());
  const launch = async (part: Part, title: string, spec: () => ServiceSpec | Promise<ServiceSpec>, after?: unknown) => {
    if (!parts.has(part)) return {};
    await after;
    signal?.throwIfAborted();
    return { [part]: await step(title, "starting", async () => b.fleet.launch(await spec(), policyOf(part), signal)) };
  };

  const simulators = launch("simulators", "Simulators", () => simulatorsSpec(input));
  simulators.catch(() => undefined);
  const postgres = await launch("postgres", "PostgreSQL", () => preparePostgres(postgresOptions(config, b.secrets)));
  if (config.DATABASE_URL === undefined) await settleDatabasePassword(postgresOptions(config, b.secrets));
  await makeDatabases(b);
  const migrated = migrate(b);
  const engine = await launch("engine", "Engine", () => engineSpec(engineStart(input)), built?.engine);
  await migrated;
  if (parts.has("engine")) await step("Process", "deploying it, accounts, rights", () => provisionEngine(b));
  const others = [
    launch("gateway", "Gateway", () => gatewaySpec(input), built?.web),
    launch("workers", "Workers", () => workersSpec(input)),
    simulators,
  ];
  return Object.assign({}, postgres, engine, ...(await Promise.all(others)));
}

/** On a server that somebody gave us, the product's own database is there already. */
const makeDatabases = ({ config, addresses, secrets }: Boot): Promise<void> =>
  config.DATABASE_URL === undefined
    ? createDatabases(databaseUrl(postgresOptions(config, secrets), "postgres"), ["permohonan", "camunda"])
    : createDatabases(addresses.database, ["camunda"]);

/** On a server that somebody gave us there is one role, and the archive is guarded by its triggers alone. */
async function migrate({ config, addresses, secrets, report }: Boot): Promise<void> {
  await migrateDb(addresses.database);
  if (config.DATABASE_URL === undefined) await grantApplication(addresses.database, secrets.APP_DATABASE_PASSWORD);
  const { database, engineDatabase } = addresses;
  for (const line of await finishRestore(database, engineDatabase, secrets.ENGINE_ADMIN_PASSWORD)) report?.(line);
}

async function provisionEngine(b: Boot): Promise<void> {
  try {
    await provision(await provisionInput(b));
  } catch (error) {
    throw new SystemError(`The engine cannot be made ready. ${messageOf(error)}`, { cause: error });
  }
}
