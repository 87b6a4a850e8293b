/** The machine: Java, disk, ports. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { SystemConfig } from "../../src/config.js";
import { fromRoot } from "../system/addresses.js";
import { messageOf } from "../system/error.js";
import { portUses } from "../system/port-uses.js";
import { requireFreePorts } from "../system/ports.js";
import { type Finding, fine, warning, wrong } from "./finding.js";

const run = promisify(execFile);
const LEAST_JAVA = 17;
const GB = 1_073_741_824;

/** Whether the Java that `npm start` would use is new enough. */
export async function java({ JAVA_HOME }: Pick<SystemConfig, "JAVA_HOME">): Promise<Finding[]> {
  const todo = `Install a JDK ${LEAST_JAVA} or newer, or set JAVA_HOME to one.`;
  const executable = JAVA_HOME ? join(JAVA_HOME, "bin", "java") : "java";
  try {
    const { stderr } = await run(executable, ["-XshowSettings:properties", "-version"]);
    const version = Number(/java\.specification\.version = (?:1\.)?(\d+)/.exec(stderr)?.[1] ?? 0);
    if (version >= LEAST_JAVA) return [fine("Java", `version ${version} (${executable}).`)];
    return [wrong("Java", `${executable} is version ${version}; the engine needs ${LEAST_JAVA}.`, todo)];
  } catch {
    return [wrong("Java", `${executable} cannot be run.`, todo)];
  }
}

/** Whether there is room for the data; `bytesFree` is measured where none is given. */
export async function disk(dataDir: string, bytesFree?: number): Promise<Finding[]> {
  const free = (bytesFree ?? (await freeBytes(fromRoot(dataDir)))) / GB;
  const says = `${free.toFixed(1)} GB free where the data are (${dataDir}).`;
  const todo = "Free space, or move DATA_DIR to a larger disk: a full disk stops the database.";
  if (free < 1) return [wrong("Disk", says, todo)];
  return [free < 5 ? warning("Disk", says, todo) : fine("Disk", says)];
}

async function freeBytes(path: string): Promise<number> {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether the system could start: its ports are free. Only asked while it is not running. */
export async function ports(config: SystemConfig): Promise<Finding[]> {
  const parts = new Set(["gateway", "engine", "workers"]);
  if (config.DATABASE_URL === undefined) parts.add("postgres");
  if (config.DEMO) parts.add("simulators");
  try {
    await requireFreePorts(portUses(config, parts), config.HOST);
    return [fine("Ports", "all ports that the system opens are free.")];
  } catch (error) {
    const [first = "", ...rest] = messageOf(error).split("\n");
    return [wrong("Ports", first, rest.at(-1) ?? "Set other ports.")];
  }
}
