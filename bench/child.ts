/** The bench's end of a contender's process. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { Answer, type Question, type Start, type Surroundings, type Usage } from "./messages.js";

/** A contender in a process of its own. */
export interface Child {
  /** Resolves with the clock's time (ms) at which it began to take tasks. */
  start(work: Omit<Start, "ask">): Promise<number>;
  /** Ends the work; throws where anything failed meanwhile. */
  stop(): Promise<void>;
  usage(gc?: boolean): Promise<Usage>;
  end(): Promise<void>;
}

const ANSWER_MS = 60_000;

/** Starts a process; what it logs goes to `logFile`. */
export async function startChild(around: Surroundings, logFile: string): Promise<Child> {
  const log = openSync(logFile, "a");
  const child = fork(new URL("./contender.js", import.meta.url), {
    env: { ...process.env, NODE_ENV: "production", BENCH_SURROUNDINGS: JSON.stringify(around) },
    execArgv: ["--expose-gc", "--enable-source-maps"],
    stdio: ["ignore", log, "inherit", "ipc"],
  });
  closeSync(log);
  await next(child, "ready");
  return {
    start: async (work) => (await ask(child, { ask: "start", ...work }, "started")).at,
    async stop() {
      const { failures } = await ask(child, { ask: "stop" }, "stopped");
      if (failures.length > 0)
        throw new Error(`${around.name}: ${failures.length} failures, the first: ${failures[0]}`);
    },
    usage: async (gc = false) => (await ask(child, { ask: "usage", gc }, "usage")).usage,
    async end() {
      if (child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.send({ ask: "end" } satisfies Question);
      await gone;
    },
  };
}

function ask<K extends Answer["answer"]>(child: ChildProcess, question: Question, kind: K) {
  const answer = next(child, kind);
  child.send(question);
  return answer;
}

/** The next message of a process, which must be of this kind. */
async function next<K extends Answer["answer"]>(child: ChildProcess, kind: K): Promise<Extract<Answer, { answer: K }>> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(ANSWER_MS)]);
  const died = once(child, "exit", { signal }).then(() => Promise.reject(new Error("a contender's process died")));
  died.catch(() => undefined);
  try {
    const [message] = await Promise.race([once(child, "message", { signal }), died]);
    const answer = Answer.parse(message);
    if (isOf(answer, kind)) return answer;
    throw new Error(answer.answer === "error" ? answer.reason : `expected ${kind}, got ${answer.answer}`);
  } finally {
    done.abort();
  }
}

const isOf = <K extends Answer["answer"]>(answer: Answer, kind: K): answer is Extract<Answer, { answer: K }> =>
  answer.answer === kind;
