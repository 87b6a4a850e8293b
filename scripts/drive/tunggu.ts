/** Waiting for something that other processes do: asks again every few milliseconds until it is there. */
export async function tunggu<T>(
  apa: string,
  cari: () => Promise<T | undefined>,
  batasMs = 60_000,
  jedaMs = 50,
): Promise<T> {
  const end = performance.now() + batasMs;
  for (;;) {
    const found = await cari();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Waited ${batasMs / 1000} s in vain for: ${apa}`);
    await new Promise((resolve) => setTimeout(resolve, jedaMs));
  }
}
