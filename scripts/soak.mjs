/** `npm run soak`: all set-up, then the soak. Plain JavaScript: nothing is compiled or installed yet. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}

const { describe } = await import("./setup/error.mjs");
const { prepareAll, root } = await import("./setup/index.mjs");
const { createProgress } = await import("./setup/progress.mjs");
try {
  const progress = createProgress((line) => console.error(line));
  const { java } = await prepareAll({ progress });
  const { main } = await import(pathToFileURL(join(root, "dist/scripts/soak.js")).href);
  process.exitCode = await main(process.argv.slice(2), { java: java.executable, step: progress.step });
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
