/** After the journeys: keeps the logs as artefacts, stops the system and takes its data away. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/setup/index.mjs";

export default async function stop() {
  const { system, folder } = globalThis.__sistemUji ?? {};
  if (!system) return;
  const logs = join(root, "tests/artefacts/logs");
  rmSync(logs, { recursive: true, force: true });
  cpSync(join(system.dataDir, "logs"), logs, { recursive: true });
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}
