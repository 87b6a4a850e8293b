/** A contender's process: started by child.ts, it does what it is asked and measures itself. */
import { createLogger } from "../src/log.js";
import { contenders, type Running } from "./contenders/index.js";
import { countRequests } from "./count-requests.js";
import { type Answer, Question, type Start, Surroundings } from "./messages.js";
import { openDeps, workOf } from "./work.js";

const around = Surroundings.parse(JSON.parse(process.env.BENCH_SURROUNDINGS ?? "{}"));
const logger = createLogger("bench", "info");
const requests = countRequests(around.engineUrl);
let failures: string[] = [];
const fail = (reason: string) => void failures.push(reason);
const { deps, breakers } = await openDeps(around, (error) => fail(error.message));
let running: Running | undefined;

function start(asked: Start): Answer {
  const { engineUrl, user, password } = around;
  failures = [];
  const work = workOf(asked, deps, logger);
  const login = { engineUrl, user, password };
  const at = Date.now();
  running = contenders[around.name]({
    ...login,
    ...work,
    run: asked.run,
    deps,
    breakers,
    tuning: asked.tuning,
    onFailure: fail,
  });
  return { answer: "started", at };
}

async function stop(): Promise<Answer> {
  await running?.stop();
  running = undefined;
  return { answer: "stopped", failures };
}

function usage(gc: boolean): Answer {
  if (gc) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { answer: "usage", usage: { cpuUs: user + system, rss, heapUsed, ...requests } };
}

async function answer(message: unknown): Promise<Answer> {
  const question = Question.parse(message);
  switch (question.ask) {
    case "start":
      return start(question);
    case "stop":
      return stop();
    case "usage":
      return usage(question.gc);
    case "end":
      return process.exit(0);
  }
}

const send = (message: Answer) => void process.send?.(message);

process.on("message", (message) => {
  answer(message).then(send, (error: unknown) => send({ answer: "error", reason: String(error) }));
});
process.on("disconnect", () => process.exit(0));
send({ answer: "ready" });
