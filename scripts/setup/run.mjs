import { spawn } from "node:child_process";
import { SetupError } from "./error.mjs";

const HEAD_LINES = 10;
const TAIL_LINES = 20;

/**
 * Runs a command to its end and resolves with its output (both streams); throws a SetupError with the gist of it when
 * it fails. The command is stopped when `signal` aborts; `onSpawn` is told its process number.
 */
export function run(command, args, { cwd, env = process.env, signal, onSpawn } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
      shell: needsShell(command),
    });
    if (child.pid !== undefined) onSpawn?.(child.pid);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => reject(signal?.aborted ? signal.reason : startFailure(command, error)));
    child.on("close", (code) => {
      const output = Buffer.concat(chunks).toString("utf8");
      if (code === 0) resolve(output);
      else reject(new SetupError(`"${[command, ...args].join(" ")}" failed:\n\n${gist(output)}`));
    });
  });
}

/** The first and last lines of an output, indented: some programs say the reason first, some last. */
function gist(output) {
  const lines = output
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
  if (lines.length <= HEAD_LINES + TAIL_LINES) return lines.join("\n");
  return [...lines.slice(0, HEAD_LINES), "    …", ...lines.slice(-TAIL_LINES)].join("\n");
}

// npm.cmd and mvn.cmd are scripts, which Windows runs through a shell only.
const needsShell = (command) => process.platform === "win32" && command.endsWith(".cmd");

const startFailure = (command, error) =>
  new SetupError(
    error.code === "ENOENT"
      ? `"${command}" is not installed or not on the PATH.`
      : `"${command}" cannot start: ${error.message}`,
  );
