/**
 * `node scripts/with-build.mjs [--all] scripts/demo.js …`: runs a compiled script after compiling what has changed; with
 * `--all` the engine and the web pages are built too and Java is found, for scripts that start a system. Plain
 * JavaScript: nothing is compiled or installed yet.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}

const { ensureBrowser } = await import("./setup/browser.mjs");
const { describe } = await import("./setup/error.mjs");
const { prepareAll, prepareCode, root } = await import("./setup/index.mjs");
const { createProgress } = await import("./setup/progress.mjs");
const all = process.argv[2] === "--all";
const [script, ...args] = process.argv.slice(all ? 3 : 2);
try {
  // Standard output belongs to the script.
  const progress = createProgress((line) => console.error(line));
  const prepared = await (all ? prepareAll({ progress }) : prepareCode({ progress }));
  const { main } = await import(pathToFileURL(join(root, "dist", script)).href);
  const browser = () => ensureBrowser(root, { progress });
  process.exitCode = await main(args, { java: prepared?.java.executable, step: progress.step, browser });
} catch (error) {
  console.error(`\n${describe(error)}`);
  process.exitCode = 1;
}
