import { join } from "node:path";
import type { SystemConfig } from "../src/config.js";
import { type Organisasi, readOrganisasi } from "../src/organisasi.js";
import { fromRoot } from "./system/addresses.js";
import type { System } from "./system/index.js";

interface WelcomeInput {
  readonly config: SystemConfig;
  readonly system: Pick<System, "addresses" | "secrets" | "isFirstStart">;
  readonly tookMs: number;
}

/** What `npm start` says once everything runs: the address, who can sign in, what to click first. */
export function welcome({ config, system, tookMs }: WelcomeInput): string {
  const address = system.addresses.gateway.replace("//127.0.0.1:", "//localhost:");
  return [
    "",
    `  Ready after ${(tookMs / 1000).toFixed(1)} s: ${address}`,
    "",
    ...(config.DEMO ? demo(config, system, address) : []),
    ...administrator(config, system),
    `  Logs: ${join(config.DATA_DIR, "logs")}   Stop: Ctrl-C`,
  ].join("\n");
}

function demo(config: SystemConfig, { addresses, secrets }: WelcomeInput["system"], address: string): string[] {
  const organisasi = readOrganisasi(fromRoot(config.ORGANISASI_FILE));
  const width = Math.max(...organisasi.akunDemo.map(({ nama }) => nama.length)) + 2;
  return [
    `  Demo accounts; the password of all is  ${secrets.DEMO_PASSWORD}`,
    ...organisasi.akunDemo.map(
      ({ id, nama, grup }) => `    ${id.padEnd(9)}${nama.padEnd(width)}${roles(organisasi, grup)}`,
    ),
    `  hendra signs letters electronically with the passphrase  ${secrets.DEMO_PASSPHRASE}`,
    "",
    "  What to click first",
    `    1. Open ${address}, sign in as dewi, go to Tasklist and choose "Mulai proses".`,
    `    2. Fill in the request and send it; then sign in as hendra: it waits under "Tugas unit saya".`,
    `    3. See what SPSE, e-Pesan and BSrE got: ${addresses.spse}, ${addresses.epesan}, ${addresses.bsre} (simulators).`,
    "    Or let a whole request run by itself: npm run demo, in a second terminal.",
    "",
  ];
}

const roles = (organisasi: Organisasi, groups: readonly string[]): string =>
  [...organisasi.grup, ...organisasi.satker]
    .filter(({ id }) => groups.includes(id))
    .map(({ nama }) => nama)
    .join(", ");

/** The administrator's password is shown once, at the first start. */
function administrator(config: SystemConfig, { secrets, isFirstStart }: WelcomeInput["system"]): string[] {
  const kept = `ENGINE_ADMIN_PASSWORD in ${join(config.DATA_DIR, "rahasia.json")}`;
  if (config.ENGINE_ADMIN_PASSWORD !== undefined) return ["  Administrator: admin"];
  if (!isFirstStart) return [`  Administrator: admin; password: ${kept}`];
  return [
    `  Administrator: admin; password: ${secrets.ENGINE_ADMIN_PASSWORD}`,
    `    (shown this once; kept as ${kept})`,
  ];
}
