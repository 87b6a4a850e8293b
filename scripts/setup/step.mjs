import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "./error.mjs";
import { withLock } from "./lock.mjs";

/**
 * A step of the set-up: `run` makes `outputs` from `inputs` (files, or folders with all they hold). It counts as done
 * only by a stamp with the hash of its inputs, written at the very end: an interrupted step is done again from scratch.
 *
 * @typedef {{ id: string, name: string, doing: string, inputs: string[], outputs: string[],
 *   wants?: (file: string) => boolean, run: (hold: (pid: number) => void) => Promise<unknown> }} Step
 */

const stampOf = (root, step) => join(root, "dist/.setup", `${step.id}.json`);

/** Does the step unless it is done already; resolves with whether anything had to be done. */
export async function ensure(root, step, { progress, signal }) {
  if (isDone(root, step)) return false;
  const lock = `${stampOf(root, step)}.lock`;
  const onWait = (pid) => progress.note(step.name, `waiting for another set-up (process ${pid}) to finish it`);
  return withLock(lock, { signal, onWait }, async (hold) => {
    if (isDone(root, step)) return false;
    await progress.step(step.name, step.doing, () => doStep(root, step, hold));
    return true;
  });
}

async function doStep(root, step, hold) {
  const stamp = stampOf(root, step);
  rmSync(stamp, { force: true });
  const hash = hashInputs(root, step);
  await step.run(hold);
  const missing = step.outputs.filter((output) => !existsSync(join(root, output)));
  if (missing.length > 0) throw new SetupError(`${step.name}: ended without making ${missing.join(", ")}.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash }));
}

/** Whether the outputs are there and were made from the inputs as they are now. */
export function isDone(root, step) {
  const stamp = stampOf(root, step);
  if (!existsSync(stamp) || !step.outputs.every((output) => existsSync(join(root, output)))) return false;
  return readFileSync(stamp, "utf8") === JSON.stringify({ hash: hashInputs(root, step) });
}

function hashInputs(root, { inputs, wants = () => true }) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesBelow(root, input)).filter(wants)) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
