/** A whole system whose parts can be killed and started one by one: for the soak and for the tests of the fault matrix. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SystemConfig } from "../../src/config.js";
import { migrateDb } from "../../src/db/open.js";
import { grantApplication } from "../../src/db/roles.js";
import { provision } from "../../src/provisioning/index.js";
import { type Addresses, addressesOf, fromRoot, postgresOptions } from "../system/addresses.js";
import { makeDataDir } from "../system/data-dir.js";
import { engineSpec } from "../system/engine.js";
import { engineStart, provisionInput } from "../system/engine-inputs.js";
import { machine, testConfig } from "../system/for-tests.js";
import {
  childEnvironment,
  gatewaySpec,
  type NodeServicesInput,
  simulatorsSpec,
  workersSpec,
} from "../system/node-services.js";
import { findFreePorts } from "../system/ports.js";
import { createDatabases, databaseUrl, preparePostgres } from "../system/postgres.js";
import { root } from "../system/root.js";
import { openSecrets, type Secrets } from "../system/secrets.js";
import type { Step } from "../tools.js";
import { createHousehold } from "./household.js";

/** Where a running system is, and what opens it. */
export interface Running {
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  /** Folder of logs, database files and secrets. */
  readonly dataDir: string;
}

interface WorkerOptions {
  /** Options of this worker process alone, such as ENGINE_URL or ADAPTER_TIMEOUT_MS. */
  readonly env?: Readonly<Record<string, string>>;
  /** How far its clock is wrong, in ms; negative: late. */
  readonly clockShiftMs?: number;
}

/** What can be done to the system. Parts: postgres, engine, simulators, gateway, and the workers by their names. */
export interface Control {
  /** Sends the signal and resolves when the process is gone; the part stays down until `start`. */
  kill(part: string, signal?: "SIGKILL" | "SIGINT" | "SIGTERM"): Promise<void>;
  /** Freezes a process, or lets it go on. */
  freeze(part: string, frozen: boolean): Promise<void>;
  /** Tells a process to stop and does not wait for it. */
  askToStop(part: string): Promise<void>;
  /** Resolves when the part is ready. */
  start(part: string): Promise<void>;
  /** Starts one more worker process; resolves when it is ready. */
  addWorker(name: string, options?: WorkerOptions): Promise<void>;
  /** Names of the worker processes that run. */
  workers(): Promise<string[]>;
  /** Parts that have ended so far although nobody killed them, in words. */
  deaths(): Promise<string[]>;
}

interface SoakSystem extends Running, Control {
  /** Ends every process and removes the data. */
  stop(): Promise<void>;
}

/** `step` wraps each step of the start, to show progress; without it the start is silent. */
export interface SoakSystemOptions {
  /** Executable of Java 17 or newer. */
  readonly java: string;
  readonly step?: Step;
}

/** Starts everything but the workers, on free ports and a new data folder; nothing is left running when it fails. */
export async function startSoakSystem(options: SoakSystemOptions): Promise<SoakSystem> {
  const folder = mkdtempSync(join(tmpdir(), "uji-gangguan-"));
  // PostgreSQL may run as another user than the tests.
  chmodSync(folder, 0o711);
  const config = await testConfig(join(folder, "data"));
  const household = createHousehold();
  const stop = async () => {
    await household.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const input = openInput(config);
    await boot(input, household, options);
    const { addresses, secrets } = input;
    return { addresses, secrets, dataDir: config.DATA_DIR, ...control(input, household), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openInput(config: SystemConfig): NodeServicesInput {
  const dataDir = fromRoot(config.DATA_DIR);
  makeDataDir(dataDir);
  const { secrets } = openSecrets(dataDir, config);
  const addresses = addressesOf(config, secrets);
  return { config, secrets, addresses, env: childEnvironment({ config, addresses }, Object.keys(secrets), machine()) };
}

type Household = ReturnType<typeof createHousehold>;

async function boot(input: NodeServicesInput, household: Household, options: SoakSystemOptions): Promise<void> {
  const { config, secrets, addresses } = input;
  const step = options.step ?? ((_name, _doing, work) => work());
  const postgres = postgresOptions(config, secrets);
  await step("PostgreSQL", "starting", async () => household.launch("postgres", await preparePostgres(postgres)));
  await createDatabases(databaseUrl(postgres, "postgres"), ["permohonan", "camunda"]);
  await migrateDb(addresses.database);
  await grantApplication(addresses.database, secrets.APP_DATABASE_PASSWORD);
  const simulators = household.launch("simulators", simulatorsSpec(input));
  simulators.catch(() => undefined);
  await step("Engine", "starting", () =>
    household.launch("engine", engineSpec(engineStart({ ...input, java: options.java }))),
  );
  await step("Process", "deploying it", async () => provision(await provisionInput(input)));
  await Promise.all([simulators, household.launch("gateway", gatewaySpec(input))]);
}

function control(input: NodeServicesInput, household: Household): Control {
  const workers = new Set<string>();
  return {
    kill: (part, signal = "SIGKILL") => household.kill(part, signal),
    freeze: async (part, frozen) => household.signal(part, frozen ? "SIGSTOP" : "SIGCONT"),
    askToStop: async (part) => household.signal(part, "SIGTERM"),
    start: (part) => household.start(part),
    async addWorker(name, options = {}) {
      workers.add(name);
      const [port = 0] = await findFreePorts(1);
      await household.launch(name, workerSpec(input, name, port, options));
    },
    workers: async () => [...workers].filter((name) => household.isRunning(name)),
    deaths: async () => household.deaths(),
  };
}

function workerSpec(input: NodeServicesInput, name: string, port: number, options: WorkerOptions) {
  const spec = workersSpec({
    ...input,
    config: { ...input.config, WORKERS_PORT: port },
    addresses: { ...input.addresses, workers: `http://${input.config.HOST}:${port}` },
  });
  const clock = pathToFileURL(join(root, "dist", "scripts", "soak", "shift-clock.js"));
  clock.search = String(options.clockShiftMs ?? 0);
  return {
    ...spec,
    name,
    args: options.clockShiftMs ? ["--import", clock.href, ...spec.args] : spec.args,
    env: { ...spec.env, WORKERS_PORT: String(port), ...options.env },
    logFile: join(fromRoot(input.config.DATA_DIR), "logs", `${name}.log`),
  };
}
