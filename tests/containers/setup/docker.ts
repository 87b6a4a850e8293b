/** Docker as these tests need it: asked once, and required where REQUIRE_DOCKER says so (CI). */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs the docker command and answers its output; throws an Error with what it complained about. */
export async function docker(...args: string[]): Promise<string> {
  const { stdout } = await run("docker", args, { maxBuffer: 64 * 1_048_576 });
  return stdout.trim();
}

/** Whether a daemon and Compose v2 answer; throws where they are required and do not. */
export function dockerIsThere(env: NodeJS.ProcessEnv = process.env): boolean {
  try {
    execFileSync("docker", ["info"], { stdio: "ignore", timeout: 20_000 });
    execFileSync("docker", ["compose", "version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    if (env.REQUIRE_DOCKER === "1")
      throw new Error("REQUIRE_DOCKER=1, but no Docker daemon with Compose v2 answers: start one, or unset it");
    return false;
  }
}
