import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** Makes the data folder, closed to other users; where root starts the system, PostgreSQL's user may pass through. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(join(dataDir, "logs"), { recursive: true });
  const asRoot = process.getuid?.() === 0;
  chmodSync(dataDir, asRoot ? 0o711 : 0o700);
  chmodSync(join(dataDir, "logs"), 0o700);
}
