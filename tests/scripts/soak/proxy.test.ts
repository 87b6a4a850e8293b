import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type EngineProxy, startEngineProxy } from "../../../scripts/soak/proxy.js";

let engine: Server;
let proxy: EngineProxy;
let heard: string[];

beforeAll(async () => {
  engine = createServer((req, res) => {
    heard.push(`${req.method} ${req.url}`);
    res.end('{"done":true}');
  }).listen(0, "127.0.0.1");
  await once(engine, "listening");
  const address = engine.address();
  proxy = await startEngineProxy(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
});
beforeEach(() => {
  heard = [];
});
afterAll(async () => {
  await proxy.close();
  engine.close();
  engine.closeAllConnections();
});

/** What became of an exchange that was broken off by `mend`. */
const outcome = (path: string) =>
  fetch(proxy.url + path, { method: "POST", body: '{"a":1}' }).then(
    (r) => r.text(),
    () => "broken off",
  );

describe("the network between worker and engine", () => {
  test("passes everything as it is", async () => {
    expect(await outcome("/x")).toBe('{"done":true}');
    expect(heard).toEqual(["POST /x"]);
  });

  test("loses a request: the engine never hears of it", async () => {
    const lost = proxy.lose({ path: /x/, lose: "request", body: /"a"/ });
    const result = outcome("/x");
    await lost;
    proxy.mend();
    expect([await result, heard]).toEqual(["broken off", []]);
  });

  test("loses a reply: the engine has done it", async () => {
    const lost = proxy.lose({ path: /x/, lose: "reply", body: /done/ });
    const result = outcome("/x");
    await lost;
    proxy.mend();
    expect([await result, heard]).toEqual(["broken off", ["POST /x"]]);
  });

  test("loses only what fits", async () => {
    void proxy.lose({ path: /y/, lose: "request" });
    void proxy.lose({ path: /x/, lose: "request", body: /"b"/ });
    expect(await outcome("/x")).toBe('{"done":true}');
    proxy.mend();
  });

  test("is silent while it is cut, and passes again when mended", async () => {
    const met = new Promise<void>((resolve) => proxy.cut(resolve));
    const result = outcome("/x");
    await met;
    proxy.mend();
    expect([await result, heard]).toEqual(["broken off", []]);
    expect(await outcome("/x")).toBe('{"done":true}');
  });
});
