/** Other programs on the machine: how much of its CPUs they took, waiting until they rest, measuring again if not. */
import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";

/** CPU time of the whole machine since its start, in microseconds: at work, and altogether. */
export interface MachineTime {
  readonly busyUs: number;
  readonly totalUs: number;
}

/** More than this share of the machine's CPU time taken by others, and a measurement says little. */
export const DISTURBED = 0.1;
const LOOK_MS = 1_000;

/** CPU time of all cores since the machine started, as Linux and macOS count it. */
export function machineTime(): MachineTime {
  const times = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({ busy: user + nice + sys + irq, idle }));
  const busyUs = times.reduce((sum, { busy }) => sum + busy * 1000, 0);
  return { busyUs, totalUs: times.reduce((sum, { idle }) => sum + idle * 1000, busyUs) };
}

/** The share (0 to 1) of the machine's CPU time that others took between two moments; `ownUs` is ours. */
export function foreignShare(from: MachineTime, to: MachineTime, ownUs: number): number {
  return Math.max(0, to.busyUs - from.busyUs - ownUs) / (to.totalUs - from.totalUs);
}

/** Waits until the machine rests, or `ms` are over. */
export async function quiet(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= LOOK_MS) {
    const from = machineTime();
    await delay(LOOK_MS);
    if (foreignShare(from, machineTime(), 0) <= DISTURBED) return;
  }
}

/** Measures until others disturb it no more, at most `tries` times; then the least disturbed measurement. */
export async function undisturbed<T extends { readonly foreign: number }>(
  tries: number,
  measure: () => Promise<T>,
): Promise<T> {
  let best = await measure();
  for (let i = 1; i < tries && best.foreign > DISTURBED; i++) {
    const next = await measure();
    if (next.foreign < best.foreign) best = next;
  }
  return best;
}
