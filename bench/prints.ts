/** How long printing one PDF takes: for `npm run bench:letters` and `npm run bench:sop`. */
import { median, quantile } from "./statistics.js";

/** How one kind of document is timed. */
export interface Prints {
  /** How often each is printed. */
  readonly times: number;
  /** For the median, in ms. */
  readonly goalMs: number;
}

/**
 * Prints `times` PDFs one after another and tells on one line how long they took; `print` gets numbers from 1 up and
 * answers the PDF's bytes. The first is told apart: it also loads fonts and templates.
 */
export async function timePrints(
  name: string,
  { times, goalMs }: Prints,
  print: (n: number) => number | Promise<number>,
): Promise<void> {
  const took: number[] = [];
  let bytes = 0;
  const before = process.cpuUsage();
  for (let n = 1; n <= times; n += 1) {
    const began = performance.now();
    bytes = await print(n);
    took.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  const [first = Number.NaN, ...others] = took;
  const middle = median(others);
  const figures = { first, median: middle, p95: quantile(others, 0.95), processor: (user + system) / 1000 / times };
  const text = Object.entries(figures).map(([figure, ms]) => `${figure} ${ms.toFixed(1)} ms`);
  const goal = `goal: median <= ${goalMs} ms, ${middle <= goalMs ? "met" : "NOT MET"}`;
  console.log(`${name}: ${text.join(", ")} (${Math.round(bytes / 1024)} KiB, ${times} times; ${goal})`);
}
