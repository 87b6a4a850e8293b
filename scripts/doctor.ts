/** `npm run doctor`: looks at everything the system needs and says in plain sentences what to do; 1 where something is wrong. */
import { join } from "node:path";
import { readConfig, type SystemConfig, systemOptions, workersOptions } from "../src/config.js";
import { bridge } from "./doctor/bridges.js";
import { calendar } from "./doctor/calendar.js";
import { database } from "./doctor/database.js";
import { engine } from "./doctor/engine.js";
import { checked, exitCode, type Finding, fine, toText, warning } from "./doctor/finding.js";
import { disk, java, ports } from "./doctor/machine.js";
import { addressesOf, fromRoot } from "./system/addresses.js";
import { answersOk } from "./system/answers.js";
import { keyIdsOf, openSecrets, storedSecrets } from "./system/secrets.js";

/** Resolves with the exit code; `--json` prints the findings as one array. */
export async function main(args: readonly string[]): Promise<number> {
  const findings = await examine(readConfig(systemOptions), new Date());
  console.log(args.includes("--json") ? JSON.stringify(findings, null, 2) : toText(findings));
  return exitCode(findings);
}

/** All findings, those of the running parts only while the system runs. */
export async function examine(config: SystemConfig, now: Date): Promise<Finding[]> {
  const here = [
    ...(await checked("Java", () => java(config))),
    ...(await checked("Disk", () => disk(config.DATA_DIR))),
    ...(await checked("Calendar", () => calendar(config.KALENDER_DIR, now))),
  ];
  const dataDir = fromRoot(config.DATA_DIR);
  if (Object.keys(storedSecrets(dataDir)).length === 0)
    return [...here, ...(await checked("Ports", () => ports(config))), notStarted(config)];
  const { secrets } = openSecrets(dataDir, config);
  const at = addressesOf(config, secrets);
  if (!(await answersOk(`${at.gateway}/healthz`)) && !(await answersOk(`${at.engine}/actuator/health`)))
    return [...here, ...(await checked("Ports", () => ports(config))), notRunning()];
  const { SPSE_URL = config.DEMO ? at.spse : undefined, EPESAN_URL = config.DEMO ? at.epesan : undefined } = bridges();
  return [
    ...here,
    ...(await checked("Database", () => database(at.database, keyIdsOf(dataDir, config)))),
    ...(await checked("Engine", () => engine(at.engine, secrets.ENGINE_ADMIN_PASSWORD))),
    ...(await checked("SPSE", () => bridge("SPSE", "SPSE_URL", SPSE_URL))),
    ...(await checked("e-Pesan", () => bridge("e-Pesan", "EPESAN_URL", EPESAN_URL))),
    await part("Gateway", `${at.gateway}/readyz`),
    await part("Workers", `${at.workers}/readyz`),
  ];
}

const bridges = () => readConfig(workersOptions.pick({ SPSE_URL: true, EPESAN_URL: true }));

async function part(what: string, url: string): Promise<Finding> {
  if (await answersOk(url)) return fine(what, "ready.");
  return {
    what,
    state: "wrong",
    says: `not ready at ${url}.`,
    todo: `Read logs/${what.toLowerCase()}.log in the data folder.`,
  };
}

const notStarted = ({ DATA_DIR }: SystemConfig): Finding =>
  warning(
    "System",
    `has never been started with this data folder (${join(DATA_DIR, "rahasia.json")} is not there).`,
    "npm start",
  );
const notRunning = (): Finding => warning("System", "is not running; the rest was not looked at.", "npm start");
