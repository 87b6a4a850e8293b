/** Before the fault tests: one system for all of them, whose parts the test files kill and start over HTTP. */
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { prepareAll, root } from "../../../scripts/setup/index.mjs";
import { createProgress } from "../../../scripts/setup/progress.mjs";

export default async function start() {
  // Somebody trying out a fault may have a system running already.
  if (process.env.SISTEM_GANGGUAN) return;
  const progress = createProgress((line) => console.error(line));
  const { java } = await prepareAll({ progress });
  process.env.JAVA_UJI = java.executable;
  const { startSoakSystem } = await import(pathToFileURL(join(root, "dist/scripts/soak/system.js")).href);
  const system = await startSoakSystem({ java: java.executable, step: progress.step });
  const server = await openControl(system);
  const folder = mkdtempSync(join(tmpdir(), "uji-kendali-"));
  chmodSync(folder, 0o700);
  const { addresses, secrets, dataDir } = system;
  const control = `http://127.0.0.1:${server.address().port}`;
  // Read by `system.ts`; the name differs from the journeys', so that both may run in one jest.
  process.env.SISTEM_GANGGUAN = join(folder, "sistem.json");
  writeFileSync(process.env.SISTEM_GANGGUAN, JSON.stringify({ addresses, secrets, dataDir, control }), { mode: 0o600 });
  globalThis.__sistemGangguan = { system, server, folder };
}

/** The processes must outlive a test file, so they belong to this process and not to the test's. */
function openControl(system) {
  const server = createServer(async (req, res) => {
    try {
      const [operation, args] = JSON.parse(await text(req));
      res.end(JSON.stringify((await system[operation](...args)) ?? null));
    } catch (error) {
      res.writeHead(500).end(error.stack);
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
