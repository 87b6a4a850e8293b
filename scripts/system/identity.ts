/** Which process a number means: process numbers are given again, so a moment of birth goes with each. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** A process: `pid`, and `born` in whatever form the operating system tells it, always the same for one process. */
export const ProcessIdentity = z.object({ pid: z.number().int().positive(), born: z.string() });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** The living process of that number; undefined when there is none or only its zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  const born = existsSync("/proc/self/stat") ? bornByProc(pid) : bornByPs(pid);
  return born === undefined ? undefined : { pid, born };
}

/** Whether this very process still lives. */
export const isAlive = (who: ProcessIdentity): boolean => identify(who.pid)?.born === who.born;

function bornByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name in brackets that may hold blanks; field 3 is the state, field 22 the start in ticks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function bornByPs(pid: number): string | undefined {
  const { stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [, state, born] = /^\s*(\S+)\s+(.+)$/.exec(stdout?.trim() ?? "") ?? [];
  return state?.startsWith("Z") ? undefined : born;
}
