import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { request } from "undici";
import { countRequests } from "../../bench/count-requests.js";

const listen = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, url: `http://127.0.0.1:${address.port}` };
};

describe("counting requests to the engine", () => {
  let engine: Awaited<ReturnType<typeof listen>>;
  let other: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    [engine, other] = await Promise.all([listen(), listen()]);
  });
  afterAll(() => {
    for (const { server } of [engine, other]) {
      server.close();
      server.closeAllConnections();
    }
  });

  it("sees those of Node's own client and of undici, and none to others", async () => {
    const count = countRequests(engine.url);
    const viaUndici = async (url: string) => (await request(url)).body.dump();
    const viaNode = async (url: string) => {
      const [response] = await once(get(url), "response");
      response.resume();
    };
    for (const send of [viaUndici, viaNode]) {
      await send(`${engine.url}/engine-rest/external-task/fetchAndLock`);
      await send(`${engine.url}/engine-rest/external-task/1/complete`);
      await send(`${engine.url}/engine-rest/external-task/1/extendLock`);
      await send(`${other.url}/akun`);
    }
    expect(count).toEqual({ polls: 2, calls: 4 });
  });
});
