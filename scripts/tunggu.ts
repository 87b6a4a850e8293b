/** Waiting for something that other processes do: asks again every few milliseconds until it is there. */
import { setTimeout as delay } from "node:timers/promises";
import { SystemError } from "./system/error.js";

interface Batas {
  readonly batasMs?: number;
  readonly jedaMs?: number;
  readonly signal?: AbortSignal;
}

/** The first answer of `cari` that is not undefined; throws a SystemError when the time is over, or when the signal says so. */
export async function tunggu<T>(
  apa: string,
  cari: () => Promise<T | undefined>,
  { batasMs = 60_000, jedaMs = 50, signal }: Batas = {},
): Promise<T> {
  const end = performance.now() + batasMs;
  for (;;) {
    const found = await cari();
    if (found !== undefined) return found;
    signal?.throwIfAborted();
    if (performance.now() > end) throw new SystemError(`Waited ${batasMs / 1000} s in vain for: ${apa}`);
    await delay(jedaMs, undefined, signal ? { signal } : {});
  }
}
