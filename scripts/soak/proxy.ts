/** The network between a worker and another service, as far as it can fail: silence, one lost request or reply; and what passed through it. */
import { once } from "node:events";
import http from "node:http";
import { z } from "zod";

/** An external task by what the engine's poll said of it. */
export interface TaskMark {
  readonly topicName: string;
  readonly processInstanceId: string;
}

/** `request`: the other side never hears of it. `reply`: the other side does it, and nobody hears of that. */
export interface Loss {
  readonly path: RegExp;
  readonly lose: "request" | "reply";
  /** Only where the body fits: the one that is lost. */
  readonly body?: RegExp;
  /** Only calls about this task, whose id the engine told in a poll that passed here. */
  readonly task?: TaskMark;
}

/** One exchange as it passed the door, without its content; times in epoch milliseconds, no answer while there is none. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly askedAt: number;
  answeredAt?: number;
  status?: number;
  /** What the engine was asked for, and the tasks it gave. */
  poll?: { readonly topics: readonly string[]; readonly maxTasks: number; readonly tasks: readonly PolledTask[] };
}

/** `url` is what a worker gets in place of the service's own address. */
export interface ServiceProxy {
  readonly url: string;
  /** What was asked through it so far, the oldest first. */
  exchanges(): readonly Exchange[];
  /** Nothing passes any more in either direction, and nobody is told; `met` is called whenever that has met somebody. */
  cut(met?: () => void): void;
  /** Passes everything again, losses included; what was kept waiting is broken off. */
  mend(): void;
  /** What fits is lost until `mend`; resolves when that has happened for the first time. */
  lose(loss: Loss): Promise<void>;
  close(): Promise<void>;
}

interface PendingLoss extends Loss {
  readonly lost: () => void;
}

const PolledTask = z.object({ id: z.string(), topicName: z.string(), processInstanceId: z.string() });
/** A task in the reply to `fetchAndLock`; its variables are not kept. */
export type PolledTask = z.infer<typeof PolledTask>;
const Asked = z.object({ maxTasks: z.number(), topics: z.array(z.object({ topicName: z.string() })) });

const POLL = /\/fetchAndLock$/;
/** A soak may last for days. */
const REMEMBERED = 20_000;

/** Starts a proxy to a service on a free port of this machine. */
export async function startProxy(target: string): Promise<ServiceProxy> {
  const held = new Set<http.ServerResponse>();
  const passed: Exchange[] = [];
  const tasks = new Map<string, TaskMark>();
  let losses: PendingLoss[] = [];
  let met: (() => void) | undefined;

  const isCut = (): boolean => {
    met?.();
    return met !== undefined;
  };
  const isAbout = (path: string, { topicName, processInstanceId }: TaskMark): boolean =>
    [...tasks].some(
      ([id, task]) =>
        path.includes(`/${id}/`) && task.topicName === topicName && task.processInstanceId === processInstanceId,
    );
  const isLost = (lose: Loss["lose"], path: string, body: Buffer): boolean => {
    const text = body.toString("utf8");
    const fits = (loss: Loss) => loss.lose === lose && loss.path.test(path) && (loss.body?.test(text) ?? true);
    const found = losses.find((loss) => fits(loss) && (loss.task === undefined || isAbout(path, loss.task)));
    found?.lost();
    return found !== undefined;
  };
  const pass = async (req: http.IncomingMessage, res: http.ServerResponse) => {
    const path = req.url ?? "";
    const exchange: Exchange = { method: req.method ?? "GET", path, askedAt: Date.now() };
    const body = await bytesOf(req);
    passed.push(exchange);
    if (passed.length > REMEMBERED) passed.shift();
    if (isCut() || isLost("request", path, body)) return void held.add(res);
    const reply = await forward(target, { req, res, body });
    Object.assign(exchange, { answeredAt: Date.now(), status: reply.status });
    if (POLL.test(path) && reply.status === 200) {
      exchange.poll = pollOf(body, reply.body);
      for (const { id, ...mark } of exchange.poll.tasks) tasks.set(id, mark);
    }
    if (isCut() || isLost("reply", path, reply.body)) return void held.add(res);
    res.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const server = http.createServer((req, res) => void pass(req, res).catch(() => res.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  const mend = () => {
    met = undefined;
    losses = [];
    for (const res of held) res.destroy();
    held.clear();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges: () => [...passed],
    cut: (tell = () => undefined) => {
      met = tell;
    },
    mend,
    lose: (loss) => new Promise((lost) => losses.push({ ...loss, lost })),
    async close() {
      mend();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function pollOf(request: Buffer, reply: Buffer): Required<Exchange>["poll"] {
  const { topics, maxTasks } = Asked.parse(JSON.parse(request.toString("utf8")));
  const tasks = z.array(PolledTask).parse(JSON.parse(reply.toString("utf8")));
  return { topics: topics.map(({ topicName }) => topicName), maxTasks, tasks };
}

async function bytesOf(stream: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Passage {
  readonly req: http.IncomingMessage;
  readonly res: http.ServerResponse;
  readonly body: Buffer;
}

async function forward(target: string, { req, res, body }: Passage): Promise<Reply> {
  const { host: _, connection: __, ...headers } = req.headers;
  const onward = http.request(target + (req.url ?? ""), { method: req.method ?? "GET", headers });
  // A poll that the worker breaks off must not go on taking tasks in its name.
  res.once("close", () => onward.destroy());
  onward.end(body);
  const [reply] = (await once(onward, "response")) as [http.IncomingMessage];
  const content = await bytesOf(reply);
  const { "transfer-encoding": ___, connection: ____, ...kept } = reply.headers;
  return {
    status: reply.statusCode ?? 502,
    headers: { ...kept, "content-length": String(content.length) },
    body: content,
  };
}
