import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { tunggu } from "../tunggu.js";
import { messageOf, SystemError } from "./error.js";
import { identify, type ProcessIdentity } from "./identity.js";
import { lastLines, openLog } from "./log-file.js";
import { type Ending, terminate } from "./terminate.js";

const SHOWN_LINES = 10;

/** How one process of the system is started, known to be ready, and ended. */
export interface ServiceSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Runs as this user; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly logFile: string;
  readonly ending: Ending;
  readonly isReady: () => Promise<boolean>;
  readonly readyTimeoutMs: number;
}

/** An end that nobody asked for; `lastLines` are the last ten of its log. */
export interface Death {
  /** Such as "ended with exit code 1". */
  readonly how: string;
  readonly lastLines: readonly string[];
}

/** One process of the system; it can be started again after it ended. */
export interface Service {
  readonly name: string;
  readonly ending: Ending;
  /** The running process; undefined while there is none. */
  readonly process: ProcessIdentity | undefined;
  /** Resolves when the service is ready; throws a SystemError with its last log lines when it ends before. */
  start(signal?: AbortSignal): Promise<void>;
  /** Resolves when the process is gone; does nothing when there is none. */
  stop(): Promise<void>;
}

/** `onChange` is called whenever the process comes or goes, `onDeath` when it goes without having been told to. */
export function createService(
  spec: ServiceSpec,
  { onChange, onDeath }: { onChange: () => void; onDeath: (death: Death) => void },
): Service {
  let running: { identity: ProcessIdentity; gone: Promise<string> } | undefined;
  let expected = false;

  const launch = async () => {
    expected = false;
    const { child, pid } = await spawnDetached(spec);
    const gone = once(child, "exit").then(([code, signal]) => {
      running = undefined;
      onChange();
      return howItEnded(code, signal);
    });
    running = { identity: identify(pid) ?? { pid, born: "" }, gone };
    onChange();
    return { gone };
  };

  return {
    name: spec.name,
    ending: spec.ending,
    get process() {
      return running?.identity;
    },
    async start(signal) {
      const { gone } = await launch();
      await readyOrGone(spec, gone, signal);
      void gone.then((how) => expected || onDeath({ how, lastLines: lastLines(spec.logFile, SHOWN_LINES) }));
    },
    async stop() {
      expected = true;
      const now = running;
      if (!now) return;
      await terminate(now.identity, spec.ending);
      await now.gone;
    },
  };
}

async function spawnDetached(spec: ServiceSpec): Promise<{ child: ChildProcess; pid: number }> {
  const log = openLog(spec.logFile);
  try {
    // A group of its own: Ctrl-C in the terminal reaches the starter only, which then stops all in the right order.
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      ...spec.user,
      detached: true,
      stdio: ["ignore", log, log],
    });
    await once(child, "spawn");
    if (child.pid === undefined) throw new Error("no process number");
    return { child, pid: child.pid };
  } catch (error) {
    throw new SystemError(`${spec.name} cannot be started: ${messageOf(error)}`, { cause: error });
  } finally {
    closeSync(log);
  }
}

async function readyOrGone(spec: ServiceSpec, gone: Promise<string>, signal?: AbortSignal): Promise<void> {
  const done = new AbortController();
  const both = signal ? AbortSignal.any([signal, done.signal]) : done.signal;
  const isReady = async () => (await spec.isReady()) || undefined;
  const patience = { batasMs: spec.readyTimeoutMs, jedaMs: 100, signal: both };
  const ready = tunggu(`${spec.name} to be ready`, isReady, patience);
  const died = gone.then((how) => {
    throw new SystemError(`${spec.name} ${how} while starting; ${logHint(spec.logFile)}`);
  });
  try {
    await Promise.race([ready, died]);
  } catch (error) {
    if (!(error instanceof SystemError) || error.message.includes(spec.logFile)) throw error;
    throw new SystemError(`${error.message}; ${logHint(spec.logFile)}`);
  } finally {
    done.abort();
    ready.catch(() => undefined);
    died.catch(() => undefined);
  }
}

/** The last lines of a log, under a heading that names the file. */
const logHint = (file: string, lines = lastLines(file, SHOWN_LINES)): string =>
  `the last lines of ${file}:\n${lines.map((line) => `    ${line}`).join("\n")}`;

const howItEnded = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
