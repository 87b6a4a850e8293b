/** `node scripts/with-build.mjs scripts/demo.js …`: runs a compiled script after compiling what has changed. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}

const { describe } = await import("./setup/error.mjs");
const { prepareCode, root } = await import("./setup/index.mjs");
const { createProgress } = await import("./setup/progress.mjs");
const [script, ...args] = process.argv.slice(2);
try {
  // Standard output belongs to the script.
  await prepareCode({ progress: createProgress((line) => console.error(line)) });
  const { main } = await import(pathToFileURL(join(root, "dist", script)).href);
  process.exitCode = await main(args);
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
