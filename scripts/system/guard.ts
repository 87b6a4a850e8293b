import { spawn } from "node:child_process";
import type { ChildRecord } from "./state-file.js";

/**
 * Reads lists of running processes from its input, one list a line. The end of its input means that the starter is
 * gone: then it stops those of the last list, one after another, so that not even a killed starter leaves processes.
 */
const SCRIPT = `
list=
while read -r line; do list=$line; done
for entry in $list; do
  pid=\${entry%%:*} rest=\${entry#*:} tenths=\${entry##*:}
  signal=\${rest%%:*}
  kill -s "$signal" -- "-$pid" 2>/dev/null || kill -s "$signal" "$pid" 2>/dev/null || continue
  while kill -0 "$pid" 2>/dev/null && [ "$tenths" -gt 0 ]; do sleep 0.1; tenths=$((tenths - 1)); done
  kill -s KILL -- "-$pid" 2>/dev/null
done
`;

/** A shell, so that it outlives the Node process that started it. */
export const guardCommand = { command: "/bin/sh", args: ["-c", SCRIPT] } as const;

/** A line for the guard: what to stop, in this order. */
export const guardLine = (children: readonly ChildRecord[]): string =>
  `${children.map((c) => `${c.pid}:${c.signal.slice(3)}:${Math.ceil(c.graceMs / 100)}`).join(" ")}\n`;

interface Guard {
  /** Replaces the list of what to stop, in this order, should the starter vanish. */
  watch(children: readonly ChildRecord[]): void;
  /** Ends the guard without stopping anything. */
  dismiss(): void;
}

/** Starts the guard; where there is no POSIX shell the next start finds leftovers by the state file instead. */
export function startGuard(): Guard {
  if (process.platform === "win32") return { watch: () => undefined, dismiss: () => undefined };
  const { command, args } = guardCommand;
  const shell = spawn(command, args, { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.unref();
  shell.stdin.on("error", () => undefined);
  return {
    watch: (children) => void shell.stdin.write(guardLine(children)),
    dismiss: () => shell.stdin.end(guardLine([])),
  };
}
