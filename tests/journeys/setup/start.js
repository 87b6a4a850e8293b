/** Before the journeys: builds what is not built, starts one system for all of them, and leaves word of where it is. */
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareAll, root } from "../../../scripts/setup/index.mjs";
import { createProgress } from "../../../scripts/setup/progress.mjs";

export default async function start() {
  // Somebody trying out a journey may have a system running already.
  if (process.env.SISTEM_UJI) return;
  const progress = createProgress((line) => console.error(line));
  const { java } = await prepareAll({ progress });
  const { startTestSystem } = await import(pathToFileURL(join(root, "dist/scripts/system/for-tests.js")).href);
  const system = await startTestSystem({ java: java.executable, step: progress.step });
  const folder = mkdtempSync(join(tmpdir(), "uji-perjalanan-"));
  chmodSync(folder, 0o700);
  const { addresses, secrets, dataDir } = system;
  // Read by `testSystem()` in system.ts; test files run in processes of their own.
  process.env.SISTEM_UJI = join(folder, "sistem.json");
  writeFileSync(process.env.SISTEM_UJI, JSON.stringify({ addresses, secrets, dataDir }), { mode: 0o600 });
  globalThis.__sistemUji = { system, folder };
}
