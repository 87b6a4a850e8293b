/** The pages that quote the bench: docs/speed.md has all of it, README the goals. */
import type { Result } from "../result.js";
import { goals, markdown } from "./table.js";

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";
const PICTURE = "![Throughput, one request's time, CPU and latency of the four](bench.svg)";

/** Each page's path from the root, and what it says of a result. */
export const PAGES: Readonly<Record<string, (result: Result) => string>> = {
  "README.md": goals,
  "docs/speed.md": (result) => `${PICTURE}\n\n${markdown(result)}\n`,
};

/** A page with this text between the bench's marks; undefined where it has no such place. */
export function withBench(page: string, text: string): string | undefined {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from + START.length)}\n${text}\n${page.slice(to)}`;
}
