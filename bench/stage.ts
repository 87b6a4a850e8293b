/** Everything a bench runs on: one engine with its database, simulators, and each contender in a process of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startTestSystem } from "../scripts/system/for-tests.js";
import type { System } from "../scripts/system/index.js";
import { root } from "../scripts/system/root.js";
import { openDb } from "../src/db/open.js";
import type { Engine } from "../src/engine/client.js";
import type { Dokumen } from "../src/proses/variabel.js";
import { WORKERS_USER } from "../src/provisioning/grants.js";
import { openAdmin } from "../src/provisioning/index.js";
import { type Child, startChild } from "./child.js";
import type { ContenderName, Surroundings } from "./messages.js";
import { familyTime, processorTime } from "./processor-time.js";
import { type MachineTime, machineTime } from "./quiet.js";
import { storeLetter } from "./requests.js";

/** CPU times so far in microseconds; `benchUs` is the bench itself with the simulators. */
export interface CpuTimes extends MachineTime {
  readonly engineUs: number;
  readonly databaseUs: number;
  readonly benchUs: number;
}

/** The engine as its administrator, a stored letter, and the processes of contenders; to be closed. */
export interface Stage {
  readonly engine: Engine;
  readonly letter: Dokumen;
  /** The process of a contender; started when first asked for, kept to the end. */
  child(name: ContenderName): Promise<Child>;
  cpuTimes(): CpuTimes;
  /** Sweeps the engine's busiest tables, so that no run pays for the rows that the one before has deleted. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** As a server that stays up would have it: `npm start` leaves the JVM's slow compiler out to be there sooner. */
export const ENGINE_JVM_OPTIONS = "-XX:TieredStopAtLevel=4";

const BUSY_TABLES = "act_ru_ext_task, act_ru_execution, act_ru_variable, act_ru_job, act_ge_bytearray";

/** Starts it all on free ports with data in a temporary folder; `java` is the executable. */
export async function openStage(java: string): Promise<Stage> {
  const settings = { ENGINE_JVM_OPTIONS };
  const system = await startTestSystem({ java, parts: ["postgres", "engine", "simulators"], settings });
  const logs = mkdtempSync(join(tmpdir(), "bench-"));
  const database = new pg.Pool({ connectionString: system.addresses.engineDatabase, max: 1 });
  database.on("error", () => undefined);
  const children = new Map<ContenderName, Promise<Child>>();
  const close = async () => {
    for (const child of children.values()) await child.then((one) => one.end());
    await database.end();
    rmSync(logs, { recursive: true, force: true });
    await system.stop();
  };
  try {
    return {
      engine: await openAdmin(system.addresses.engine, system.secrets.ENGINE_ADMIN_PASSWORD),
      letter: await letterIn(system),
      child(name) {
        const known = children.get(name) ?? startChild(surroundingsOf(name, system), join(logs, `${name}.log`));
        children.set(name, known);
        return known;
      },
      cpuTimes: () => cpuTimes(system),
      sweep: async () => void (await database.query(`VACUUM (ANALYZE) ${BUSY_TABLES}`)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function cpuTimes({ services }: System): CpuTimes {
  const { user, system } = process.cpuUsage();
  return {
    ...machineTime(),
    engineUs: processorTime(services.engine?.process?.pid),
    databaseUs: familyTime(services.postgres?.process?.pid),
    benchUs: user + system + processorTime(services.simulators?.process?.pid),
  };
}

async function letterIn({ addresses }: System): Promise<Dokumen> {
  const { db, close } = openDb(addresses.database, () => undefined, 1);
  try {
    return await storeLetter(db);
  } finally {
    await close();
  }
}

function surroundingsOf(name: ContenderName, { addresses, secrets }: System): Surroundings {
  return {
    name,
    engineUrl: addresses.engine,
    user: WORKERS_USER,
    password: secrets.WORKERS_ENGINE_PASSWORD,
    databaseUrl: addresses.database,
    spse: { url: addresses.spse, token: secrets.SPSE_SIMULATOR_TOKEN },
    epesan: { url: addresses.epesan, token: secrets.EPESAN_SIMULATOR_TOKEN },
    kredensialKey: secrets.KREDENSIAL_KEY,
    root,
  };
}
