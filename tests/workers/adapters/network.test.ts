import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createAdapters } from "../../../workers/adapters/index.js";
import { answering, failureOf } from "./support/recorded.js";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that does with each connection's first bytes whatever the test wants; answers its URL. */
async function serverThat(
  behave: (socket: Socket) => void,
): Promise<{ url: string; server: Server; connections: () => number }> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => behave(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, server, connections: () => count };
}

function spseAt(url: string, timeoutMs = 5_000) {
  const adapters = createAdapters({ spse: { url, timeoutMs }, epesan: { timeoutMs } });
  closers.push(adapters.close);
  return adapters.spse;
}
const BUDI = { nip: "198503152010011001" };
const AKUN = JSON.stringify({ userId: "BUDI.SANTOSO", ...BUDI, nama: "Budi Santoso", peran: "PPK", aktif: true });
const OK = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${AKUN.length}\r\n\r\n${AKUN}`;
const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

describe("a call is unavailable", () => {
  test("when nobody listens", async () => {
    const { url, server } = await serverThat(() => {});
    server.close();
    const failure = await failureOf(spseAt(url).cariAkun(BUDI));
    expect(failure).toMatchObject({
      kind: "unavailable",
      message: "SPSE GET /akun: no connection, or it broke (ECONNREFUSED)",
    });
  });

  test.each([
    ["before the reply", ""],
    ["within the headers", "HTTP/1.1 200 OK\r\nContent-Le"],
    ["within the body", OK.slice(0, -10)],
    ["within a chunk", `${CHUNKED}5\r\nab`],
  ])("when the connection breaks %s", async (_when, bytes) => {
    const { url } = await serverThat((socket) => socket.end(bytes));
    expect(await failureOf(spseAt(url).cariAkun(BUDI))).toMatchObject({ kind: "unavailable", code: undefined });
  });

  test.each([
    ["no reply", ""],
    ["only a part of the reply", OK.slice(0, -10)],
  ])("when %s comes within the time limit", async (_what, bytes) => {
    const { url } = await serverThat((socket) => socket.write(bytes));
    const { kind, message } = await failureOf(spseAt(url, 30).cariAkun(BUDI));
    expect([kind, message]).toEqual(["unavailable", "SPSE GET /akun: no complete reply within 30 ms"]);
  });

  test("when the caller calls it off, before or during the request", async () => {
    const calledOff = { kind: "unavailable", message: "SPSE GET /akun: called off before a complete reply" };
    const { fetch, sent } = answering(() => new Response("{}"));
    const options = { spse: { url: "http://127.0.0.1:9", timeoutMs: 5_000 }, epesan: { timeoutMs: 5_000 }, fetch };
    expect(await failureOf(createAdapters(options).spse.cariAkun(BUDI, AbortSignal.abort()))).toMatchObject(calledOff);
    expect(sent).toEqual([]);
    const caller = new AbortController();
    const { url } = await serverThat(() => caller.abort());
    expect(await failureOf(spseAt(url).cariAkun(BUDI, caller.signal))).toMatchObject(calledOff);
  });
});

describe("a call is malformed", () => {
  test.each(["SSH-2.0-OpenSSH_9.9\r\n", `${CHUNKED}zz\r\n`])("when what answers is not HTTP: %j", async (bytes) => {
    const { url } = await serverThat((socket) => socket.end(bytes));
    const failure = await failureOf(spseAt(url).cariAkun(BUDI));
    expect(failure).toMatchObject({ kind: "malformed", message: expect.stringMatching(/HTTPParserError/) });
  });

  test("when the reply is larger than a reply can be", async () => {
    const huge = `HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n${" ".repeat(2_000_000)}`;
    const { url } = await serverThat((socket) => socket.write(huge));
    const failure = await failureOf(spseAt(url).cariAkun(BUDI));
    expect(failure).toMatchObject({ kind: "malformed", message: expect.stringMatching(/EXCEEDED_MAX_SIZE/) });
  });
});

test("Calls one after the other share connections, and `close` ends them", async () => {
  const { url, connections, server } = await serverThat((socket) => socket.write(OK));
  const adapters = createAdapters({ spse: { url, timeoutMs: 5_000 }, epesan: { timeoutMs: 5_000 } });
  for (let i = 0; i < 20; i += 1) await adapters.spse.cariAkun(BUDI);
  // undici may open a second one while the first is still being read to its end.
  expect(connections()).toBeLessThanOrEqual(2);
  const closed = once(server, "close");
  server.close();
  await adapters.close();
  await closed;
});

test("A call leaves no listener on the caller's signal", async () => {
  const { url } = await serverThat((socket) => socket.write(OK));
  const caller = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = caller.signal;
  caller.signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners += 1;
    addEventListener.apply(caller.signal, args);
  };
  caller.signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners -= 1;
    removeEventListener.apply(caller.signal, args);
  };
  await spseAt(url).cariAkun(BUDI, caller.signal);
  expect(listeners).toBe(0);
});
