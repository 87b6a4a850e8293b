/** `npm run check`, `npm run typecheck` (`check.mjs Types`): the checks whose names begin so, until the first that fails. */
import { spawnSync } from "node:child_process";
import { nodeComplaint } from "./setup/node-version.mjs";

const complaint = nodeComplaint();
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}

const { CHECKS, commandOf } = await import("./setup/checks.mjs");
const { ensureDependencies } = await import("./setup/dependencies.mjs");
const { describe } = await import("./setup/error.mjs");
const { root } = await import("./setup/index.mjs");
const { createProgress } = await import("./setup/progress.mjs");
const [wanted = ""] = process.argv.slice(2);
try {
  await ensureDependencies(root, { progress: createProgress() });
  const failed = CHECKS.filter(({ name }) => name.startsWith(wanted)).find((check) => !passes(check));
  if (failed) console.error(`${failed.name}: failed.`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

function passes(check) {
  return spawnSync(process.execPath, commandOf(check), { cwd: root, stdio: "inherit" }).status === 0;
}
