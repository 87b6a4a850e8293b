/** The external-task part of an engine's REST over real HTTP, so that the official client runs as it is. */
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came in: `path` below `/external-task`, `body` as sent, `at` on the process's clock in milliseconds. */
export interface Call {
  readonly at: number;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
}

/** An answer other than the usual one. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  /** The answer begins, goes on in drops, and does not end. */
  readonly unfinished?: boolean;
}

export interface FakeEngine {
  readonly url: string;
  readonly calls: Call[];
  /** Tasks that the next poll gets; a poll that waits gets them at once. */
  offer(...tasks: object[]): void;
  /** Tasks that a held poll gets when it is to be forgotten: its answer and that word cross each other. */
  offerLate(...tasks: object[]): void;
  /** The next calls whose path matches are answered so, each answer once. */
  answer(path: RegExp, ...answers: Answer[]): void;
  /** The first call that matches, now or later. */
  seen(path: RegExp, count?: number): Promise<Call>;
  /** Connections that were ever opened. */
  connections(): number;
  /** The most polls that ever waited for tasks at the same time. */
  mostWaiting(): number;
  /** Resolves when no poll waits any more. */
  noneWaiting(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFakeEngine(): Promise<FakeEngine> {
  const calls: Call[] = [];
  const events = new EventEmitter();
  const queue: object[] = [];
  const late: object[] = [];
  const answers: { path: RegExp; answer: Answer }[] = [];
  const polls = new Map<ServerResponse, unknown>();
  let most = 0;
  let connections = 0;

  const flush = () => {
    const [poll] = polls.keys();
    if (poll === undefined || queue.length === 0) return;
    polls.delete(poll);
    json(poll, 200, queue.splice(0));
  };
  const forget = (workerId: unknown) => {
    for (const [poll, holder] of polls) {
      if (holder !== workerId) continue;
      polls.delete(poll);
      if (late.length > 0) json(poll, 200, late.splice(0));
      else json(poll, 503);
    }
  };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace("/engine-rest/external-task", "");
    const call = {
      at: performance.now(),
      path,
      body: await read(request),
      authorization: request.headers.authorization,
    };
    const i = answers.findIndex((satu) => satu.path.test(path));
    const [special] = i < 0 ? [] : answers.splice(i, 1);
    if (special?.answer.unfinished) drip(response, special.answer.status);
    else if (special) json(response, special.answer.status, special.answer.body);
    else if (path === "/fetchAndLock" && call.body.asyncResponseTimeout === 1) {
      forget(call.body.workerId);
      json(response, 200, []);
    } else if (path === "/fetchAndLock") {
      polls.set(response, call.body.workerId);
      most = Math.max(most, polls.size);
      response.on("close", () => {
        polls.delete(response);
        events.emit("call");
      });
    } else json(response, 204);
    calls.push(call);
    events.emit("call");
    flush();
  });
  server.on("connection", () => connections++);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    offer(...tasks) {
      queue.push(...tasks);
      flush();
    },
    offerLate: (...tasks) => void late.push(...tasks),
    answer(path, ...list) {
      answers.push(...list.map((answer) => ({ path, answer })));
    },
    async seen(path, count = 1) {
      for (;;) {
        const call = calls.filter((satu) => path.test(satu.path))[count - 1];
        if (call) return call;
        await once(events, "call");
      }
    },
    connections: () => connections,
    mostWaiting: () => most,
    async noneWaiting() {
      while (polls.size > 0) await once(events, "call");
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function json(response: ServerResponse, status: number, body?: object): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function drip(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "application/json" });
  const drops = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(drops));
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}");
}

let number = 0;
/** A task as the engine hands it out. */
export const engineTask = (change: object = {}): { id: string } & Record<string, unknown> => ({
  id: `tugas-${++number}`,
  topicName: "uji",
  processInstanceId: "instans-1",
  processDefinitionId: "uji:1",
  activityId: "langkah",
  businessKey: "RP-2026-0001",
  retries: null,
  variables: { masukan: { type: "Json", value: '{"angka":1}', valueInfo: {} } },
  ...change,
});
