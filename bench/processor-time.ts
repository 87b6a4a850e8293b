/** CPU time of other processes, where the system tells it. */
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever the kernel's own clock does. */
const US_PER_TICK = 10_000;

/** A process by the text of `/proc/<pid>/stat`: its parent, and its CPU time in microseconds so far. */
export function readStat(stat: string): { parent: number; cpuUs: number } {
  // The name may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), cpuUs: (Number(fields[11]) + Number(fields[12])) * US_PER_TICK };
}

/** CPU time in microseconds that a process has used so far; NaN where there is no /proc. */
export function processorTime(pid: number | undefined): number {
  return statOf(String(pid))?.cpuUs ?? Number.NaN;
}

/** The same of a process and its living children, as PostgreSQL has one for each connection. */
export function familyTime(pid: number | undefined): number {
  const own = processorTime(pid);
  if (Number.isNaN(own)) return own;
  const children = readdirSync("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    return stat !== undefined && stat.parent === pid ? [stat.cpuUs] : [];
  });
  return children.reduce((sum, cpuUs) => sum + cpuUs, own);
}

function statOf(pid: string): ReturnType<typeof readStat> | undefined {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return undefined;
  }
}
