import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { CHECKS, commandOf } from "./checks.mjs";
import { loadEnvFile } from "./env-file.mjs";
import { describe } from "./error.mjs";
import { prepareAll, root } from "./index.mjs";
import { createProgress } from "./progress.mjs";
import { run } from "./run.mjs";

/** Sets up and tests; the process's exit code tells how it went. With arguments for jest only jest runs. */
export async function test(args) {
  process.chdir(root);
  loadEnvFile(root);
  const progress = createProgress();
  const began = performance.now();
  try {
    await prepareAll({ progress });
    const env = { ...process.env, CHROMIUM_PATH: wantsJourneys(args) ? await ensureBrowser(root, { progress }) : "" };
    if (args.length > 0) process.exitCode = await jest(args, env);
    else process.exitCode = await everything(progress, env);
  } catch (error) {
    console.error(`\n${describe(error)}`);
    process.exitCode = 1;
  }
  console.log(`\n${process.exitCode ? "FAILED" : "passed"} after ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function everything(progress, env) {
  for (const check of CHECKS)
    await progress.step(check.name, check.doing, () => run(process.execPath, commandOf(check), { cwd: root }));
  // What is quick and tells most precisely comes first. Each of the others has a system of its own.
  for (const projects of [["unit", "contracts"], ["journeys"], ["containers"], ["faults"]]) {
    const code = await jest(
      ["--selectProjects", ...projects, ...(projects.includes("unit") ? ["--maxWorkers=100%"] : [])],
      env,
    );
    if (code !== 0) return code;
  }
  return 0;
}

/** Resolves with jest's exit code. */
function jest(args, env) {
  // ES modules in jest still count as experimental in Node.js, which would be said once per worker.
  const nodeOptions = `${env.NODE_OPTIONS ?? ""} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const child = spawn(process.execPath, [join("node_modules", "jest/bin/jest.js"), ...args], {
    cwd: root,
    env: { ...env, NODE_OPTIONS: nodeOptions.trim() },
    stdio: "inherit",
  });
  // Ctrl-C reaches jest by itself; this process waits for it to tidy up.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Whether the journeys may be among what jest is asked for. */
function wantsJourneys(args) {
  const at = args.indexOf("--selectProjects");
  if (at < 0) return true;
  const rest = args.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith("-"));
  return (end < 0 ? rest : rest.slice(0, end)).includes("journeys");
}
