import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type ServiceProxy, startProxy } from "../../../scripts/soak/proxy.js";

let engine: Server;
let proxy: ServiceProxy;
const TASKS = [
  { id: "t1", topicName: "arsip-simpan", processInstanceId: "p1", workerId: "w" },
  { id: "t2", topicName: "arsip-simpan", processInstanceId: "p2", workerId: "w" },
];
let heard: string[];

beforeAll(async () => {
  engine = createServer((req, res) => {
    heard.push(`${req.method} ${req.url}`);
    res.end(req.url?.endsWith("/fetchAndLock") ? JSON.stringify(TASKS) : '{"done":true}');
  }).listen(0, "127.0.0.1");
  await once(engine, "listening");
  const address = engine.address();
  proxy = await startProxy(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
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
const outcome = (path: string, body: object = { a: 1 }) =>
  fetch(proxy.url + path, { method: "POST", body: JSON.stringify(body) }).then(
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

  test("loses what is about one task, whatever its id", async () => {
    await outcome("/fetchAndLock", { maxTasks: 2, topics: [{ topicName: "arsip-simpan" }] });
    const task = { topicName: "arsip-simpan", processInstanceId: "p2" };
    const lost = proxy.lose({ path: /\/complete$/, lose: "request", task });
    expect(await outcome("/external-task/t1/complete")).toBe('{"done":true}');
    const result = outcome("/external-task/t2/complete");
    await lost;
    proxy.mend();
    expect(await result).toBe("broken off");
  });

  test("tells what passed, with the polls' tasks and nobody's content", async () => {
    const before = proxy.exchanges().length;
    await outcome("/x?y=1");
    await outcome("/fetchAndLock", { maxTasks: 5, topics: [{ topicName: "arsip-simpan" }] });
    const [plain, poll] = proxy.exchanges().slice(before);
    expect(plain).toEqual({
      method: "POST",
      path: "/x?y=1",
      askedAt: expect.any(Number),
      answeredAt: expect.any(Number),
      status: 200,
    });
    expect(poll?.poll).toEqual({
      topics: ["arsip-simpan"],
      maxTasks: 5,
      tasks: TASKS.map(({ workerId: _, ...task }) => task),
    });
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
