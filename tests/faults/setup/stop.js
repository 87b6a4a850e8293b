/** After the fault tests: keeps the logs as artefacts, stops the system and takes its data away. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/setup/index.mjs";

export default async function stop() {
  const { system, server, folder } = globalThis.__sistemGangguan ?? {};
  if (!system) return;
  const logs = join(root, "tests/artefacts/logs-faults");
  rmSync(logs, { recursive: true, force: true });
  cpSync(join(system.dataDir, "logs"), logs, { recursive: true });
  server.close();
  server.closeAllConnections();
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}
