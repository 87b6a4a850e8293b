/** The engine's web apps and their API behind the gateway's own address. */
import { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { createProxyMiddleware } from "http-proxy-middleware";
import type { Logger } from "../log.js";
import { Galat } from "./galat.js";
import { isiMesin } from "./problem.js";

const BATAS_MS = 120_000;
const PESAN = "Mesin proses tidak dapat dihubungi. Coba lagi sebentar lagi.";
const HALAMAN = `<!doctype html><html lang="id"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Mesin proses belum siap</title><p>${PESAN}</p><p>Halaman ini memuat ulang sendiri.</p></html>`;

/** Passes a request on with its cookies and the outer address; where the engine does not answer, says so with 503. */
export function createProxy(engineUrl: string, logger: Logger): RequestHandler {
  return createProxyMiddleware({
    target: engineUrl,
    xfwd: true,
    proxyTimeout: BATAS_MS,
    // The token is needed by our own pages too: they read it and send it back in X-XSRF-TOKEN.
    cookiePathRewrite: { "/camunda": "/" },
    on: {
      error: (err, req, res) => {
        logger.warn({ err }, "engine not reachable");
        // Also a socket, for protocol upgrades; there is nobody to tell then.
        if (!(res instanceof ServerResponse) || res.headersSent) return void res.destroy();
        const html = req.headers.accept?.includes("text/html");
        res.writeHead(503, {
          "content-type": html ? "text/html; charset=utf-8" : "application/json",
          "cache-control": "no-store",
          "retry-after": "5",
        });
        res.end(html ? HALAMAN : JSON.stringify(isiMesin(new Galat("MESIN_TIDAK_TERSEDIA", PESAN))));
      },
    },
  });
}
