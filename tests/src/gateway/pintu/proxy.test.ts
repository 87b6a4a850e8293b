/** What the gateway passes on of the engine's web apps. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import express from "express";
import { pino } from "pino";
import supertest from "supertest";
import { createProxy, denganNonce } from "../../../../src/gateway/pintu/proxy.js";

const halaman = (nonce: string) => `<html><script defer src="/lib/deps.js" nonce="${nonce}"></script></html>`;
const aturan = (nonce: string) => `base-uri 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'`;

let mesin: Server;
let app: express.Express;
beforeAll(async () => {
  mesin = createServer((req, res) => {
    const html = req.url?.startsWith("/camunda/app/") && !req.url.includes(".js");
    res.setHeader("content-security-policy", aturan("kepala+1=="));
    res.setHeader("set-cookie", "XSRF-TOKEN=abc; Path=/camunda; SameSite=Lax");
    if (req.headers["accept-encoding"]?.includes("gzip") && html) {
      res.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
      return void res.end(gzipSync(halaman("isi/2==")));
    }
    res.writeHead(200, { "content-type": html ? "text/html" : "application/javascript" });
    res.end(html ? halaman("isi/2==") : "x = '<script nonce=\"lain\"></script>'");
  }).listen(0, "127.0.0.1");
  await once(mesin, "listening");
  const { port } = mesin.address() as AddressInfo;
  app = express().use(createProxy(`http://127.0.0.1:${port}`, "http://localhost:3000", pino({ level: "silent" })));
});
afterAll(() => {
  mesin.close();
  mesin.closeAllConnections();
});

describe("a web app's page", () => {
  test.each([
    "/camunda/app/tasklist/default/",
    "/camunda/app/cockpit/default/",
    "/camunda/app/welcome/",
    "/camunda/app/admin/default/index.html",
  ])("%s has the nonce of its own scripts in its policy, compressed or not", async (jalur) => {
    for (const encoding of ["gzip", "identity"]) {
      const { headers, text } = await supertest(app).get(jalur).set("accept-encoding", encoding);
      expect([encoding, headers["content-security-policy"]]).toEqual([encoding, aturan("isi/2==")]);
      expect(text).toBe(halaman("isi/2=="));
      expect(headers["set-cookie"]).toEqual([expect.stringContaining("Path=/;")]);
    }
  });

  test.each(["/camunda/app/tasklist/tasklist.js", "/camunda/api/engine/engine/default/task"])(
    "%s goes through as it is",
    async (jalur) => {
      const { headers } = await supertest(app).get(jalur);
      expect(headers["content-security-policy"]).toBe(aturan("kepala+1=="));
    },
  );

  test("without a script of its own keeps the policy", () => {
    expect(denganNonce(aturan("a"), "<html></html>")).toBe(aturan("a"));
    expect(denganNonce(aturan("a"), '<script nonce="b\' *">')).toBe(aturan("a"));
  });
});

test("an engine that is away is said so, to a person as a page that tries again", async () => {
  const sepi = express().use(createProxy("http://127.0.0.1:9", "http://localhost:3000", pino({ level: "silent" })));
  for (const jalur of ["/camunda/app/tasklist/default/", "/camunda/api/x"]) {
    const { status, text } = await supertest(sepi).get(jalur).set("accept", "text/html");
    expect([status, text.includes("dimuat ulang secara otomatis")]).toEqual([503, true]);
  }
});
