import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { findFreePorts, requireFreePorts } from "../../../scripts/system/ports.js";

let server: Server;
let taken: number;

beforeEach(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  taken = typeof address === "object" && address ? address.port : 0;
});
afterEach(() => void server.close());

const use = (option: string, port: number) => ({ what: "a part", option, port });

describe("requireFreePorts", () => {
  it("names each taken port, the option that changes it, and what to do", async () => {
    const [free = 0] = await findFreePorts(1);
    const check = requireFreePorts([use("ENGINE_PORT", taken), use("GATEWAY_PORT", free)], "127.0.0.1");
    const message = await check.then(
      () => "",
      (error: Error) => error.message,
    );
    expect(message).toContain(`Port ${taken} for a part (ENGINE_PORT) is in use by another program.`);
    expect(message).toContain("earlier instance");
    expect(message).not.toContain("GATEWAY_PORT");
  });

  it("is content with free ports and leaves them free", async () => {
    const ports = await findFreePorts(2);
    const uses = ports.map((port, i) => use(`P${i}`, port));
    await requireFreePorts(uses, "127.0.0.1");
    await requireFreePorts(uses, "127.0.0.1");
  });

  it("refuses one port for two parts", async () => {
    const [port = 0] = await findFreePorts(1);
    const check = requireFreePorts([use("A_PORT", port), use("B_PORT", port)], "127.0.0.1");
    await expect(check).rejects.toThrow(`Port ${port} is set twice: by A_PORT and by B_PORT.`);
  });
});

describe("findFreePorts", () => {
  it("never gives the same port twice", async () => {
    expect(new Set(await findFreePorts(30)).size).toBe(30);
  });
});
