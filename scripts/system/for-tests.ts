import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, type SystemConfig, systemOptions } from "../../src/config.js";
import { type System, type SystemOptions, startSystem } from "./index.js";
import { findFreePorts } from "./ports.js";

/**
 * Starts a system of its own for tests: free ports, a new data folder, demo accounts, nothing of the user's settings but
 * what `settings` says. `env` is what its programs get beside that.
 */
export async function startTestSystem(
  options: Pick<SystemOptions, "java" | "parts" | "step"> & {
    readonly env?: NodeJS.ProcessEnv;
    readonly settings?: Readonly<Record<string, string>>;
  },
): Promise<System & { readonly dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "uji-sistem-"));
  // PostgreSQL may run as another user than the tests.
  chmodSync(dataDir, 0o711);
  const config = await testConfig(join(dataDir, "data"), options.settings);
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const env = { ...machine(), ...options.env };
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const system = await startSystem({ ...options, config, env, report: tell, onFailure: tell });
    return { ...system, dataDir: config.DATA_DIR, stop: () => system.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

const portNames = [
  "GATEWAY_PORT",
  "ENGINE_PORT",
  "POSTGRES_PORT",
  "SPSE_SIMULATOR_PORT",
  "EPESAN_SIMULATOR_PORT",
  "BSRE_SIMULATOR_PORT",
  "WORKERS_PORT",
];

/** Options of a system for tests: free ports, this data folder, demo accounts, and what `settings` says. */
export async function testConfig(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<SystemConfig> {
  const ports = await findFreePorts(portNames.length);
  const given = Object.fromEntries(portNames.map((name, i) => [name, String(ports[i])]));
  return readConfig(systemOptions, {
    ...given,
    DATA_DIR: dataDir,
    DEMO: "true",
    ORGANISASI_FILE: "tests/journeys/setup/organisasi.json",
    ...settings,
  });
}

/** What programs need of the surroundings; options of the product that the user has set must not change the tests. */
export function machine(): NodeJS.ProcessEnv {
  const names = ["PATH", "HOME", "TMPDIR", "TEMP", "LANG", "SystemRoot", "JAVA_TOOL_OPTIONS"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
