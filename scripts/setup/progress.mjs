/** Steps shorter than this are told once, when they are done. */
const LONG_MS = 1_000;
/** After this time without news a running step says that it is still at work. */
const STILL_AT_WORK_MS = 15_000;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Tells on a terminal what is being done and how long it took, a line each:
 * `step(name, doing, work)` runs `work`, says what it is doing if that takes a while, and passes its result on.
 */
export function createProgress(write = (line) => process.stdout.write(`${line}\n`), now = Date.now) {
  const line = (mark, name, text) => write(`  ${mark} ${name.padEnd(14)} ${text}`);
  return {
    note: (name, text) => line("·", name, text),
    async step(name, doing, work) {
      const began = now();
      const stopTelling = tellWhile(
        () => line("·", name, `${doing} …`),
        () => line("·", name, `still at work after ${seconds(now() - began)}`),
      );
      try {
        const result = await work();
        line("✓", name, seconds(now() - began));
        return result;
      } catch (error) {
        line("✗", name, `failed after ${seconds(now() - began)}`);
        throw error;
      } finally {
        stopTelling();
      }
    },
  };
}

function tellWhile(first, again) {
  const timers = [setTimeout(first, LONG_MS), setInterval(again, STILL_AT_WORK_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearTimeout);
}
