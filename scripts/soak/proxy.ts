/** The network between a worker and the engine, as far as it can fail: silence, refusal, one lost request or reply. */
import { once } from "node:events";
import http from "node:http";

/** `request`: the engine never hears of it. `reply`: the engine does it, and nobody hears of that. */
export interface Loss {
  readonly path: RegExp;
  readonly lose: "request" | "reply";
  /** Only where the body fits: the one that is lost. */
  readonly body?: RegExp;
}

export interface EngineProxy {
  readonly url: string;
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

/** Starts a proxy to the engine on a free port of this machine. */
export async function startEngineProxy(engineUrl: string): Promise<EngineProxy> {
  const held = new Set<http.ServerResponse>();
  let losses: PendingLoss[] = [];
  let met: (() => void) | undefined;

  const isCut = (): boolean => {
    met?.();
    return met !== undefined;
  };
  const isLost = (lose: Loss["lose"], path: string, body: Buffer): boolean => {
    const text = body.toString("utf8");
    const found = losses.find((l) => l.lose === lose && l.path.test(path) && (l.body?.test(text) ?? true));
    found?.lost();
    return found !== undefined;
  };
  const pass = async (req: http.IncomingMessage, res: http.ServerResponse) => {
    const path = req.url ?? "";
    const body = await bytesOf(req);
    if (isCut() || isLost("request", path, body)) return void held.add(res);
    const reply = await forward(engineUrl, { req, res, body });
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

interface Exchange {
  readonly req: http.IncomingMessage;
  readonly res: http.ServerResponse;
  readonly body: Buffer;
}

async function forward(engineUrl: string, { req, res, body }: Exchange): Promise<Reply> {
  const { host: _, connection: __, ...headers } = req.headers;
  const onward = http.request(engineUrl + (req.url ?? ""), { method: req.method ?? "GET", headers });
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
