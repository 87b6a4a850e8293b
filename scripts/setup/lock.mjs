import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 300;
/** No step takes this long: such a lock is from before a restart of the machine, its process numbers mean others now. */
const STALE_MS = 20 * 60_000;

/**
 * Runs `work` while no other process runs under the same lock file. A lock outlives its process as long as a command
 * that this process had begun still runs (`work` tells it by `hold(pid)`), and is taken over then.
 */
export async function withLock(file, { signal, onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!tryLock(file)) {
    const holder = holders(file).find(isAlive);
    if (holder === undefined) continue;
    if (!told) onWait(holder);
    told = true;
    await delay(POLL_MS, undefined, { signal });
  }
  try {
    return await work((pid) => writeFileSync(file, `${process.pid} ${pid}`));
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // A link either appears with its content or not at all, so nobody ever reads half a lock.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!holders(file).some(isAlive)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holders(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return [];
    return readFileSync(file, "utf8").split(" ").map(Number);
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    // Signal 0 only asks; process number 0 would mean this process's own group.
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
