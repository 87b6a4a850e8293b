/** Runs CalendarProbe.java: the engine's calendar bean on the built bundle, without the rest of the engine. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How the bean began, in ms: what making it kept its maker, until it was loaded, the first calculation after that. */
export interface ProbeStart {
  readonly kept: number;
  readonly loaded: number;
  readonly first: number;
}

/** What a run gave: its start (undefined where the calendar could not be used), and a line for each line asked. */
export interface ProbeRun {
  readonly start: ProbeStart | undefined;
  readonly answers: readonly string[];
}

const FROM_ROOT = [
  "-cp",
  ["engine/target/classes", "engine/target/lib/*"].join(process.platform === "win32" ? ";" : ":"),
];
/** As the engine runs: see scripts/system/engine.ts. */
const JVM = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];

/** Asks the lines of a fresh bean over these calendar files; throws where Java itself fails. */
export async function probe(java: string, lines: readonly string[], calendars = "bpmn/kalender"): Promise<ProbeRun> {
  const args = [...JVM, ...FROM_ROOT, "bench/calendar/CalendarProbe.java", "dist/engine/kalender.js", calendars];
  const child = spawn(java, args, { stdio: ["pipe", "pipe", "pipe"] });
  // A probe that cannot load its calendar reads nothing.
  child.stdin.on("error", () => undefined);
  child.stdin.end(`${lines.join("\n")}\n`);
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [head = "", ...answers] = out.trimEnd().split("\n");
  if (head.startsWith("! ")) return { start: undefined, answers: [head] };
  const [word, ...times] = head.split(" ");
  if (word !== "ready") throw new Error(`the calendar probe did not start: ${errors || out}`);
  const [kept = 0, loaded = 0, first = 0] = times.map((ns) => Number(ns) / 1e6);
  return { start: { kept, loaded, first }, answers };
}
